"""With whose rights Google is asked."""

import json
from collections.abc import Callable
from datetime import datetime
from types import SimpleNamespace

import boto3
import pytest
from google.auth.exceptions import DefaultCredentialsError, RefreshError
from moto import mock_aws
from s3loader.aws.clients import ClientCache, Endpoints
from s3loader.aws.firebase_secret import FirebaseSecret
from s3loader.aws.service_clients import ServiceClients
from s3loader.aws.session import shared_session
from s3loader.errors import ServerUnavailable
from s3loader.firebase.app import FirebaseProject
from s3loader.firebase.credentials import CredentialsWhenNeeded, parse

WORKLOAD = {
    "type": "external_account",
    "audience": "//iam.googleapis.com/projects/1/workloadIdentityPools/a/providers/b",
    "subject_token_type": "urn:ietf:params:aws:token-type:aws4_request",
    "token_url": "https://sts.googleapis.com/v1/token",
    "credential_source": {
        "environment_id": "aws1",
        "regional_cred_verification_url": "https://sts.{region}.amazonaws.com"
        "?Action=GetCallerIdentity&Version=2011-06-15",
    },
}


def test_no_credential_is_read_before_a_token_is_needed() -> None:
    def never() -> str:
        raise AssertionError("read too early")

    project = FirebaseProject("demo", never)
    assert project.app.project_id == "demo"
    assert project.app is project.app


def test_a_token_comes_from_what_the_secret_holds_which_is_read_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ends = datetime(2026, 11, 23)
    found = SimpleNamespace(token="fresh", expiry=ends, refresh=lambda _request: None)
    monkeypatch.setattr("s3loader.firebase.credentials.parse", lambda _text: found)
    reads: list[str] = []
    credentials = CredentialsWhenNeeded(lambda: reads.append("read") or "{}")  # type: ignore[func-returns-value]
    credentials.refresh(None)
    credentials.refresh(None)
    assert (credentials.token, credentials.expiry, reads) == ("fresh", ends, ["read"])


def test_a_workload_identity_of_aws_needs_no_key_of_google() -> None:
    assert type(parse(json.dumps(WORKLOAD))).__module__ == "google.auth.aws"


@pytest.mark.parametrize(
    "text",
    [
        "not json, but secret-canary",
        "[]",
        "{}",
        '{"type": "authorized_user", "refresh_token": "secret-canary"}',
        '{"type": "service_account", "private_key": "secret-canary"}',
        '{"type": "external_account", "audience": "secret-canary"}',
    ],
)
def test_other_documents_are_refused_and_never_quoted(text: str, log: Callable[[], str]) -> None:
    with pytest.raises(DefaultCredentialsError) as refused:
        CredentialsWhenNeeded(lambda: text).refresh(None)
    assert "Firebase credentials unusable" in log()
    assert "canary" not in f"{refused.value} {log()}"


def test_what_google_does_not_take_is_logged_by_its_kind(
    monkeypatch: pytest.MonkeyPatch, log: Callable[[], str]
) -> None:
    def refuse(_request: object) -> None:
        raise RefreshError("invalid_grant")  # type: ignore[no-untyped-call]

    found = SimpleNamespace(refresh=refuse)
    monkeypatch.setattr("s3loader.firebase.credentials.parse", lambda _text: found)
    with pytest.raises(RefreshError):
        CredentialsWhenNeeded(lambda: "{}").refresh(None)
    assert '"cause":"RefreshError"' in log()


@pytest.fixture
def clients(monkeypatch: pytest.MonkeyPatch) -> ServiceClients:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AKIAOWNOWNOWNOWNOWN1")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "own-secret")
    shared_session.cache_clear()
    return ServiceClients(ClientCache(Endpoints()))


def test_the_secret_is_read_from_secrets_manager_and_its_absence_is_the_servers_fault(
    clients: ServiceClients, log: Callable[[], str]
) -> None:
    with mock_aws():
        manager = boto3.client("secretsmanager", region_name="ap-northeast-2")
        arn = manager.create_secret(Name="firebase", SecretString="{}")["ARN"]
        assert FirebaseSecret(clients.secrets, arn).read() == "{}"
        with pytest.raises(ServerUnavailable):
            FirebaseSecret(clients.secrets, f"{arn}-gone").read()
    assert '"cause":"ResourceNotFoundException"' in log()


def test_a_secret_of_bytes_is_as_unreadable_as_none(
    clients: ServiceClients, log: Callable[[], str]
) -> None:
    with mock_aws():
        manager = boto3.client("secretsmanager", region_name="ap-northeast-2")
        arn = manager.create_secret(Name="firebase", SecretBinary=b"{}")["ARN"]
        with pytest.raises(ServerUnavailable):
            FirebaseSecret(clients.secrets, arn).read()
    assert "Firebase credentials unreadable" in log()
