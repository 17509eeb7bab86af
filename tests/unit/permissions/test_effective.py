"""What an identity is told that it may do at a place."""

from typing import Literal

import pytest
from s3loader.errors import ErrorCode, Missing, S3LoaderError, Unauthenticated
from s3loader.permissions.asked_actions import S3_ACTIONS
from s3loader.permissions.models import ActionPermission, ReasonCode, UnreadableSource
from s3loader.permissions.observed import Occasion
from s3loader.permissions.ports import ForeignBucket
from s3loader.permissions.witness import Witness

from tests.unit.permissions.layers import simulated
from tests.unit.permissions.world import (
    KEY,
    SESSION,
    World,
    allow,
    document,
    refusal,
    throttled,
)

R = ReasonCode
EVERYTHING = allow("s3:*", Sid="All")
FORBID_PUT = {"Effect": "Deny", "Principal": "*", "Action": "s3:PutObject", "Resource": "*"}


def about(world: World, action: str, prefix: str = "in/") -> ActionPermission:
    return next(found for found in world.ask(prefix).actions if found.action == action)


def unread(action: str, code: ErrorCode = ErrorCode.ACCESS_DENIED) -> UnreadableSource:
    return UnreadableSource(source="inline", name=None, action=action, code=code, detail="No.")


def test_every_action_is_told_with_what_it_is_about() -> None:
    told = {found.action: found.resource for found in World(EVERYTHING).ask("in/").actions}
    assert list(told) == list(S3_ACTIONS)
    assert told["s3:ListBucket"] == "arn:aws:s3:::reports"
    assert told["s3:GetBucketCORS"] == "arn:aws:s3:::reports"
    assert told["s3:PutObject"] == "arn:aws:s3:::reports/in/*"


def test_the_statement_that_decides_is_named_also_in_the_sentence() -> None:
    permission = about(World(EVERYTHING), "s3:PutObject")
    assert permission.statement is not None
    assert (permission.statement.policy, permission.statement.sid) == ("own", "All")
    assert permission.reason == 'Allowed by statement "All" of policy own.'


def test_a_prefix_is_told_apart_from_others() -> None:
    world = World(allow("s3:PutObject", "arn:aws:s3:::reports/in/*"))
    assert about(world, "s3:PutObject", "in/").verdict == "allowed"
    assert about(world, "s3:PutObject", "out/").verdict == "denied"
    assert about(world, "s3:PutObject", "").verdict == "denied"


def test_a_listing_is_asked_with_its_own_prefix() -> None:
    condition = {"StringEquals": {"s3:prefix": "in/", "s3:delimiter": "/"}}
    world = World(allow("s3:ListBucket", Condition=condition))
    assert about(world, "s3:ListBucket", "in/").verdict == "allowed"
    assert about(world, "s3:ListBucket", "").verdict == "denied"


def test_the_bucket_s_policy_has_a_say() -> None:
    world = World(EVERYTHING)
    world.bucket.found_policy = document(FORBID_PUT)
    assert about(world, "s3:PutObject").reason_code is R.DENIED_BY_BUCKET_POLICY
    assert about(world, "s3:GetObject").verdict == "allowed"


def test_a_boundary_narrows_and_grants_nothing() -> None:
    world = World(allow("s3:GetObject"), allow("s3:PutObject"))
    world.boundary = [allow("s3:GetObject"), allow("s3:DeleteObject")]
    assert about(world, "s3:GetObject").verdict == "allowed"
    assert about(world, "s3:PutObject").reason_code is R.DENIED_BY_BOUNDARY
    assert about(world, "s3:DeleteObject").reason_code is R.NOT_ALLOWED


def test_root_is_limited_by_nothing_but_the_bucket() -> None:
    world = World(arn="arn:aws:iam::111122223333:root")
    world.bucket.found_policy = document(FORBID_PUT)
    assert about(world, "s3:PutObject").verdict == "denied"
    assert (about(world, "s3:GetObject").verdict, about(world, "s3:GetObject").source) == (
        "allowed",
        "root",
    )
    assert world.simulator.asked == []


