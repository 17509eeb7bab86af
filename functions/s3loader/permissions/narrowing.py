"""What the policies can still say once IAM's simulator, which knows the unread ones, has spoken."""

from dataclasses import replace

from s3loader.permissions.findings import Finding, Outcome
from s3loader.permissions.layers import Layers
from s3loader.permissions.ports import SimulationAnswer
from s3loader.permissions.worlds import ANY_OUTCOME

_OUTCOMES: dict[str, Outcome] = {
    "allowed": "allow",
    "explicitDeny": "explicit-deny",
    "implicitDeny": "implicit-deny",
}


def narrowed(layers: Layers, simulation: SimulationAnswer) -> Layers:
    """Leave what the simulator leaves possible; where both contradict each other, anything."""
    possible = _possible(layers, simulation) or ANY_OUTCOME
    # The statement stays only with what it says.
    statement = layers.identity.statement if layers.identity.possible <= possible else None
    return replace(
        layers,
        complete=True,
        identity=replace(layers.identity, possible=possible, statement=statement),
        boundary=_boundary(layers, simulation),
    )


def contradict(layers: Layers, simulation: SimulationAnswer) -> bool:
    """Tell whether the simulator says what the policies that were read rule out."""
    return not _possible(layers, simulation)


def _possible(layers: Layers, simulation: SimulationAnswer) -> frozenset[Outcome]:
    """What the identity's policies can say.

    A denial that was read stands. What was read and is open stays open: the simulator's values
    need not be those of every request.
    """
    read = layers.identity.possible
    if layers.identity.outcome == "explicit-deny":
        return read
    told = _told(layers, simulation)
    return read | told if layers.identity.outcome == "unknown" else layers.worlds.identity & told


def _told(layers: Layers, simulation: SimulationAnswer) -> frozenset[Outcome]:
    """What the simulator says of the identity's policies, if no boundary may be why it denies."""
    decision = _OUTCOMES[simulation.decision]
    boundary = _boundary(layers, simulation)
    bounds = boundary.possible - {"allow"} if boundary else frozenset()
    if decision == "explicit-deny" and decision in bounds:
        return ANY_OUTCOME
    return frozenset({decision, "allow"} if decision == "implicit-deny" and bounds else {decision})


def _boundary(layers: Layers, simulation: SimulationAnswer) -> Finding | None:
    """The boundary that was read, or the one that only the simulator could read."""
    if layers.boundary or layers.complete or simulation.allowed_by_boundary:
        return layers.boundary
    return Finding(None, (), False, (), frozenset({_OUTCOMES[simulation.decision]}))
