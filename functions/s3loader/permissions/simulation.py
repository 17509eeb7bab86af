"""What IAM's simulator adds to the policies that could be read."""

from dataclasses import replace
from typing import TypedDict

from s3loader.permissions.findings import Finding, Outcome
from s3loader.permissions.judgement import Judgement
from s3loader.permissions.layers import Layers
from s3loader.permissions.models import ReasonCode
from s3loader.permissions.ports import SimulationAnswer
from s3loader.permissions.reading import judge_layers
from s3loader.permissions.worlds import NOT_LIMITED

_OUTCOMES: dict[str, Outcome] = {
    "allowed": "allow",
    "explicitDeny": "explicit-deny",
    "implicitDeny": "implicit-deny",
}


def judge_with(layers: Layers, simulation: SimulationAnswer | None) -> Judgement:
    """Merge both: the most careful wins, and what is certain settles what is not.

    The simulator knows policies of the organization, which nobody else can read; it knows
    neither the bucket's policy nor a session's.
    """
    own = judge_layers(layers)
    if simulation is None:
        return own
    if simulation.depends_on_key:
        return _varying(own, layers)
    if not simulation.allowed_by_organization and own.verdict != "denied":
        return Judgement("denied", "simulation", ReasonCode.DENIED_BY_ORGANIZATION)
    if simulation.missing_keys:
        return _lacking(own, layers, simulation)
    if not layers.complete:
        return _judge_unread(own, layers, simulation)
    return _compare(own, layers, simulation)


def _varying(own: Judgement, layers: Layers) -> Judgement:
    """The simulator tells objects apart; policies that were read must have shown that."""
    if own.verdict == "denied" or (_identity_side(layers) is None and layers.complete):
        return own
    if layers.complete:
        return Judgement("unknown", "none", ReasonCode.SOURCES_DISAGREE)
    reason = ReasonCode.DEPENDS_ON_KEY
    return replace(own, verdict="unknown", source="simulation", reason=reason, depends_on_key=True)


def _lacking(own: Judgement, layers: Layers, simulation: SimulationAnswer) -> Judgement:
    """The simulator would need values that nobody knows; so do we, if we could not read."""
    if layers.complete or own.verdict != "unknown":
        return own
    keys = (*own.condition_keys, *simulation.missing_keys)
    reason = ReasonCode.CONDITION_UNKNOWN
    return replace(
        own, source="simulation", reason=reason, condition_keys=tuple(dict.fromkeys(keys))
    )


def _judge_unread(own: Judgement, layers: Layers, simulation: SimulationAnswer) -> Judgement:
    """Let the simulator stand for what could not be read, unless what was read says less."""
    if own.verdict != "unknown":
        return own
    if layers.identity.outcome == "unknown":
        return judge_layers(replace(layers, complete=True))
    judged = judge_layers(replace(layers, complete=True, **_told(layers, simulation)))
    return replace(judged, source="simulation", reason=_REASONS.get(judged.reason, judged.reason))


_REASONS = {
    ReasonCode.ALLOWED_BY_STATEMENT: ReasonCode.ALLOWED_BY_SIMULATION,
    ReasonCode.DENIED_BY_STATEMENT: ReasonCode.DENIED_BY_SIMULATION,
}


class _Told(TypedDict):
    identity: Finding
    boundary: Finding | None


def _told(layers: Layers, simulation: SimulationAnswer) -> _Told:
    if simulation.decision == "implicitDeny" and not simulation.allowed_by_boundary:
        return {"identity": _saying("allow"), "boundary": _saying("implicit-deny")}
    return {"identity": _saying(_OUTCOMES[simulation.decision]), "boundary": layers.boundary}


def _saying(outcome: Outcome) -> Finding:
    return Finding(
        statement=None,
        condition_keys=(),
        depends_on_key=False,
        not_understood=(),
        possible=frozenset({outcome}),
    )


def _compare(own: Judgement, layers: Layers, simulation: SimulationAnswer) -> Judgement:
    read = _identity_side(layers)
    if read is None:
        return own
    told = simulation.decision == "allowed"
    if told and not read and _is_certain_denial(layers):
        return own
    if read != told or (simulation.decision == "explicitDeny" and own.verdict == "allowed"):
        return Judgement("unknown", "none", ReasonCode.SOURCES_DISAGREE)
    by_bucket = own.statement is not None and own.statement.origin == "bucket-policy"
    return own if by_bucket else replace(own, source="simulation")


def _identity_side(layers: Layers) -> bool | None:
    """Whether the policies that the simulator knows allow it; None if that is open."""
    alone = replace(layers.worlds, session=NOT_LIMITED, resource=frozenset({"delegates"}))
    return alone.verdict


def _is_certain_denial(layers: Layers) -> bool:
    boundary = layers.boundary.outcome if layers.boundary else "allow"
    return layers.identity.outcome == "explicit-deny" or boundary in (
        "explicit-deny",
        "implicit-deny",
    )
