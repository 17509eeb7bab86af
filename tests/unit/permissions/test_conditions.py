"""Conditions, by the tables of IAM's documentation on condition operators."""

import time
from collections.abc import Iterator

import pytest
from s3loader.permissions.conditions import conditions_hold
from s3loader.permissions.matches import Match, maybe
from s3loader.permissions.models import PolicyCondition
from s3loader.permissions.variables import Variables

from tests.unit.permissions.asking import known

REQUEST = known(
    {
        "s3:prefix": "Home/lee/",
        "aws:username": "lee",
        "aws:SourceIp": "203.0.113.7",
        "aws:VpcSourceIp": "2001:db8::7",
        "aws:SecureTransport": "true",
        "aws:CurrentTime": "2026-11-23T12:00:00+00:00",
        "aws:EpochTime": "1795435200",
        "aws:PrincipalArn": "arn:aws:iam::123456789012:user/team/lee",
        "s3:max-keys": "10",
        "kms:Blob": "QQ==",
    },
    absent=["aws:MultiFactorAuthPresent", "s3:x-amz-acl"],
)


def hold(*conditions: tuple[str, str, list[str]]) -> Match:
    lines = [PolicyCondition(operator=o, key=k, values=v) for o, k, v in conditions]
    return conditions_hold(lines, Variables(REQUEST, "2012-10-17"))


def answer(operator: str, key: str, *values: str) -> str:
    return hold((operator, key, list(values))).answer


@pytest.mark.parametrize(
    ("operator", "key", "value"),
    [
        ("StringEquals", "s3:prefix", "Home/lee/"),
        ("stringequals", "S3:PREFIX", "Home/lee/"),
        ("StringEquals", "s3:prefix", "Home/${aws:username}/"),
        ("StringEqualsIgnoreCase", "s3:prefix", "hOME/${aws:username}/"),
        ("StringNotEquals", "s3:prefix", "home/lee/"),
        ("StringNotEqualsIgnoreCase", "s3:prefix", "inbox/"),
        ("StringLike", "s3:prefix", "Home/*"),
        ("StringLike", "s3:prefix", "Home/le?/"),
        ("StringNotLike", "s3:prefix", "home/*"),
        ("IpAddress", "aws:SourceIp", "203.0.113.0/24"),
        ("IpAddress", "aws:SourceIp", "203.0.113.7"),
        ("IpAddress", "aws:SourceIp", "203.0.113.99/24"),
        ("IpAddress", "aws:VpcSourceIp", "2001:db8::/32"),
        ("NotIpAddress", "aws:SourceIp", "198.51.100.0/24"),
        ("NotIpAddress", "aws:SourceIp", "2001:db8::/32"),
        ("Bool", "aws:SecureTransport", "TRUE"),
        ("DateGreaterThan", "aws:CurrentTime", "2026-11-23T11:59:59Z"),
        ("DateLessThan", "aws:CurrentTime", "2026-11-23T21:00:01+09:00"),
        ("DateEquals", "aws:CurrentTime", "1795435200"),
        ("DateNotEquals", "aws:CurrentTime", "2026-11-23"),
        ("DateLessThanEquals", "aws:EpochTime", "2026-11-23T12:00:00Z"),
        ("DateGreaterThanEquals", "aws:EpochTime", "2026-11-23T12:00:00Z"),
        ("NumericEquals", "s3:max-keys", "10.0"),
        ("NumericNotEquals", "s3:max-keys", "11"),
        ("NumericLessThan", "s3:max-keys", "10.5"),
        ("NumericLessThanEquals", "s3:max-keys", "10"),
        ("NumericGreaterThan", "s3:max-keys", "9"),
        ("NumericGreaterThanEquals", "s3:max-keys", "10"),
        ("ArnEquals", "aws:PrincipalArn", "arn:aws:iam::123456789012:user/team/lee"),
        ("ArnEquals", "aws:PrincipalArn", "arn:*:iam::*:user/*"),
        ("ArnLike", "aws:PrincipalArn", "arn:aws:iam::123456789012:user/*/${aws:username}"),
        ("ArnNotLike", "aws:PrincipalArn", "arn:aws:iam::123456789012:role/*"),
        ("ArnNotEquals", "aws:PrincipalArn", "arn:aws:iam::999999999999:*"),
        ("BinaryEquals", "kms:Blob", "QQ=="),
        ("Null", "s3:x-amz-acl", "true"),
        ("Null", "s3:prefix", "false"),
    ],
)
def test_a_condition_holds_and_its_opposite_does_not(operator: str, key: str, value: str) -> None:
    assert answer(operator, key, value) == "yes"
    assert answer(OPPOSITES[operator.lower()], key, OTHER.get(value, value)) == "no"


OTHER = {"true": "false", "false": "true", "TRUE": "false", "QQ==": "Qg=="}
_PAIRS = [
    ("stringequals", "stringnotequals"),
    ("stringequalsignorecase", "stringnotequalsignorecase"),
    ("stringlike", "stringnotlike"),
    ("ipaddress", "notipaddress"),
    ("numericequals", "numericnotequals"),
    ("dateequals", "datenotequals"),
    ("arnequals", "arnnotequals"),
    ("arnlike", "arnnotlike"),
    ("numericlessthan", "numericgreaterthanequals"),
    ("numericlessthanequals", "numericgreaterthan"),
    ("datelessthan", "dategreaterthanequals"),
    ("datelessthanequals", "dategreaterthan"),
]
OPPOSITES = {a: b for pair in _PAIRS for a, b in (pair, pair[::-1])} | {
    same: same for same in ("bool", "binaryequals", "null")
}


