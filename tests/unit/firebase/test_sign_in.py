"""Offline: the signer's certificate and the clock come from tests/firebase_tokens.py."""

import base64
import hashlib
import hmac
import json
import threading
from collections.abc import Callable, Mapping
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from google.auth.exceptions import TransportError
from s3loader.accounts.admission import Admission
from s3loader.caller import Person
from s3loader.errors import ErrorCode, Forbidden, ServerUnavailable, Unauthenticated
from s3loader.firebase.app import FirebaseProject
from s3loader.firebase.sign_in import FirebaseSignIn

from tests.firebase_tokens import (
    FETCH,
    KEY_ID,
    PROJECT,
    SECONDS,
    certificate,
    claims,
    id_token,
    trust_signer,
)

STRANGER = rsa.generate_private_key(public_exponent=65537, key_size=2048)
ELLIPTIC = ec.generate_private_key(ec.SECP256R1())


@pytest.fixture(autouse=True)
def _signer(monkeypatch: pytest.MonkeyPatch) -> None:
    trust_signer(monkeypatch)


def verify(token: str) -> Person:
    sign_in = FirebaseSignIn(FirebaseProject(PROJECT), Admission(("example.com",)))
    return sign_in.verify(token, check_revoked=False)


def segment(value: bytes) -> str:
    return base64.urlsafe_b64encode(value).rstrip(b"=").decode()


def forged(header: Mapping[str, str], key: bytes = b"") -> str:
    """Lee's claims under a header of one's own, with an HMAC where a key is given."""
    said = ".".join(segment(json.dumps(part).encode()) for part in (header, claims()))
    signature = hmac.new(key, said.encode(), hashlib.sha256).digest() if key else b""
    return f"{said}.{segment(signature)}"


def custom_token() -> str:
    audience = (
        "https://identitytoolkit.googleapis.com/google.identity.identitytoolkit.v1.IdentityToolkit"
    )
    return id_token(aud=audience, iss="robot@demo-project.iam.gserviceaccount.com", uid="uid")


def nested(depth: int) -> str:
    return f"{segment(b'[' * depth)}.{segment(b'{}')}.{segment(b'x')}"


def test_a_token_of_the_project_tells_who_it_is() -> None:
    assert verify(id_token()) == Person("uid-of-lee", "lee@example.com", None)


def test_the_person_must_be_welcome_too() -> None:
    with pytest.raises(Forbidden) as refused:
        verify(id_token(email="lee@elsewhere.com"))
    assert refused.value.code is ErrorCode.SIGN_IN_NOT_ALLOWED


@pytest.mark.parametrize("times", [{"exp": SECONDS - 10}, {"iat": SECONDS + 10}])
def test_clocks_may_differ_by_ten_seconds(times: dict[str, Any]) -> None:
    assert verify(id_token(**times)).uid == "uid-of-lee"


@pytest.mark.parametrize(
    "token",
    [
        lambda: id_token(STRANGER),
        lambda: id_token()[:-4] + "AAAA",
        lambda: id_token(kid="kid-2"),
        lambda: id_token(exp=SECONDS - 11),
        lambda: id_token(iat=SECONDS + 11),
        lambda: id_token(exp=None),
        lambda: id_token(iat=None),
        lambda: id_token(aud="other-project"),
        lambda: id_token(aud=[PROJECT]),
        lambda: id_token(iss="https://securetoken.google.com/other-project"),
        lambda: id_token(iss=f"https://session.firebase.google.com/{PROJECT}"),
        custom_token,
        lambda: id_token(sub=None),
        lambda: id_token(sub=""),
        lambda: id_token(sub="u" * 129),
        lambda: forged({"alg": "none", "typ": "JWT"}),
        lambda: forged({"alg": "none", "kid": KEY_ID}),
        lambda: forged({"alg": "HS256", "kid": KEY_ID}, certificate().encode()),
        lambda: forged({"alg": "RS256", "kid": KEY_ID}),
        lambda: jwt.encode(claims(), ELLIPTIC, "ES256", {"kid": KEY_ID}),
        lambda: "",
        lambda: " ",
        lambda: "not-a-token",
        lambda: "가.나.다",
        lambda: "a" * 100_000,
        lambda: nested(9),
        lambda: nested(75_000),
    ],
    ids=[
        "forged-signature",
        "damaged-signature",
        "unknown-key",
        "expired",
        "issued-in-the-future",
        "without-end",
        "without-beginning",
        "other-audience",
        "list-of-audiences",
        "other-issuer",
        "session-cookie",
        "custom-token",
        "no-subject",
        "empty-subject",
        "subject-too-long",
        "alg-none",
        "alg-none-with-key-id",
        "hs256-with-the-public-key",
        "no-signature",
        "es256",
        "empty",
        "space",
        "nonsense",
        "not-ascii",
        "100-kB",
        "no-object",
        "deeply-nested",
    ],
)
def test_every_other_token_is_refused(token: Callable[[], str]) -> None:
    with pytest.raises(Unauthenticated) as refused:
        verify(token())
    assert refused.value.code is ErrorCode.SIGN_IN_INVALID


def test_certificates_that_cannot_be_read_are_not_the_persons_fault(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise TransportError("no network")  # type: ignore[no-untyped-call]

    monkeypatch.setattr(FETCH, fail)
    with pytest.raises(ServerUnavailable):
        verify(id_token())


def test_google_that_never_answers_keeps_nobody_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    answered = threading.Event()
    monkeypatch.setattr("firebase_admin.auth.verify_id_token", lambda *_, **__: answered.wait())
    project = FirebaseProject(PROJECT)
    sign_in = FirebaseSignIn(project, Admission(("example.com",)), patience=0.05)
    try:
        with pytest.raises(ServerUnavailable):
            sign_in.verify(id_token(), check_revoked=True)
    finally:
        answered.set()
