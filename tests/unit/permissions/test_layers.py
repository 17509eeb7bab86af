"""The verdict of the policies alone."""

from itertools import product

import pytest
from s3loader.permissions.findings import Grant, Outcome
from s3loader.permissions.layers import Layers
from s3loader.permissions.models import ReasonCode
from s3loader.permissions.reading import judge_layers

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
)

R = ReasonCode

CASES = {
    "an allow allows": (layers(), "allowed", R.ALLOWED_BY_STATEMENT),
    "nothing allows nothing": (layers(identity=NOTHING), "denied", R.NOT_ALLOWED),
    "a deny denies": (layers(identity=DENY), "denied", R.DENIED_BY_STATEMENT),
    "a deny outweighs a bucket that grants": (
        layers(identity=DENY, resource=GRANTS_PERSONALLY),
        "denied",
        R.DENIED_BY_STATEMENT,
    ),
    "a boundary that leaves it out denies": (
        layers(boundary=NOTHING),
        "denied",
        R.DENIED_BY_BOUNDARY,
    ),
    "a boundary's deny denies": (layers(boundary=DENY), "denied", R.DENIED_BY_BOUNDARY),
    "a boundary grants nothing by itself": (
        layers(identity=NOTHING, boundary=ALLOW),
        "denied",
        R.NOT_ALLOWED,
    ),
    "a bucket's deny denies": (layers(resource=FORBIDS), "denied", R.DENIED_BY_BUCKET_POLICY),
    "a bucket can grant alone": (
        layers(identity=NOTHING, resource=GRANTS),
        "allowed",
        R.ALLOWED_BY_BUCKET_POLICY,
    ),
    "a boundary narrows what a bucket grants to everyone": (
        layers(identity=NOTHING, boundary=NOTHING, resource=GRANTS),
        "denied",
        R.NOT_ALLOWED,
    ),
    "a boundary does not narrow what a bucket grants to the very user": (
        layers(identity=NOTHING, boundary=NOTHING, resource=GRANTS_PERSONALLY),
        "allowed",
        R.ALLOWED_BY_BUCKET_POLICY,
    ),
    "a condition that cannot be known leaves it open": (
        layers(identity=BY_CONDITION),
        "unknown",
        R.CONDITION_UNKNOWN,
    ),
    "what covers only some names leaves it open": (
        layers(identity=BY_NAME),
        "unknown",
        R.DEPENDS_ON_KEY,
    ),
    "a bucket that grants settles an open condition": (
        layers(identity=BY_CONDITION, resource=GRANTS),
        "allowed",
        R.ALLOWED_BY_BUCKET_POLICY,
    ),
    "a document that nobody understands leaves it open": (
        layers(identity=found(*ALL_OUTCOMES)),
        "unknown",
        R.POLICIES_UNREADABLE,
    ),
    "a hidden bucket policy does not outweigh an allow": (
        layers(resource=None),
        "allowed",
        R.ALLOWED_BY_STATEMENT,
    ),
    "a hidden bucket policy may grant what no policy does": (
        layers(identity=NOTHING, resource=None),
        "unknown",
        R.BUCKET_POLICY_UNREADABLE,
    ),
    "a hidden bucket policy may name the very user past its boundary": (
        layers(boundary=NOTHING, resource=None),
        "unknown",
        R.BUCKET_POLICY_UNREADABLE,
    ),
    "a hidden bucket policy does not outweigh a deny": (
        layers(identity=DENY, resource=None),
        "denied",
        R.DENIED_BY_STATEMENT,
    ),
    "another account's bucket must allow it too": (
        layers(resource=None, foreign=True),
        "unknown",
        R.BUCKET_POLICY_UNREADABLE,
    ),
    "another account's bucket allows nothing that the own policies do not": (
        layers(identity=NOTHING, resource=None, foreign=True),
        "denied",
        R.NOT_ALLOWED,
    ),
    "policies that could not be read leave it open": (
        layers(identity=NOTHING, complete=False, unread=("iam:ListUserPolicies",)),
        "unknown",
        R.POLICIES_UNREADABLE,
    ),
    "an allow among policies that could not all be read leaves it open": (
        layers(complete=False, unread=("iam:GetUser",)),
        "unknown",
        R.POLICIES_UNREADABLE,
    ),
    "a deny among policies that could not all be read is certain": (
        layers(identity=DENY, complete=False, unread=("iam:GetUser",)),
        "denied",
        R.DENIED_BY_STATEMENT,
    ),
    "a session policy may narrow an allow": (
        layers(session_possible=True),
        "unknown",
        R.SESSION_POLICY_POSSIBLE,
    ),
    "a session policy may narrow what a bucket grants to the role": (
        layers(identity=NOTHING, resource=GRANTS, session_possible=True),
        "unknown",
        R.SESSION_POLICY_POSSIBLE,
    ),
    "a session policy may deny what a bucket grants to the very session": (
        layers(resource=GRANTS_PERSONALLY, session_possible=True),
        "unknown",
        R.SESSION_POLICY_POSSIBLE,
    ),
    "a session policy grants nothing": (
        layers(identity=NOTHING, session_possible=True),
        "denied",
        R.NOT_ALLOWED,
    ),
    "a key that says nothing may have a grant": (
        layers(owner="key", resource=said("silent")),
        "unknown",
        R.NOT_ALLOWED,
    ),
    "a key that leaves it to the account allows": (
        layers(owner="key", resource=said("delegates")),
        "allowed",
        R.ALLOWED_BY_STATEMENT,
    ),
    "a key that leaves it to the account may have a grant": (
        layers(owner="key", identity=NOTHING, resource=said("delegates")),
        "unknown",
        R.NOT_ALLOWED,
    ),
    "a deny outweighs a key's grant": (
        layers(owner="key", identity=DENY, resource=said("delegates")),
        "denied",
        R.DENIED_BY_STATEMENT,
    ),
    "a key whose policy is hidden leaves it open": (
        layers(owner="key", resource=None),
        "unknown",
        R.KEY_POLICY_UNREADABLE,
    ),
    "a key's deny denies": (
        layers(owner="key", resource=FORBIDS),
        "denied",
        R.DENIED_BY_STATEMENT,
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_the_policies_mean_together(case: str) -> None:
    given, verdict, reason = CASES[case]
    judged = judge_layers(given)
    assert (judged.verdict, judged.reason) == (verdict, reason)


def test_what_would_have_to_be_allowed_to_know_more_is_named() -> None:
    hidden = judge_layers(layers(resource=None))
    assert hidden.missing == ("s3:GetBucketPolicy",)
    unread = judge_layers(layers(complete=False, unread=("iam:GetUser",)))
    assert unread.missing == ("iam:GetUser",)


def test_open_conditions_are_named_once_even_where_another_reason_comes_first() -> None:
    judged = judge_layers(layers(identity=BY_CONDITION, boundary=BY_CONDITION, complete=False))
    assert judged.reason is R.POLICIES_UNREADABLE
    assert judged.condition_keys == ("s3:ExistingObjectTag/stage",)


def certain(identity: Outcome, boundary: Outcome, resource: Grant) -> Layers:
    return layers(identity=found(identity), boundary=found(boundary), resource=said(resource))


@pytest.mark.parametrize("resource", ALL_GRANTS)
@pytest.mark.parametrize("boundary", ALL_OUTCOMES)
@pytest.mark.parametrize("identity", ALL_OUTCOMES)
def test_what_is_open_never_promises_more_than_each_way_it_can_turn_out(
    identity: Outcome, boundary: Outcome, resource: Grant
) -> None:
    turned_out = judge_layers(certain(identity, boundary, resource)).verdict
    assert turned_out != "unknown"
    for first, second, third in product(ALL_OUTCOMES, ALL_OUTCOMES, ALL_GRANTS):
        open_layers = layers(
            identity=found(*{identity, first}),
            boundary=found(*{boundary, second}),
            resource=said(*{resource, third}),
        )
        assert judge_layers(open_layers).verdict in (turned_out, "unknown")
