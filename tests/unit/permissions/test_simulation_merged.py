"""IAM's simulator beside the policies that could be read."""

from itertools import product
from typing import Any, Literal

import pytest
from s3loader.permissions.findings import Grant, Outcome
from s3loader.permissions.models import ReasonCode
from s3loader.permissions.reading import judge_layers
from s3loader.permissions.simulation import judge_with

from tests.unit.permissions.layers import (
    ALL_GRANTS,
    ALL_OUTCOMES,
    ALLOW,
    BY_CONDITION,
    BY_NAME,
    DENY,
    FORBIDS,
    GRANTS,
    GRANTS_PERSONALLY,
    NOTHING,
    found,
    layers,
    said,
    simulated,
)

R = ReasonCode
ALLOWED = simulated("allowed")
NOT_ALLOWED = simulated("implicitDeny")
FORBIDDEN = simulated("explicitDeny")
VARYING = simulated("allowed", depends_on_key=True)
UNREAD: dict[str, Any] = {
    "identity": NOTHING,
    "complete": False,
    "unread": ("iam:ListUserPolicies",),
}

CASES = {
    "both allow": (layers(), ALLOWED, "allowed", "simulation", R.ALLOWED_BY_STATEMENT),
    "both deny": (
        layers(identity=NOTHING),
        NOT_ALLOWED,
        "denied",
        "simulation",
        R.NOT_ALLOWED,
    ),
    "a deny that was read outweighs the simulator": (
        layers(identity=DENY),
        ALLOWED,
        "denied",
        "policies",
        R.DENIED_BY_STATEMENT,
    ),
    "a boundary that was read outweighs the simulator": (
        layers(boundary=NOTHING),
        ALLOWED,
        "denied",
        "policies",
        R.DENIED_BY_BOUNDARY,
    ),
    "an open condition outweighs the simulator's allow": (
        layers(identity=BY_CONDITION),
        ALLOWED,
        "unknown",
        "policies",
        R.CONDITION_UNKNOWN,
    ),
    "an open condition outweighs the simulator's deny": (
        layers(identity=BY_CONDITION),
        NOT_ALLOWED,
        "unknown",
        "policies",
        R.CONDITION_UNKNOWN,
    ),
    "what covers only some names outweighs the simulator's deny": (
        layers(identity=BY_NAME),
        FORBIDDEN,
        "unknown",
        "policies",
        R.DEPENDS_ON_KEY,
    ),
    "nothing that was read allows what the simulator allows": (
        layers(identity=NOTHING),
        ALLOWED,
        "unknown",
        "none",
        R.SOURCES_DISAGREE,
    ),
    "the simulator does not allow what was read to allow": (
        layers(),
        NOT_ALLOWED,
        "unknown",
        "none",
        R.SOURCES_DISAGREE,
    ),
    "the simulator denies what was read to allow": (
        layers(),
        FORBIDDEN,
        "unknown",
        "none",
        R.SOURCES_DISAGREE,
    ),
    "the simulator denies what only the bucket grants": (
        layers(identity=NOTHING, resource=GRANTS),
        FORBIDDEN,
        "unknown",
        "none",
        R.SOURCES_DISAGREE,
    ),
    "the simulator knows no bucket policy that grants": (
        layers(identity=NOTHING, resource=GRANTS),
        NOT_ALLOWED,
        "allowed",
        "policies",
        R.ALLOWED_BY_BUCKET_POLICY,
    ),
    "the simulator knows no bucket policy that denies": (
        layers(resource=FORBIDS),
        ALLOWED,
        "denied",
        "policies",
        R.DENIED_BY_BUCKET_POLICY,
    ),
    "the simulator knows no session policy": (
        layers(session_possible=True),
        ALLOWED,
        "unknown",
        "simulation",
        R.SESSION_POLICY_POSSIBLE,
    ),
    "the organization denies what everything else allows": (
        layers(resource=GRANTS_PERSONALLY),
        simulated("explicitDeny", allowed_by_organization=False),
        "denied",
        "simulation",
        R.DENIED_BY_ORGANIZATION,
    ),
    "the simulator lacks a value that the policies do not ask for": (
        layers(),
        simulated("implicitDeny", missing_keys=("aws:SourceVpc",)),
        "allowed",
        "policies",
        R.ALLOWED_BY_STATEMENT,
    ),
    "unread policies: the simulator allows": (
        layers(**UNREAD),
        ALLOWED,
        "allowed",
        "simulation",
        R.ALLOWED_BY_SIMULATION,
    ),
    "unread policies: the simulator denies explicitly": (
        layers(**UNREAD),
        FORBIDDEN,
        "denied",
        "simulation",
        R.DENIED_BY_SIMULATION,
    ),
    "unread policies: the simulator finds nothing that allows": (
        layers(**UNREAD),
        NOT_ALLOWED,
        "denied",
        "simulation",
        R.NOT_ALLOWED,
    ),
    "unread policies: the simulator finds a boundary in the way": (
        layers(**UNREAD),
        simulated("implicitDeny", allowed_by_boundary=False),
        "denied",
        "simulation",
        R.DENIED_BY_BOUNDARY,
    ),
    "unread policies: the simulator lacks a value": (
        layers(**UNREAD),
        simulated("implicitDeny", missing_keys=("aws:SourceVpc",)),
        "unknown",
        "simulation",
        R.CONDITION_UNKNOWN,
    ),
    "unread policies: what was read has an open condition": (
        layers(**{**UNREAD, "identity": BY_CONDITION}),
        ALLOWED,
        "unknown",
        "policies",
        R.CONDITION_UNKNOWN,
    ),
    "unread policies: what was read denies": (
        layers(**{**UNREAD, "identity": DENY}),
        ALLOWED,
        "denied",
        "policies",
        R.DENIED_BY_STATEMENT,
    ),
    "unread policies: a boundary that was read is in the way": (
        layers(**UNREAD, boundary=NOTHING),
        ALLOWED,
        "denied",
        "policies",
        R.DENIED_BY_BOUNDARY,
    ),
    "unread policies: a boundary that was read has an open condition": (
        layers(**UNREAD, boundary=found("allow", "implicit-deny", keys=("aws:SourceVpc",))),
        ALLOWED,
        "unknown",
        "simulation",
        R.CONDITION_UNKNOWN,
    ),
    "unread policies: a hidden bucket policy may grant": (
        layers(**UNREAD, resource=None),
        NOT_ALLOWED,
        "unknown",
        "simulation",
        R.BUCKET_POLICY_UNREADABLE,
    ),
    "unread policies: the simulator confirms what was read to allow": (
        layers(**{**UNREAD, "identity": ALLOW}),
        ALLOWED,
        "allowed",
        "simulation",
        R.ALLOWED_BY_STATEMENT,
    ),
    "unread policies: one of them denies what was read to allow": (
        layers(**{**UNREAD, "identity": ALLOW}),
        FORBIDDEN,
        "denied",
        "simulation",
        R.DENIED_BY_SIMULATION,
    ),
    "unread policies: the simulator misses what was read to allow": (
        layers(**{**UNREAD, "identity": ALLOW}),
        NOT_ALLOWED,
        "unknown",
        "none",
        R.SOURCES_DISAGREE,
    ),
    "unread policies: one of them denies what a bucket grants and an open statement may allow": (
        layers(**{**UNREAD, "identity": BY_NAME}, resource=GRANTS_PERSONALLY),
        FORBIDDEN,
        "unknown",
        "policies",
        R.DEPENDS_ON_KEY,
    ),
    "a boundary is why the simulator denies what the policies allow": (
        layers(boundary=NOTHING),
        NOT_ALLOWED,
        "denied",
        "simulation",
        R.DENIED_BY_BOUNDARY,
    ),
    "a boundary's own deny is why the simulator denies": (
        layers(boundary=DENY),
        FORBIDDEN,
        "denied",
        "simulation",
        R.DENIED_BY_BOUNDARY,
    ),
    "a bucket's deny stands where the simulator and the policies contradict each other": (
        layers(identity=NOTHING, resource=FORBIDS),
        ALLOWED,
        "denied",
        "policies",
        R.DENIED_BY_BUCKET_POLICY,
    ),
    "what the simulator tells of some names only was read to hold for all": (
        layers(),
        VARYING,
        "unknown",
        "none",
        R.SOURCES_DISAGREE,
    ),
    "what the simulator tells of some names only was read too": (
        layers(identity=BY_NAME),
        VARYING,
        "unknown",
        "policies",
        R.DEPENDS_ON_KEY,
    ),
    "a deny that was read outweighs what the simulator tells of some names": (
        layers(resource=FORBIDS),
        VARYING,
        "denied",
        "policies",
        R.DENIED_BY_BUCKET_POLICY,
    ),
    "unread policies: the simulator tells names apart": (
        layers(**UNREAD),
        VARYING,
        "unknown",
        "simulation",
        R.DEPENDS_ON_KEY,
    ),
    "no simulation: the policies speak": (
        layers(),
        None,
        "allowed",
        "policies",
        R.ALLOWED_BY_STATEMENT,
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_the_most_careful_wins_and_the_certain_settles(case: str) -> None:
    given, answer, verdict, source, reason = CASES[case]
    judged = judge_with(given, answer)
    assert (judged.verdict, judged.source, judged.reason) == (verdict, source, reason)


def test_the_values_that_the_simulator_lacks_are_named() -> None:
    lacking = simulated("implicitDeny", missing_keys=("aws:SourceVpc",))
    assert judge_with(layers(**UNREAD), lacking).condition_keys == ("aws:SourceVpc",)


def test_where_both_agree_the_statement_is_the_one_that_was_read() -> None:
    judged = judge_with(layers(), ALLOWED)
    assert judged.statement == ALLOW.statement


def whole(read: Outcome, unread: Outcome) -> Outcome:
    """What policies say together."""
    said = {read, unread}
    if "explicit-deny" in said:
        return "explicit-deny"
    return "allow" if "allow" in said else "implicit-deny"


def bounded(identity: Outcome, boundary: Outcome) -> Outcome:
    """What a simulator says that minds the boundary; the embedded AWS's does not."""
    both = {identity, boundary}
    if "explicit-deny" in both:
        return "explicit-deny"
    return "allow" if both == {"allow"} else "implicit-deny"


DECISIONS: dict[Outcome, Literal["allowed", "explicitDeny", "implicitDeny"]] = {
    "allow": "allowed",
    "explicit-deny": "explicitDeny",
    "implicit-deny": "implicitDeny",
}


@pytest.mark.parametrize("minds_boundary", [True, False])
@pytest.mark.parametrize("boundary", ALL_OUTCOMES)
@pytest.mark.parametrize("resource", ALL_GRANTS)
def test_a_verdict_is_the_truth_whatever_was_not_read(
    minds_boundary: bool, boundary: Outcome, resource: Grant
) -> None:
    for read, unread, other in product(ALL_OUTCOMES, ALL_OUTCOMES, ALL_OUTCOMES):
        identity = whole(read, unread)
        truth = judge_layers(
            layers(identity=found(identity), boundary=found(boundary), resource=said(resource))
        )
        decision = bounded(identity, boundary) if minds_boundary else identity
        partly = layers(
            identity=found(*{read, other}),
            complete=False,
            boundary=found(boundary),
            resource=said(resource),
        )
        judged = judge_with(partly, simulated(DECISIONS[decision]))
        assert judged.verdict in (truth.verdict, "unknown")