def test_a_sessions_role_is_simulated_not_the_session() -> None:
    world = World(EVERYTHING, arn=SESSION)
    world.simulator.answer = simulated("allowed")
    permission = about(world, "s3:GetObject")
    assert permission.reason_code is R.SESSION_POLICY_POSSIBLE
    assert permission.statement is not None
    assert world.simulator.about == "arn:aws:iam::111122223333:role/uploads"


def test_the_simulator_is_asked_about_the_place_with_what_is_known_of_the_request() -> None:
    world = World(EVERYTHING)
    world.ask("in/")
    listing, *putting = [
        question
        for question in world.simulator.asked
        if question.action in ("s3:ListBucket", "s3:PutObject")
    ]
    assert listing.context["s3:prefix"] == "in/"
    assert [question.resource_arn for question in putting] == [
        "arn:aws:s3:::reports/in/s3loader",
        "arn:aws:s3:::reports/in/s3loader.pdf",
    ]


@pytest.mark.parametrize("decision", ["implicitDeny", "explicitDeny"])
def test_what_the_simulator_tells_of_some_objects_only_depends_on_the_key(
    decision: Literal["implicitDeny", "explicitDeny"],
) -> None:
    world = World()
    world.unreadable = [unread("iam:ListUserPolicies")]
    world.simulator.answer = simulated("allowed")
    world.simulator.of_pdf = simulated(decision)
    world.prober.answers = {"put_object": True}
    putting = about(world, "s3:PutObject")
    assert (putting.verdict, putting.source, putting.reason_code) == (
        "unknown",
        "simulation",
        R.DEPENDS_ON_KEY,
    )
    assert about(world, "s3:ListBucket").verdict == "allowed"
    assert not any(found.triable for found in world.ask().actions)


@pytest.mark.parametrize("failure", [refusal("s3:GetBucketPolicy"), throttled()])
def test_what_cannot_be_read_is_told_and_the_rest_goes_on(failure: S3LoaderError) -> None:
    world = World(EVERYTHING)
    world.bucket.found_policy = failure
    told = world.ask()
    assert [(found.source, found.action, found.code) for found in told.unreadable] == [
        ("bucket-policy", "s3:GetBucketPolicy", failure.code),
        ("simulation", "iam:SimulatePrincipalPolicy", ErrorCode.ACCESS_DENIED),
    ]
    assert {found.verdict for found in told.actions} == {"allowed"}
    assert {tuple(found.missing) for found in told.actions} == {("s3:GetBucketPolicy",)}


def test_an_account_that_aws_no_longer_accepts_is_not_a_source_that_could_not_be_read() -> None:
    world = World(EVERYTHING)
    world.bucket.found_policy = Unauthenticated(ErrorCode.CREDENTIALS_EXPIRED, "Expired.")
    with pytest.raises(Unauthenticated):
        world.ask()


def test_a_bucket_that_is_not_there_is_no_question_of_permission() -> None:
    world = World(EVERYTHING)
    world.bucket.key = Missing(ErrorCode.BUCKET_NOT_FOUND, "Gone.")
    with pytest.raises(Missing):
        world.ask()


def test_a_key_that_encrypts_the_bucket_has_actions_of_its_own() -> None:
    world = World(EVERYTHING, allow("kms:GenerateDataKey", KEY))
    world.bucket.key = KEY
    delegates = {"AWS": "arn:aws:iam::111122223333:root"}
    world.bucket.key_rules = document({**allow("kms:*"), "Principal": delegates})
    told = world.ask()
    verdicts = {found.action: found.verdict for found in told.actions}
    assert told.encryption_key == KEY
    assert (verdicts["kms:GenerateDataKey"], verdicts["kms:Decrypt"]) == ("allowed", "unknown")


def test_a_key_that_cannot_be_found_leaves_its_actions_open() -> None:
    world = World(EVERYTHING, allow("kms:*"))
    world.bucket.key = "alias/reports"
    world.bucket.arn = refusal("kms:DescribeKey")
    decrypt = about(world, "kms:Decrypt")
    assert (decrypt.verdict, decrypt.reason_code) == ("unknown", R.KEY_POLICY_UNREADABLE)
    assert decrypt.missing == ["kms:DescribeKey"]


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
