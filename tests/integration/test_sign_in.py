"""The server's account lent to people who sign in; Firebase is tests/firebase_tokens.py."""

import runpy
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from mypy_boto3_s3 import S3Client
from s3loader.settings import SettingsError
from starlette.testclient import TestClient

from tests.firebase_tokens import LOOKUP, id_token, know_users, trust_signer
from tests.integration.conftest import REGION, MakeClient, register
from tests.integration.signed_in import SIGNED_IN, signed_in
from tests.integration.test_canaries import Listener, everything

BUCKET = "demo-photos"
DELETE = {"bucket": BUCKET, "keys": ["in/a.txt"], "confirmation": "delete"}


@pytest.fixture(autouse=True)
def _signer(monkeypatch: pytest.MonkeyPatch) -> None:
    trust_signer(monkeypatch)


@pytest.fixture
def three_buckets(s3: S3Client) -> None:
    for name in ("demo-reports", "demo-secret"):
        s3.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": REGION})


def names_of(client: TestClient) -> list[str]:
    return [bucket["name"] for bucket in client.get("/api/buckets").json()["buckets"]]


def code_of_deleting(client: TestClient) -> tuple[int, str]:
    answer = client.post("/api/objects/delete", json=DELETE)
    return answer.status_code, answer.json()["code"]


def keys_of(s3: S3Client) -> list[str]:
    return [found["Key"] for found in s3.list_objects_v2(Bucket=BUCKET)["Contents"]]


def test_the_account_is_the_servers_and_the_person_is_told_beside_it(
    make_client: MakeClient,
) -> None:
    account = signed_in(make_client, {"@example.com": [BUCKET]}).get("/api/account").json()
    assert account["maskedKeyId"] == "AKIA••••••••CE01"
    assert account["identity"]["accountId"] == "123456789012"
    assert account["person"] == {"email": "lee@example.com", "buckets": [BUCKET]}
    unlimited = signed_in(make_client).get("/api/account").json()
    assert unlimited["person"] == {"email": "lee@example.com", "buckets": None}


def test_an_account_of_ones_own_has_no_person(make_client: MakeClient) -> None:
    assert register(make_client(**SIGNED_IN)).get("/api/account").json()["person"] is None


@pytest.mark.usefixtures("three_buckets")
def test_people_see_their_own_buckets_alone(make_client: MakeClient) -> None:
    theirs = {"lee@example.com": ["demo-reports"], "@example.com": [BUCKET, "demo-gone"]}
    kim = id_token(sub="uid-of-kim", email="kim@example.com")
    nobody = id_token(email="lee@elsewhere.com", s3loader=True)
    assert names_of(signed_in(make_client, theirs)) == ["demo-reports"]
    assert names_of(signed_in(make_client, theirs, kim)) == [BUCKET]
    assert names_of(signed_in(make_client, theirs, nobody, sign_in_claim="s3loader")) == []
    assert len(names_of(signed_in(make_client))) == 3
    assert len(names_of(register(make_client(**SIGNED_IN, sign_in_buckets="{}")))) == 3


def test_the_policies_of_the_server_are_for_those_who_may_use_all_its_buckets(
    make_client: MakeClient, s3: S3Client
) -> None:
    refused = signed_in(make_client, {"@example.com": [BUCKET]}).get("/api/permissions/policies")
    assert (refused.status_code, refused.json()["code"]) == (403, "policies_not_shared")
    assert signed_in(make_client).get("/api/permissions/policies").status_code == 200


@pytest.mark.parametrize("records", [[{"disabled": True}], [], [{"validSince": "9999999999"}]])
def test_who_was_shut_out_in_the_last_hour_deletes_nothing(
    make_client: MakeClient,
    s3: S3Client,
    monkeypatch: pytest.MonkeyPatch,
    records: list[dict[str, object]],
) -> None:
    know_users(monkeypatch, *records)
    client = signed_in(make_client)
    assert code_of_deleting(client) == (401, "sign_in_invalid")
    assert "in/a.txt" in keys_of(s3)
    assert client.get(f"/api/objects?bucket={BUCKET}").status_code == 200


