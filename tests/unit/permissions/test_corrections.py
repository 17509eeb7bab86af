"""What S3 answered settles verdicts, as far as one answer can."""

from collections.abc import Callable

import pytest
from s3loader.permissions.asked_actions import S3_ACTIONS
from s3loader.permissions.corrections import correct
from s3loader.permissions.judgement import Judgement
from s3loader.permissions.models import ReasonCode

R = ReasonCode
ALLOWED = Judgement("allowed", "policies", R.ALLOWED_BY_STATEMENT)
DENIED = Judgement("denied", "policies", R.NOT_ALLOWED)
UNKNOWN = Judgement("unknown", "none", R.POLICIES_UNREADABLE)
BY_NETWORK = Judgement("unknown", "policies", R.CONDITION_UNKNOWN, condition_keys=("aws:SourceIp",))
BY_TAG = Judgement(
    "unknown", "policies", R.CONDITION_UNKNOWN, condition_keys=("s3:ExistingObjectTag/a",)
)
BY_NAME = Judgement("unknown", "policies", R.DEPENDS_ON_KEY, depends_on_key=True)


def told(**answers: bool) -> Callable[[str], bool | None]:
    return lambda action: answers.get(action.removeprefix("s3:"))


def none_refused(_: str) -> bool:
    return False


def corrected(judged: Judgement, action: str, **answers: bool) -> Judgement:
    """One action's verdict beside an allowed listing."""
    others = {"s3:ListBucket": ALLOWED, action: judged}
    return correct(others, told(**answers), none_refused)[action]


def test_what_s3_let_through_is_allowed_and_what_it_refused_is_denied() -> None:
    accepted = corrected(UNKNOWN, "s3:PutObject", PutObject=True)
    assert (accepted.verdict, accepted.source, accepted.reason) == (
        "allowed",
        "observed",
        R.SUCCEEDED,
    )
    refused = corrected(UNKNOWN, "s3:PutObject", PutObject=False)
    assert (refused.verdict, refused.source, refused.reason) == ("denied", "observed", R.REFUSED)


def test_an_answer_settles_even_what_the_policies_were_sure_of() -> None:
    assert corrected(DENIED, "s3:DeleteObject", DeleteObject=True).verdict == "allowed"
    assert corrected(ALLOWED, "s3:DeleteObject", DeleteObject=False).verdict == "denied"


@pytest.mark.parametrize("judged", [BY_NAME, BY_TAG])
def test_one_objects_answer_says_nothing_about_others_where_they_differ(judged: Judgement) -> None:
    for let_through in (True, False):
        assert corrected(judged, "s3:DeleteObject", DeleteObject=let_through) == judged


def test_an_answer_about_the_bucket_is_the_same_for_all_objects() -> None:
    assert corrected(BY_TAG, "s3:GetBucketCORS", GetBucketCORS=True).verdict == "allowed"


@pytest.mark.parametrize("action", ["GetObject", "PutObject"])
def test_the_servers_network_says_nothing_about_the_browsers(action: str) -> None:
    assert corrected(BY_NETWORK, f"s3:{action}", **{action: True}) == BY_NETWORK
    assert corrected(BY_NETWORK, f"s3:{action}", **{action: False}) == BY_NETWORK


def test_what_the_server_itself_does_is_settled_in_its_own_network() -> None:
    assert corrected(BY_NETWORK, "s3:DeleteObject", DeleteObject=False).verdict == "denied"


@pytest.mark.parametrize("action", ["GetObject", "GetObjectTagging"])
def test_a_refused_read_says_nothing_where_absent_objects_are_refused_too(action: str) -> None:
    judged = {"s3:ListBucket": DENIED, f"s3:{action}": ALLOWED}
    assert correct(judged, told(**{action: False}), none_refused)[f"s3:{action}"] == ALLOWED


@pytest.mark.parametrize("action", ["GetObject", "GetObjectTagging"])
def test_a_refused_read_is_a_refusal_where_the_bucket_may_be_listed(action: str) -> None:
    assert corrected(UNKNOWN, f"s3:{action}", **{action: False}).verdict == "denied"


def test_a_contradicted_policy_makes_every_other_promise_doubtful() -> None:
    judged = {**dict.fromkeys(S3_ACTIONS, ALLOWED), "s3:DeleteObjectVersion": DENIED}
    after = correct(judged, told(PutObject=False, ListBucket=True), none_refused)
    assert after["s3:PutObject"].verdict == "denied"
    assert after["s3:ListBucket"].source == "observed"
    assert after["s3:DeleteObjectVersion"] == DENIED
    doubted = after["s3:DeleteObject"]
    assert (doubted.verdict, doubted.reason) == ("unknown", R.SOURCES_DISAGREE)


def test_a_refusal_that_was_expected_casts_no_doubt() -> None:
    judged = {**dict.fromkeys(S3_ACTIONS, ALLOWED), "s3:PutObject": DENIED}
    after = correct(judged, told(PutObject=False), none_refused)
    assert after["s3:DeleteObject"] == ALLOWED


def one_refused(judged: Judgement, action: str, listing: Judgement = ALLOWED) -> Judgement:
    """What is told of an action after S3 refused it for one object."""
    others = {**dict.fromkeys(S3_ACTIONS, ALLOWED), "s3:ListBucket": listing, action: judged}
    after = correct(others, told(), lambda refused: refused == action)
    assert after["s3:PutObject"] == ALLOWED
    return after[action]


@pytest.mark.parametrize("action", ["s3:DeleteObject", "s3:GetObject"])
@pytest.mark.parametrize("judged", [ALLOWED, UNKNOWN])
def test_one_refused_object_leaves_open_what_the_others_are(judged: Judgement, action: str) -> None:
    found = one_refused(judged, action)
    assert (found.verdict, found.source, found.reason) == ("unknown", "observed", R.REFUSED)


@pytest.mark.parametrize("judged", [DENIED, BY_NAME, BY_TAG])
def test_one_refused_object_adds_nothing_to_what_explains_it(judged: Judgement) -> None:
    assert one_refused(judged, "s3:DeleteObject") == judged


def test_one_refused_read_says_nothing_where_absent_objects_are_refused_too() -> None:
    assert one_refused(ALLOWED, "s3:GetObject", listing=DENIED) == ALLOWED
