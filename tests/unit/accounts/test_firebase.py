"""Offline: the verifier's certificates come from here instead of Google."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import jwt
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from google.auth.exceptions import TransportError
from s3loader.accounts.firebase import FirebaseSignIn
from s3loader.errors import ErrorCode, Forbidden, ServerUnavailable, Unauthenticated

PROJECT = "demo-project"
SIGNER = rsa.generate_private_key(public_exponent=65537, key_size=2048)
STRANGER = rsa.generate_private_key(public_exponent=65537, key_size=2048)


def sign_in() -> FirebaseSignIn:
    return FirebaseSignIn(PROJECT, ("example.com",))


def certificate() -> str:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "test")])
    now = datetime.now(UTC)
    built = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(SIGNER.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .sign(SIGNER, hashes.SHA256())
    )
    return built.public_bytes(serialization.Encoding.PEM).decode()


@pytest.fixture(autouse=True)
def fetched(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    urls: list[str] = []

    def fetch(self: object, url: str, **_: object) -> SimpleNamespace:
        urls.append(url)
        body = json.dumps({"kid-1": certificate()}).encode()
        return SimpleNamespace(status=200, data=body, headers={})

    monkeypatch.setattr("firebase_admin._token_gen.CertificateFetchRequest.__call__", fetch)
    return urls


def claims(**changes: object) -> dict[str, Any]:
    now = int(datetime.now(UTC).timestamp())
    return {
        "iss": f"https://securetoken.google.com/{PROJECT}",
        "aud": PROJECT,
        "sub": "user-1",
        "iat": now - 10,
        "exp": now + 600,
        "email": "lee@example.com",
        "email_verified": True,
        **changes,
    }


def signed(key: rsa.RSAPrivateKey = SIGNER, **changes: object) -> str:
    return jwt.encode(claims(**changes), key, algorithm="RS256", headers={"kid": "kid-1"})


def unsigned() -> str:
    return jwt.encode(claims(), "", algorithm="none", headers={"kid": "kid-1"})


def test_a_token_of_the_project_is_accepted_by_its_signature(fetched: list[str]) -> None:
    sign_in().verify(signed())
    assert fetched


@pytest.mark.parametrize(
    "changes",
    [
        {"email_verified": False},
        {"email_verified": "true"},
        {"email": "lee@elsewhere.com"},
        {"email": "lee@example.com.elsewhere.com"},
        {"email": "example.com"},
        {"email": None},
    ],
)
def test_a_stranger_to_the_organisation_is_turned_away(changes: dict[str, Any]) -> None:
    with pytest.raises(Forbidden) as refused:
        sign_in().verify(signed(**changes))
    assert refused.value.code is ErrorCode.SIGN_IN_NOT_ALLOWED


def test_the_case_of_an_address_says_nothing() -> None:
    sign_in().verify(signed(email="Lee@Example.COM"))


def test_certificates_that_cannot_be_read_are_not_the_persons_fault(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise TransportError("no network")  # type: ignore[no-untyped-call]

    monkeypatch.setattr("firebase_admin._token_gen.CertificateFetchRequest.__call__", fail)
    with pytest.raises(ServerUnavailable):
        sign_in().verify(signed())


@pytest.mark.parametrize(
    "token",
    [
        unsigned,
        lambda: signed(STRANGER),
        lambda: signed(exp=1_700_000_000, iat=1_600_000_000),
        lambda: signed(aud="other-project"),
        lambda: signed(iss="https://securetoken.google.com/other-project"),
        lambda: signed(sub=""),
        lambda: signed()[:-4] + "AAAA",
        lambda: jwt.encode(claims(), "s" * 32, algorithm="HS256", headers={"kid": "kid-1"}),
        lambda: "not-a-token",
    ],
    ids=[
        "unsigned",
        "stranger",
        "expired",
        "audience",
        "issuer",
        "subject",
        "damaged",
        "hs256",
        "nonsense",
    ],
)
def test_every_other_token_is_refused(token: Callable[[], str]) -> None:
    with pytest.raises(Unauthenticated) as refused:
        sign_in().verify(token())
    assert refused.value.code is ErrorCode.SIGN_IN_INVALID