def test_nothing_is_deleted_while_firebase_cannot_be_asked(
    make_client: MakeClient, s3: S3Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ConnectionError

    monkeypatch.setattr("requests.adapters.HTTPAdapter.send", fail)
    monkeypatch.setenv("NO_GCE_CHECK", "true")
    assert code_of_deleting(signed_in(make_client)) == (503, "server_unavailable")
    assert "in/a.txt" in keys_of(s3)


def test_who_is_still_welcome_deletes_and_only_that_asks_firebase(
    make_client: MakeClient, s3: S3Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = know_users(monkeypatch, {})
    client = signed_in(make_client)
    client.get(f"/api/objects?bucket={BUCKET}")
    client.post("/api/downloads", json={"bucket": BUCKET, "keys": ["in/a.txt"]})
    assert not asked
    assert client.post("/api/objects/delete", json=DELETE).status_code == 200
    assert asked == ["uid-of-lee"]
    assert "in/a.txt" not in keys_of(s3)


def test_own_keys_never_need_firebase(
    make_client: MakeClient, s3: S3Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("firebase_admin", "google.auth", "google.cloud"):
        monkeypatch.setitem(sys.modules, module, None)
    client = register(make_client(**SIGNED_IN))
    assert names_of(client) == [BUCKET]
    assert client.get(f"/api/objects?bucket={BUCKET}").status_code == 200
    assert client.post("/api/objects/delete", json=DELETE).status_code == 200


@pytest.mark.parametrize("mode", [{}, {"server_credentials": "open", "host": "127.0.0.1"}])
def test_an_id_token_opens_nothing_where_nobody_signs_in(
    make_client: MakeClient, mode: dict[str, str]
) -> None:
    client = make_client(firebase_project_id="demo-project", **mode)
    client.headers["authorization"] = f"Bearer {id_token()}"
    refused = client.get("/api/buckets")
    assert (refused.status_code, refused.json()["code"]) == (401, "token_invalid")


def test_the_log_names_people_by_firebases_id_and_never_by_address_or_token(
    make_client: MakeClient,
    s3: S3Client,
    monkeypatch: pytest.MonkeyPatch,
    log: Callable[[], str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level("DEBUG")
    know_users(monkeypatch, {"email": "lee@example.com"})
    token = id_token(name="Lee Canary")
    everything(Listener(signed_in(make_client, token=token, log_level="DEBUG")))
    stranger = signed_in(make_client, token=id_token(email="lee@canary.org"))
    assert stranger.get("/api/account").json()["code"] == "sign_in_not_allowed"
    signed_in(make_client, token=token[:-4] + "AAAA").get("/api/account")
    assert '"uid":"uid-of-lee"' in log()
    for canary in (token, token[:-4], "lee@", "canary.org", "Lee Canary"):
        assert canary not in log()
        assert canary not in caplog.text


def test_a_crash_with_an_id_token_in_it_is_logged_without(
    make_client: MakeClient, monkeypatch: pytest.MonkeyPatch, log: Callable[[], str]
) -> None:
    def crash(*_: object, **__: object) -> None:
        raise RuntimeError(f"{id_token()} of somebody")

    monkeypatch.setattr(LOOKUP, crash)
    answer = signed_in(make_client).post("/api/objects/delete", json=DELETE)
    assert (answer.status_code, answer.json()["code"]) == (500, "internal")
    assert "of somebody" in log()
    assert id_token() not in log() + answer.text


@pytest.mark.usefixtures("lambdas_loop")
@pytest.mark.filterwarnings("ignore::DeprecationWarning:mangum")
def test_a_lambda_does_not_start_beside_an_emulator(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SEAL_KEY_FILE", str(tmp_path / "seal.key"))
    monkeypatch.setenv("AWS_LAMBDA_FUNCTION_NAME", "api")
    assert runpy.run_module("s3loader.handler")["handler"]
    monkeypatch.setenv("FIREBASE_AUTH_EMULATOR_HOST", "127.0.0.1:9099")
    with pytest.raises(SettingsError, match="FIREBASE_AUTH_EMULATOR_HOST") as refused:
        runpy.run_module("s3loader.handler")
    assert "9099" not in str(refused.value)
