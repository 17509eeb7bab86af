"""Effective permissions: what is tried, observed, kept and refreshed."""

import pytest
from s3loader.errors import ErrorCode
from s3loader.permissions.models import ReasonCode
from s3loader.permissions.observed import Occasion
from s3loader.permissions.ports import ForeignBucket
from s3loader.permissions.witness import Witness

from tests.unit.permissions.world import (
    KEY,
    SESSION,
    World,
    about,
    allow,
    document,
    refusal,
    throttled,
    unread,
)

R = ReasonCode
EVERYTHING = allow("s3:*", Sid="All")
FORBID_PUT = {"Effect": "Deny", "Principal": "*", "Action": "s3:PutObject", "Resource": "*"}


def test_what_is_known_for_certain_is_not_tried() -> None:
    world = World(EVERYTHING)
    world.ask()
    assert world.prober.tried == []


def test_what_is_open_is_tried_and_settled() -> None:
    world = World()
    world.unreadable = [unread("iam:ListUserPolicies")]
    world.prober.answers = {"list_bucket": True, "put_object": False}
    verdicts = world.verdicts()
    assert (verdicts["s3:ListBucket"], verdicts["s3:PutObject"]) == ("allowed", "denied")
    assert verdicts["s3:DeleteObject"] == "unknown"
    assert about(world, "s3:DeleteObject").missing == ["iam:ListUserPolicies"]


@pytest.mark.parametrize(("answer", "verdict"), [(True, "allowed"), (False, "denied")])
def test_reading_is_tried_with_an_object_that_the_listing_shows(answer: bool, verdict: str) -> None:
    world = World()
    world.unreadable = [unread("iam:ListUserPolicies")]
    world.prober.there = "in/a"
    world.prober.answers = {"list_bucket": True, "get_object": answer}
    assert about(world, "s3:GetObject").verdict == verdict
    assert world.prober.tried.count("list_bucket") == 1


def test_reading_is_not_tried_where_nothing_is_there() -> None:
    world = World()
    world.unreadable = [unread("iam:ListUserPolicies")]
    world.prober.answers = {"list_bucket": True, "get_object": True}
    assert about(world, "s3:GetObject").verdict == "unknown"


@pytest.mark.parametrize(
    "statement",
    [
        allow("s3:GetObject", "arn:aws:s3:::reports/in/*.pdf"),
        allow("s3:GetObject", Condition={"StringEquals": {"s3:ExistingObjectTag/a": "b"}}),
        allow("s3:GetObject", Condition={"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}}),
    ],
)
def test_reading_one_object_is_not_tried_where_it_shows_nothing_of_others(
    statement: dict[str, object],
) -> None:
    world = World(statement)
    world.prober.there = "in/a"
    world.prober.answers = {"get_object": True}
    assert about(world, "s3:GetObject").verdict == "unknown"
    assert "get_object" not in world.prober.tried


def test_a_hidden_bucket_policy_has_every_promise_tried() -> None:
    world = World(EVERYTHING)
    world.bucket.found_policy = refusal("s3:GetBucketPolicy")
    world.prober.answers = {"put_object": False}
    verdicts = world.verdicts()
    assert verdicts["s3:PutObject"] == "denied"
    assert verdicts["s3:DeleteObject"] == "unknown"


def test_a_try_that_would_show_nothing_is_not_made() -> None:
    condition = {"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}}
    world = World({**EVERYTHING, "Condition": condition})
    world.ask()
    assert "list_bucket" in world.prober.tried
    assert "put_object" not in world.prober.tried


def test_an_answer_is_tried_once_in_five_minutes() -> None:
    world = World(arn=SESSION)
    world.unreadable = [unread("iam:ListRolePolicies")]
    world.prober.answers = {"put_object": True}
    world.ask()
    world.prober.tried.clear()
    world.clock = 299
    world.ask()
    assert "put_object" not in world.prober.tried
    world.clock = 301
    world.ask()
    assert "put_object" in world.prober.tried


def test_the_whole_answer_is_kept_for_five_minutes_at_each_place() -> None:
    world = World(EVERYTHING)
    for _ in range(2):
        world.ask("in/")
    assert world.surveys == 1
    world.ask("out/")
    assert world.surveys == 2
    world.clock = 301
    world.ask("in/")
    assert world.surveys == 3


def test_what_passes_is_not_kept() -> None:
    world = World(EVERYTHING)
    world.simulator.answer = throttled()
    world.ask()
    world.ask()
    assert world.surveys == 2


def test_a_refusal_at_run_time_corrects_what_is_kept() -> None:
    world = World(EVERYTHING)
    assert about(world, "s3:DeleteObject").verdict == "allowed"
    seen = Occasion("lee", "reports", "s3:DeleteObject", "in/")
    world.observations.note(seen, let_through=False)
    refused = about(world, "s3:DeleteObject")
    assert (refused.verdict, refused.source, refused.reason_code) == (
        "denied",
        "observed",
        R.REFUSED,
    )
    assert world.surveys == 1


def test_refreshing_forgets_what_was_seen_and_reads_anew() -> None:
    world = World(EVERYTHING)
    seen = Occasion("lee", "reports", "s3:DeleteObject", "in/")
    world.observations.note(seen, let_through=False)
    assert about(world, "s3:DeleteObject").verdict == "denied"
    world.clock = 1
    fresh = {found.action: found.verdict for found in world.ask(refresh=True).actions}
    assert fresh["s3:DeleteObject"] == "allowed"
    assert world.surveys == 2


def test_a_refused_key_settles_nothing_where_the_policies_tell_keys_apart() -> None:
    world = World(allow("s3:DeleteObject", "arn:aws:s3:::reports/in/*.pdf"))
    seen = Occasion("lee", "reports", "s3:DeleteObject", "in/")
    world.observations.note(seen, let_through=False)
    open_ = about(world, "s3:DeleteObject")
    assert (open_.verdict, open_.reason_code) == ("unknown", R.DEPENDS_ON_KEY)


def test_after_the_deadline_nothing_more_is_begun() -> None:
    world = World(allow("s3:GetObject"))
    world.unreadable = [unread("iam:ListUserPolicies")]
    world.late = True
    told = world.ask()
    assert world.simulator.asked == []
    assert world.prober.tried == []
    assert told.unreadable[-1].code is ErrorCode.AWS_UNREACHABLE


def test_a_refused_key_corrects_the_verdict_only_where_it_is_the_buckets() -> None:
    world = World(EVERYTHING, allow("kms:*", KEY))
    world.bucket.key = KEY
    world.bucket.key_rules = document(
        {**allow("kms:*"), "Principal": {"AWS": "arn:aws:iam::111122223333:root"}}
    )
    witness = Witness(world.observations, "lee", "reports")
    witness.saw_key_refused("kms:Decrypt", f"{KEY}-of-another-object")
    assert about(world, "kms:Decrypt").verdict == "allowed"
    witness.saw_key_refused("kms:Decrypt", KEY)
    assert about(world, "kms:Decrypt").verdict == "denied"


def test_another_accounts_bucket_promises_nothing() -> None:
    world = World(allow("s3:Put*"))
    world.bucket.found_policy = ForeignBucket(ErrorCode.ACCESS_DENIED, "No.", {"action": ""})
    put = about(world, "s3:PutObject")
    assert (put.verdict, put.reason_code) == ("unknown", R.BUCKET_POLICY_UNREADABLE)
    assert about(world, "s3:DeleteObject").verdict == "denied"
    assert [source.action for source in world.ask().unreadable if source.name == "reports"] == [""]
