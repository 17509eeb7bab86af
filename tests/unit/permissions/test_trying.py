"""What only trying can show is tried when a person asks."""

from typing import Any

import pytest
from s3loader.errors import ErrorCode
from s3loader.permissions.models import ActionPermission, EffectivePermissions, UnreadableSource

from tests.unit.permissions.layers import simulated
from tests.unit.permissions.world import SESSION, World, allow, document, refusal

DELETE = "s3:DeleteObject"
UNREAD = UnreadableSource(
    source="inline",
    name=None,
    action="iam:ListUserPolicies",
    code=ErrorCode.ACCESS_DENIED,
    detail="No.",
)
IF_MATCH = {"Null": {"s3:if-match": "false"}}


def unreadable(*statements: dict[str, Any]) -> World:
    """An identity whose policies are only partly read."""
    world = World(*statements)
    world.unreadable = [UNREAD]
    return world


def deleting(told: EffectivePermissions) -> ActionPermission:
    return next(found for found in told.actions if found.action == DELETE)


def triable(world: World) -> list[str]:
    return [found.action for found in world.ask().actions if found.triable]


@pytest.mark.parametrize(("answer", "verdict"), [(True, "allowed"), (False, "denied")])
def test_a_try_settles_what_no_policy_tells(answer: bool, verdict: str) -> None:
    world = unreadable()
    assert triable(world) == [DELETE]
    assert "delete_object" not in world.prober.tried
    world.prober.answers = {"delete_object": answer}
    told = deleting(world.try_deleting())
    assert (told.verdict, told.source, told.triable) == (verdict, "observed", False)
    assert deleting(world.ask()).verdict == verdict
    assert deleting(world.ask("out/")).verdict == "unknown"


def test_a_try_is_remembered_for_five_minutes() -> None:
    world = unreadable()
    world.prober.answers = {"delete_object": True}
    world.try_deleting()
    world.try_deleting()
    assert world.prober.tried.count("delete_object") == 1
    world.clock = 301
    assert triable(world) == [DELETE]


def test_a_try_that_shows_nothing_leaves_it_open() -> None:
    world = unreadable()
    told = deleting(world.try_deleting())
    assert (told.verdict, told.triable) == ("unknown", True)


def test_a_session_may_try_what_its_hidden_policy_may_narrow() -> None:
    world = World(allow("s3:*"), arn=SESSION)
    assert triable(world) == [DELETE]


@pytest.mark.parametrize(
    "world",
    [
        World(allow("s3:*")),
        World(allow("s3:Get*")),
        World(allow(DELETE, "arn:aws:s3:::reports/in/*.pdf")),
        World(allow(DELETE, Condition={"StringEquals": {"s3:ExistingObjectTag/a": "b"}})),
    ],
    ids=["allowed", "denied", "by name", "by tag"],
)
def test_what_is_known_or_differs_between_keys_is_not_tried(world: World) -> None:
    assert triable(world) == []
    before = world.ask()
    assert world.try_deleting() == before
    assert "delete_object" not in world.prober.tried


def test_a_policy_that_asks_for_if_match_says_something_else_to_the_try() -> None:
    world = unreadable(allow(DELETE, Condition=IF_MATCH))
    assert triable(world) == []
    by_bucket = unreadable()
    by_bucket.bucket.found_policy = document(
        {**allow(DELETE, Condition=IF_MATCH), "Principal": {"AWS": "*"}}
    )
    assert triable(by_bucket) == []


def test_a_simulator_that_lacks_if_match_says_something_else_to_the_try() -> None:
    world = unreadable()
    world.simulator.answer = simulated("implicitDeny", missing_keys=("s3:if-match",))
    assert triable(world) == []


def test_our_own_deletions_carry_no_if_match() -> None:
    assert deleting(World(allow(DELETE, Condition=IF_MATCH)).ask()).verdict == "denied"


def test_a_hidden_bucket_policy_is_tried_too() -> None:
    world = World()
    world.bucket.found_policy = refusal("s3:GetBucketPolicy")
    assert triable(world) == [DELETE]
