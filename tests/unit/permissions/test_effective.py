"""What an identity is told that it may do at a place."""

from typing import Literal

import pytest
from s3loader.errors import ErrorCode, Missing, S3LoaderError, Unauthenticated
from s3loader.permissions.asked_actions import S3_ACTIONS
from s3loader.permissions.models import ReasonCode

from tests.unit.permissions.layers import simulated
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
