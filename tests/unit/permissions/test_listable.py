"""The prefixes at which a bucket opens for who may not list it as a whole."""

import time
from typing import Any

import pytest
from s3loader.permissions.listable import MOST

from tests.unit.permissions.world import (
    SESSION,
    USER,
    World,
    allow,
    document,
    refusal,
)


def listing(*prefixes: str, operator: str = "StringLike", **more: Any) -> dict[str, Any]:  # noqa: ANN401
    condition = {operator: {"s3:prefix": list(prefixes)}}
    return allow("s3:ListBucket", "arn:aws:s3:::reports", Condition=condition, **more)


def places(*statements: dict[str, Any], arn: str = USER) -> list[str]:
    return World(*statements, arn=arn).ask("").listable_prefixes


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        (listing("inbox/", "inbox/*"), ["inbox/"]),
        (listing("inbox/", operator="StringEquals"), ["inbox/"]),
        (listing("a/b/*", "c/*"), ["a/b/", "c/"]),
        (listing("${aws:username}/*"), ["lee/"]),
        (listing("home/${aws:username}/", operator="StringEquals"), ["home/lee/"]),
    ],
)
def test_they_are_read_from_the_conditions_of_policies(
    statement: dict[str, Any], expected: list[str]
) -> None:
    assert places(statement) == expected


@pytest.mark.parametrize(
    "statement",
    [
        listing("inbox"),
        listing("inbox*"),
        listing("*"),
        listing("${aws:PrincipalTag/team}/*"),
        listing("inbox/*", operator="StringNotLike"),
        {**listing("inbox/*"), "Resource": "arn:aws:s3:::photos"},
        {**listing("inbox/*"), "Effect": "Deny"},
        {**listing("inbox/*"), "Action": "s3:GetObject"},
    ],
)
def test_nothing_is_promised_that_is_no_place_or_not_allowed(statement: dict[str, Any]) -> None:
    assert places(statement) == []


def test_a_prefix_that_another_statement_denies_is_left_out() -> None:
    forbidden = {**listing("b/*"), "Effect": "Deny"}
    assert places(listing("a/*", "b/*"), forbidden) == ["a/"]


def test_who_may_list_the_whole_bucket_needs_none() -> None:
    assert places(listing("inbox/*"), allow("s3:ListBucket")) == []


def test_a_session_policy_that_may_exist_hides_none() -> None:
    assert places(listing("inbox/*"), arn=SESSION) == ["inbox/"]


def test_the_buckets_own_policy_may_name_them() -> None:
    world = World()
    principal = {"AWS": USER}
    world.bucket.found_policy = document({**listing("shared/*"), "Principal": principal})
    assert world.ask("").listable_prefixes == ["shared/"]


def test_a_hidden_bucket_policy_hides_none_of_the_identitys() -> None:
    world = World(listing("inbox/*"))
    world.bucket.found_policy = refusal("s3:GetBucketPolicy")
    assert world.ask("").listable_prefixes == ["inbox/"]


def test_there_are_only_so_many() -> None:
    assert len(places(listing(*(f"{number}/*" for number in range(MOST + 1))))) == MOST


def test_thousands_that_policies_name_are_quickly_told() -> None:
    prefixes = [f"team-{number}/" for number in range(2_500)]
    open_condition = {"StringLike": {"s3:prefix": prefixes, "aws:PrincipalTag/team": "a"}}
    world = World(allow("s3:ListBucket", Condition=open_condition))
    begun = time.process_time()
    assert world.ask("").listable_prefixes == []
    assert time.process_time() - begun < 0.5


def test_a_hundred_are_all_looked_at() -> None:
    closed = [listing(f"closed-{n}/*", Effect="Allow") for n in range(100)]
    forbidden = {**listing("closed-*"), "Effect": "Deny"}
    assert places(forbidden, *closed, listing("open/*")) == ["open/"]
