"""ID tokens like Firebase's; the signer's certificate and a clock stand in for Google's."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any, Final

import jwt
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID

PROJECT: Final = "demo-project"
NOW: Final = datetime(2026, 11, 23, 9, tzinfo=UTC)
SECONDS: Final = int(NOW.timestamp())
KEY_ID: Final = "kid-1"
SIGNER = rsa.generate_private_key(public_exponent=65537, key_size=2048)
LOOKUP: Final = "firebase_admin._user_mgt.UserManager._make_request"
FETCH: Final = "firebase_admin._token_gen.CertificateFetchRequest.__call__"


def claims(**changes: object) -> dict[str, Any]:
    """What Firebase says of Lee; a change to None leaves a claim out."""
    usual = {
        "iss": f"https://securetoken.google.com/{PROJECT}",
        "aud": PROJECT,
        "auth_time": SECONDS - 60,
        "sub": "uid-of-lee",
        "iat": SECONDS - 60,
        "exp": SECONDS + 3540,
        "email": "lee@example.com",
        "email_verified": True,
        "firebase": {"identities": {"email": ["lee@example.com"]}, "sign_in_provider": "password"},
        **changes,
    }
    return {name: value for name, value in usual.items() if value is not None}


def id_token(key: rsa.RSAPrivateKey = SIGNER, kid: str = KEY_ID, **changes: object) -> str:
    """A token of Lee's, signed."""
    return jwt.encode(claims(**changes), key, algorithm="RS256", headers={"kid": kid})


def trust_signer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be NOW, and the signer's certificate the one that Google publishes."""

    def fetch(*_: object, **__: object) -> SimpleNamespace:
        body = json.dumps({KEY_ID: certificate()}).encode()
        return SimpleNamespace(status=200, data=body, headers={})

    monkeypatch.setattr(FETCH, fetch)
    monkeypatch.setattr("google.auth._helpers.utcnow", lambda: NOW.replace(tzinfo=None))


def know_users(monkeypatch: pytest.MonkeyPatch, *records: Mapping[str, object]) -> list[str]:
    """Let Firebase answer every question with these users, and return whom it was asked for."""
    asked: list[str] = []

    def answer(_: object, method: str, path: str, json: dict[str, Any]) -> tuple[object, None]:
        asked.extend(json["localId"])
        return {"users": [{"localId": "uid-of-lee", **record} for record in records]}, None

    monkeypatch.setattr(LOOKUP, answer)
    return asked


def certificate() -> str:
    """The signer's, as PEM."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "test")])
    built = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(SIGNER.public_key())
        .serial_number(1)
        .not_valid_before(NOW - timedelta(days=1))
        .not_valid_after(NOW + timedelta(days=1))
        .sign(SIGNER, hashes.SHA256())
    )
    return built.public_bytes(serialization.Encoding.PEM).decode()
