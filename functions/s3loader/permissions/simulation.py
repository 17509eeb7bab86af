"""What IAM's simulator adds to the policies that could be read."""

from dataclasses import replace

from s3loader.permissions.judgement import Judgement
from s3loader.permissions.layers import Layers
from s3loader.permissions.models import ReasonCode
from s3loader.permissions.narrowing import contradict, narrowed
from s3loader.permissions.ports import SimulationAnswer
from s3loader.permissions.reading import judge_layers

_DISAGREE = Judgement("unknown", "none", ReasonCode.SOURCES_DISAGREE)
_UNREAD = {
    ReasonCode.ALLOWED_BY_STATEMENT: ReasonCode.ALLOWED_BY_SIMULATION,
    ReasonCode.DENIED_BY_STATEMENT: ReasonCode.DENIED_BY_SIMULATION,
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
    return _told(layers, simulation)


def _varying(own: Judgement, layers: Layers) -> Judgement:
    """The simulator tells objects apart; policies that were read must have shown that."""
    if own.verdict == "denied" or (layers.complete and _is_open(layers)):
        return own
    if layers.complete:
        return _DISAGREE
    reason = ReasonCode.DEPENDS_ON_KEY
    return replace(own, verdict="unknown", source="simulation", reason=reason, depends_on_key=True)


def _is_open(layers: Layers) -> bool:
    """Whether what the simulator knows too leaves the answer open."""
    return any(each is layers.identity or each is layers.boundary for each in layers.doubts)


def _lacking(own: Judgement, layers: Layers, simulation: SimulationAnswer) -> Judgement:
    """The simulator would need values that nobody knows; so do we, if we could not read."""
    if layers.complete or own.verdict != "unknown":
        return own
    keys = (*own.condition_keys, *simulation.missing_keys)
    reason = ReasonCode.CONDITION_UNKNOWN
    return replace(
        own, source="simulation", reason=reason, condition_keys=tuple(dict.fromkeys(keys))
    )


def _told(layers: Layers, simulation: SimulationAnswer) -> Judgement:
    judged = judge_layers(narrowed(layers, simulation))
    if judged.verdict == "unknown" and contradict(layers, simulation):
        return _DISAGREE
    return _attributed(judged, layers, simulation)


def _attributed(judged: Judgement, layers: Layers, simulation: SimulationAnswer) -> Judgement:
    """Say who spoke last: the policies where they settle it in spite of the simulator."""
    by_bucket = judged.statement is not None and judged.statement.origin == "bucket-policy"
    outweighed = judged.verdict == "denied" and simulation.decision == "allowed"
    if by_bucket or outweighed or layers.identity.outcome == "unknown":
        return judged
    reason = judged.reason if judged.statement else _UNREAD.get(judged.reason, judged.reason)
    return replace(judged, source="simulation", reason=reason)
