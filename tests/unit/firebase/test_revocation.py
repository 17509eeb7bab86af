"""Whether a sign-in still holds; Firebase's answers come from tests/firebase_tokens.py."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from firebase_admin.exceptions import PermissionDeniedError
from s3loader.accounts.admission import Admission
from s3loader.caller import Person
from s3loader.errors import ErrorCode, ServerUnavailable, Unauthenticated
from s3loader.firebase.app import FirebaseProject
from s3loader.firebase.sign_in import FirebaseSignIn

from tests.firebase_tokens import LOOKUP, PROJECT, SECONDS, id_token, know_users, trust_signer

STRANGER = rsa.generate_private_key(public_exponent=65537, key_size=2048)


@pytest.fixture(autouse=True)
def _signer(monkeypatch: pytest.MonkeyPatch) -> None:
    trust_signer(monkeypatch)


def verify(token: str, *, check_revoked: bool = False) -> Person:
    sign_in = FirebaseSignIn(FirebaseProject(PROJECT), Admission(("example.com",)))
    return sign_in.verify(token, check_revoked=check_revoked)


def test_a_sign_in_that_still_holds_passes_the_question(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = know_users(monkeypatch, {"validSince": str(SECONDS - 60)})
    assert verify(id_token(), check_revoked=True).uid == "uid-of-lee"
    assert asked == ["uid-of-lee"]


@pytest.mark.parametrize(
    "records",
    [[{"disabled": True}], [{"validSince": str(SECONDS - 59)}], []],
    ids=["disabled", "signed-out", "deleted"],
)
def test_who_may_not_sign_in_any_more_is_refused_where_that_is_asked(
    monkeypatch: pytest.MonkeyPatch, records: list[dict[str, Any]]
) -> None:
    asked = know_users(monkeypatch, *records)
    assert verify(id_token()).uid == "uid-of-lee"
    assert not asked
    with pytest.raises(Unauthenticated) as refused:
        verify(id_token(), check_revoked=True)
    assert refused.value.code is ErrorCode.SIGN_IN_INVALID


def test_a_forged_token_asks_firebase_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = know_users(monkeypatch, {})
    with pytest.raises(Unauthenticated):
        verify(id_token(STRANGER), check_revoked=True)
    assert not asked


def no_secret() -> str:
    raise ServerUnavailable


def account_of_nowhere() -> str:
    """A service account whose tokens come from a port where nobody listens."""
    pem = STRANGER.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    robot = {"client_email": "robot@x", "token_uri": "http://127.0.0.1:9/token"}
    return json.dumps({"type": "service_account", "private_key": pem.decode(), **robot})


@pytest.mark.parametrize("credentials", [lambda: "{}", no_secret, account_of_nowhere])
def test_without_working_google_credentials_nobody_is_taken_as_unrevoked(
    credentials: Callable[[], str],
) -> None:
    project = FirebaseProject(PROJECT, credentials)
    sign_in = FirebaseSignIn(project, Admission(("example.com",)))
    assert sign_in.verify(id_token(), check_revoked=False).uid == "uid-of-lee"
    with pytest.raises(ServerUnavailable):
        sign_in.verify(id_token(), check_revoked=True)


def test_a_firebase_that_refuses_to_tell_is_not_the_persons_fault(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionDeniedError("identitytoolkit is off")

    monkeypatch.setattr(LOOKUP, refuse)
    with pytest.raises(ServerUnavailable):
        verify(id_token(), check_revoked=True)
