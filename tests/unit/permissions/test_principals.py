"""Whom the policy of a bucket means, and what it grants to a user, a session, or an account."""

from typing import Any

import pytest

from tests.unit.permissions.asking import allow, ask_bucket, deny, known

ACCOUNT = "123456789012"
USER = f"arn:aws:iam::{ACCOUNT}:user/team/lee"
ROOT = f"arn:aws:iam::{ACCOUNT}:root"
ROLE = f"arn:aws:iam::{ACCOUNT}:role/service/Loader"
SESSION = f"arn:aws:sts::{ACCOUNT}:assumed-role/Loader/lee"
FEDERATED = f"arn:aws:sts::{ACCOUNT}:federated-user/lee"
OTHER = "arn:aws:iam::999999999999:user/team/lee"


def said(who: str, principal: object) -> set[str]:
    return set(ask_bucket(who, allow(Principal=principal)).possible)


@pytest.mark.parametrize(
    ("who", "principal", "grant"),
    [
        (USER, "*", "grants"),
        (USER, {"AWS": "*"}, "grants"),
        (USER, {"AWS": [OTHER, USER]}, "grants-personally"),
        (USER, {"AWS": ["*", USER]}, "grants-personally"),
        (USER, {"AWS": ROOT}, "delegates"),
        (USER, {"AWS": ACCOUNT}, "delegates"),
        (USER, {"AWS": OTHER}, "silent"),
        (USER, {"AWS": "999999999999"}, "silent"),
        (USER, {"AWS": ROLE}, "silent"),
        (USER, {"AWS": f"arn:aws:iam::{ACCOUNT}:user/lee"}, "silent"),
        (USER, {"AWS": "AIDAABCDEFGHIJKLMNOPQ"}, "silent"),
        (USER, {"AWS": "arn:aws:iam::cloudfront:user/CloudFront Origin Access E1"}, "silent"),
        (USER, {"Service": "cloudfront.amazonaws.com"}, "silent"),
        (USER, {"Federated": "cognito-identity.amazonaws.com"}, "silent"),
        (ROOT, {"AWS": ROOT}, "grants-personally"),
        (SESSION, {"AWS": SESSION}, "grants-personally"),
        (SESSION, {"AWS": ROLE}, "grants"),
        (SESSION, {"AWS": f"arn:aws:iam::{ACCOUNT}:role/Loader"}, "grants"),
        (SESSION, {"AWS": f"arn:aws:iam::{ACCOUNT}:role/Other"}, "silent"),
        (SESSION, {"AWS": "arn:aws:iam::999999999999:role/service/Loader"}, "silent"),
        (SESSION, {"AWS": f"arn:aws:sts::{ACCOUNT}:assumed-role/Loader/kim"}, "silent"),
        (SESSION, {"AWS": ROOT}, "delegates"),
        (FEDERATED, {"AWS": FEDERATED}, "grants-personally"),
    ],
)
def test_a_principal_means_someone_or_not(who: str, principal: object, grant: str) -> None:
    assert said(who, principal) == {grant}


@pytest.mark.parametrize(
    ("who", "principal", "possible"),
    [
        (USER, {"CanonicalUser": "79a59df900b949e5"}, {"delegates", "silent"}),
        (USER, {"AWS": f"arn:aws:iam::{ACCOUNT}:user/*"}, {"grants", "silent"}),
        (USER, {"AWS": "someone"}, {"grants", "silent"}),
        (FEDERATED, {"AWS": USER}, {"grants", "silent"}),
    ],
)
def test_a_principal_that_cannot_be_told_leaves_it_open(
    who: str, principal: object, possible: set[str]
) -> None:
    assert said(who, principal) == possible


@pytest.mark.parametrize(
    ("who", "spared", "possible"),
    [
        (USER, OTHER, {"explicit-deny"}),
        (USER, [USER, ROOT], {"silent"}),
        (USER, [USER, ACCOUNT], {"silent"}),
        (USER, USER, {"explicit-deny", "silent"}),
        (USER, ROOT, {"explicit-deny", "silent"}),
        (SESSION, [ROLE, SESSION, ROOT], {"silent"}),
        (SESSION, [ROLE, ROOT], {"explicit-deny", "silent"}),
        (SESSION, [SESSION, ROOT], {"explicit-deny", "silent"}),
        (SESSION, USER, {"explicit-deny"}),
        (USER, "*", {"silent"}),
    ],
)
def test_an_exception_from_a_deny_is_sure_only_with_account_and_role(
    who: str, spared: object, possible: set[str]
) -> None:
    assert ask_bucket(who, deny(NotPrincipal={"AWS": spared})).possible == possible


@pytest.mark.parametrize("principal", ["*", {"AWS": USER}, {"AWS": ACCOUNT}, {"AWS": ROOT}])
def test_a_deny_holds_however_it_means_one(principal: object) -> None:
    finding = ask_bucket(USER, allow(Principal={"AWS": USER}), deny(Principal=principal))
    assert finding.outcome == "explicit-deny"
    assert finding.statement is not None
    assert (finding.statement.policy, finding.statement.origin) == ("reports", "bucket-policy")
    assert finding.statement.number == 2


def test_the_strongest_grant_counts_and_weaker_ones_stand_behind_an_open_one() -> None:
    tagged = {"StringEquals": {"s3:ExistingObjectTag/stage": "public"}}
    personally = allow(Principal={"AWS": USER}, Condition=tagged)
    finding = ask_bucket(USER, allow(Principal={"AWS": ROOT}), personally)
    assert finding.possible == {"grants-personally", "delegates"}
    assert finding.outcome == "unknown"
    assert finding.condition_keys == ("s3:ExistingObjectTag/stage",)


def test_only_a_grant_that_needs_no_other_policy_is_an_allow() -> None:
    assert ask_bucket(USER, allow(Principal="*")).outcome == "allow"
    assert ask_bucket(USER, allow(Principal={"AWS": ROOT})).outcome == "implicit-deny"
    assert ask_bucket(USER).outcome == "implicit-deny"


def test_a_bucket_that_demands_tls_denies_without_it() -> None:
    plain = deny(Principal="*", Condition={"Bool": {"aws:SecureTransport": "false"}})
    assert ask_bucket(USER, plain, context=known({"aws:SecureTransport": "false"})).possible == {
        "explicit-deny"
    }
    assert ask_bucket(USER, plain, context=known({"aws:SecureTransport": "true"})).possible == {
        "silent"
    }


@pytest.mark.parametrize(
    "odd", [{}, {"Principal": "lee"}, {"Principal": {"Team": "a"}}, {"Principal": {"AWS": [1]}}]
)
def test_a_policy_that_is_not_understood_may_say_anything(odd: dict[str, Any]) -> None:
    finding = ask_bucket(USER, deny(**odd))
    assert finding.outcome == "unknown"
    assert {"explicit-deny", "grants-personally", "silent"} <= finding.possible
    assert finding.not_understood == ("reports",)