@pytest.mark.parametrize(
    ("operator", "key", "value"),
    [
        ("StringEquals", "s3:prefix", "Home/*"),
        ("StringLike", "s3:prefix", "home/*"),
        ("IpAddress", "aws:SourceIp", "203.0.114.0/24"),
        ("ArnLike", "aws:PrincipalArn", "arn:aws:iam::*:team/lee"),
        ("ArnLike", "aws:PrincipalArn", "arn:*:user/team/lee:::"),
        ("Null", "s3:x-amz-acl", "false"),
    ],
)
def test_a_condition_does_not_hold(operator: str, key: str, value: str) -> None:
    assert answer(operator, key, value) == "no"


@pytest.fixture
def in_seoul(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as here:
        here.setenv("TZ", "Asia/Seoul")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("in_seoul")
def test_a_date_without_a_zone_is_utc_wherever_the_server_is() -> None:
    assert answer("DateEquals", "aws:CurrentTime", "2026-11-23T12:00:00") == "yes"
    assert answer("DateLessThan", "aws:CurrentTime", "2026-11-24") == "yes"


def test_values_are_alternatives() -> None:
    assert answer("StringEquals", "aws:username", "kim", "lee") == "yes"
    assert answer("StringEquals", "aws:username", "kim", "park") == "no"


def test_of_a_negated_operator_no_value_may_match() -> None:
    assert answer("StringNotEquals", "aws:username", "kim", "park") == "yes"
    assert answer("StringNotEquals", "aws:username", "kim", "lee") == "no"
    assert answer("NotIpAddress", "aws:SourceIp", "10.0.0.0/8", "203.0.113.0/24") == "no"


def test_all_keys_and_operators_must_hold() -> None:
    lee = ("StringEquals", "aws:username", ["lee"])
    kim = ("StringEquals", "aws:username", ["kim"])
    tls = ("Bool", "aws:SecureTransport", ["true"])
    assert hold(lee, tls).answer == "yes"
    assert hold(lee, kim).answer == "no"
    assert hold().answer == "yes"


ABSENT = "aws:MultiFactorAuthPresent"


@pytest.mark.parametrize(
    ("operator", "expected"),
    [
        ("Bool", "no"),
        ("BoolIfExists", "yes"),
        ("StringEquals", "no"),
        ("StringNotEquals", "yes"),
        ("ArnNotLike", "yes"),
        ("NotIpAddress", "yes"),
        ("NumericLessThan", "no"),
        ("DateNotEquals", "yes"),
        ("ForAllValues:StringEquals", "yes"),
        ("ForAnyValue:StringEquals", "no"),
        ("ForAnyValue:StringNotEquals", "no"),
        ("ForAnyValue:StringEqualsIfExists", "yes"),
    ],
)
def test_what_a_key_means_that_the_request_lacks(operator: str, expected: str) -> None:
    assert answer(operator, ABSENT, "true") == expected


@pytest.mark.parametrize("operator", ["ForAllValues:StringLike", "ForAnyValue:StringLike"])
def test_a_single_value_is_a_set_of_one(operator: str) -> None:
    assert answer(operator, "s3:prefix", "inbox/*", "Home/*") == "yes"
    assert answer(operator, "s3:prefix", "inbox/*") == "no"


@pytest.mark.parametrize(
    "operator",
    ["StringEquals", "StringNotEquals", "Null", "BoolIfExists", "ForAllValues:StringLike", "New"],
)
def test_an_unknown_key_leaves_it_open_and_is_named(operator: str) -> None:
    key = "s3:ExistingObjectTag/stage"
    assert hold((operator, key, ["true"])) == maybe(key)


@pytest.mark.parametrize(
    ("operator", "key", "values"),
    [
        ("StringMatchesRegex", "s3:prefix", ["Home/.*"]),
        ("StringMatchesRegex", ABSENT, ["Home/.*"]),
        ("NumericLessThan", "s3:max-keys", ["ten"]),
        ("DateLessThan", "aws:CurrentTime", ["tomorrow"]),
        ("IpAddress", "aws:SourceIp", ["203.0.113"]),
        ("NotIpAddress", "aws:SourceIp", ["203.0.113"]),
        ("Bool", "aws:SecureTransport", ["yes"]),
        ("Null", "s3:prefix", ["yes"]),
        ("ArnLike", "aws:PrincipalArn", ["*"]),
        ("StringEquals", "s3:prefix", []),
    ],
)
def test_what_cannot_be_understood_leaves_it_open(
    operator: str, key: str, values: list[str]
) -> None:
    assert hold((operator, key, values)) == maybe(key)


def test_what_is_certain_wins_over_what_is_not() -> None:
    unknown = ("StringEquals", "aws:PrincipalTag/team", ["x"])
    false = ("StringEquals", "aws:username", ["kim"])
    assert hold(unknown, false).answer == hold(false, unknown).answer == "no"


def test_an_unknown_variable_is_the_key_to_ask_for() -> None:
    condition = ("StringLike", "s3:prefix", ["Home/${aws:PrincipalTag/team}/*"])
    assert hold(condition) == maybe("aws:PrincipalTag/team")


def test_a_variable_without_value_matches_nothing_and_its_opposite_stays_open() -> None:
    assert answer("StringLike", "s3:prefix", "Home/${s3:x-amz-acl}/*") == "no"
    assert answer("StringNotLike", "s3:prefix", "Home/${s3:x-amz-acl}/*") == "maybe"
