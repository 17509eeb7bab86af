from typing import Any

import pytest
from s3loader.accounts.admission import Admission
from s3loader.errors import ErrorCode, Forbidden

KELVIN = "\N{KELVIN SIGN}"  # its lower case is an ordinary k
ORGANISATION = Admission(("example.com", "kind.org"))
BY_CLAIM = Admission((), claim="s3loader")
NAMED = Admission(
    ("example.com", "kind.org"),
    claim="s3loader",
    buckets={"lee@example.com": ("reports",), "@example.com": ("public",), "@kind.org": ()},
)


def claims(**changes: object) -> dict[str, Any]:
    return {"sub": "uid-1", "email": "lee@example.com", "email_verified": True, **changes}


def test_a_verified_address_of_the_organisation_is_welcome_and_has_no_limit() -> None:
    person = ORGANISATION.admit(claims())
    assert (person.uid, person.email, person.buckets) == ("uid-1", "lee@example.com", None)


def test_the_case_of_an_address_says_nothing() -> None:
    assert ORGANISATION.admit(claims(email="Lee@Example.COM")).email == "Lee@Example.COM"
    assert NAMED.admit(claims(email="LEE@example.com")).buckets == ("reports",)


@pytest.mark.parametrize(
    "changes",
    [
        {"email_verified": False},
        {"email_verified": "true"},
        {"email_verified": None},
        {"email": "lee@elsewhere.com"},
        {"email": "lee@example.com.elsewhere.com"},
        {"email": "lee@elsewhere.com@"},
        {"email": "lee@mail.example.com"},
        {"email": "example.com"},
        {"email": ""},
        {"email": None},
        {"email": ["lee@example.com"]},
        {"email": f"lee@{KELVIN}ind.org"},
        {"email": "lee@elsewhere.com", "s3loader": True},
        {"firebase": {"tenant": "guests"}},
    ],
)
def test_a_stranger_to_the_organisation_is_turned_away(changes: dict[str, Any]) -> None:
    with pytest.raises(Forbidden) as refused:
        ORGANISATION.admit(claims(**changes))
    assert refused.value.code is ErrorCode.SIGN_IN_NOT_ALLOWED


def test_a_claim_admits_without_any_address() -> None:
    person = BY_CLAIM.admit({"sub": "uid-2", "s3loader": True, "provider_id": "anonymous"})
    assert (person.uid, person.email, person.buckets) == ("uid-2", None, None)


@pytest.mark.parametrize("value", [False, "true", 1, None, [True], {}])
def test_a_claim_that_is_not_exactly_true_admits_nobody(value: object) -> None:
    with pytest.raises(Forbidden):
        BY_CLAIM.admit(claims(s3loader=value))


def test_a_claim_does_not_open_the_door_to_another_tenants_users() -> None:
    with pytest.raises(Forbidden):
        BY_CLAIM.admit(claims(s3loader=True, firebase={"tenant": "guests"}))


@pytest.mark.parametrize(
    ("changes", "buckets"),
    [
        ({}, ("reports",)),
        ({"email": "kim@example.com"}, ("public",)),
        ({"email": "kim@kind.org"}, ()),
        ({"email": "kim@elsewhere.com", "s3loader": True}, ()),
        ({"email": None, "s3loader": True}, ()),
        ({"email_verified": False, "s3loader": True}, ()),
        ({"email": f"{KELVIN}im@example.com", "s3loader": True}, ()),
    ],
    ids=["address", "domain", "named-none", "unnamed", "no-address", "unverified", "kelvin"],
)
def test_an_address_goes_before_its_domain_and_who_is_in_neither_gets_no_bucket(
    changes: dict[str, Any], buckets: tuple[str, ...]
) -> None:
    assert NAMED.admit(claims(**changes)).buckets == buckets
