"""No credential leaves the service: planted ones are searched for in everything it says."""

import logging
from collections.abc import Callable

import boto3
import pytest
from mypy_boto3_s3 import S3Client
from s3loader.buckets import service
from starlette.testclient import TestClient

from tests.integration.conftest import REGION, MakeClient

KEY_ID = "ASIACANARYCANARYCANA"
SECRET = "CanarySecretCanarySecretCanarySecretCana"
SESSION_TOKEN = "CanaryTokenCanaryTokenCanaryToken=="
BUCKET = "demo-photos"
FORM = {"accessKeyId": KEY_ID, "secretAccessKey": SECRET, "sessionToken": SESSION_TOKEN}


class Listener:
    """Drives the API and keeps every answer, headers included."""

    def __init__(self, client: TestClient) -> None:
        self.client = client
        self.said: list[str] = []
        self.urls: list[str] = []

    def call(self, method: str, path: str, body: object = None) -> object:
        answer = self.client.request(method, path, json=body)
        self.said.append(f"{answer.text} {dict(answer.headers)}")
        return answer.json() if answer.content else None


def everything(api: Listener) -> None:
    """Calls every route, rightly and wrongly."""
    files = [{"name": "a", "size": 1}, {"name": "b", "size": 200_000_000}, {"name": "/", "size": 1}]
    upload = {"bucket": BUCKET, "key": "in/b", "uploadId": "none"}
    api.call("GET", "/api/config")
    api.call("GET", "/api/account")
    api.call("GET", "/api/buckets")
    api.call("GET", "/api/buckets?cursor=x")
    api.call("GET", f"/api/objects?bucket={BUCKET}&prefix=in/")
    api.call("GET", f"/api/objects?bucket={BUCKET}&recursive=true&requesterPays=true")
    unreadable = {"bucket": BUCKET, "keys": ["in/absent", "in/../a", "가" * 400]}
    api.call("POST", "/api/downloads", unreadable)
    api.call("POST", "/api/downloads", {**unreadable, "bucket": "demo-nowhere"})
    api.call("GET", "/api/objects?bucket=arn:aws:s3:::x")
    api.call("GET", "/api/objects?bucket=demo-nowhere")
    api.call("POST", "/api/uploads", {"bucket": BUCKET, "prefix": "none/", "files": files})
    api.call("POST", "/api/uploads/uploaded", upload)
    api.call("POST", "/api/uploads/abort", upload)
    sent = {"key": "in/a.txt", "uploadId": None, "size": 3}
    api.call("POST", "/api/uploads/complete", {"bucket": BUCKET, "uploads": [sent, sent]})
    api.call("GET", f"/api/buckets/cors?bucket={BUCKET}&origin=null")
    api.call("PUT", "/api/buckets/cors", {"bucket": BUCKET, "origin": "*", "fingerprint": ""})
    absent = {"bucket": BUCKET, "keys": ["in/absent", "in/absent\n"]}
    api.call("POST", "/api/objects/delete", {**absent, "confirmation": "delete"})
    api.call("POST", "/api/objects/delete", {**absent, "confirmation": SECRET})
    looked_at = {"bucket": BUCKET, "key": "in/a.txt"}
    api.call("GET", f"/api/objects/details?bucket={BUCKET}&key=in/a.txt")
    api.call("GET", f"/api/objects/details?bucket={BUCKET}&key=absent&versionId=none")
    api.call("POST", "/api/objects/preview", {**looked_at, "key": "absent"})
    api.call("POST", "/api/objects/share", {**looked_at, "seconds": 604_800})
    api.call("POST", "/api/objects/share", {**looked_at, "key": "absent", "seconds": 60})
    api.call("GET", f"/api/buckets/protection?bucket={BUCKET}")
    api.call("GET", "/api/permissions/policies?refresh=true")
    known = api.call("GET", f"/api/permissions/effective?bucket={BUCKET}&prefix=in/&refresh=true")
    assert isinstance(known, dict)
    assert known["actions"]
    api.call("GET", "/api/permissions/effective?bucket=demo-nowhere")
    place = {"bucket": BUCKET, "prefix": "in/"}
    api.call("POST", "/api/permissions/try", {**place, "action": "s3:DeleteObject"})
    api.call("POST", "/api/permissions/try", {**place, "action": SECRET})
    opened = {"kind": "bucket.opened", "id": "x" * 16, "secondsAgo": 0, "bucket": BUCKET}
    api.call("POST", "/api/activity", {"reports": [opened]})
    api.call("POST", "/api/activity", {"reports": [{**opened, "id": SECRET + "!"}]})
    api.call("GET", "/api/activity")
    api.call("POST", "/api/account", {**FORM, "region": "mars-north-1"})
    api.call("POST", "/api/account", {**FORM, "secretAccessKey": SECRET + "\n"})
    api.call("POST", "/api/account", {**FORM, "sessionToken": [SESSION_TOKEN]})
    api.call("POST", "/api/account", [FORM])


def test_no_canary_is_in_any_answer_log_event_or_url(
    make_client: MakeClient,
    s3: S3Client,
    log: Callable[[], str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sns = boto3.client("sns", region_name=REGION)
    topic = sns.create_topic(Name="t")["TopicArn"]
    client = make_client(sns_topic_arn=topic, log_level="DEBUG")
    registered = client.post("/api/account", json=FORM)
    token = registered.json()["token"]
    client.headers["authorization"] = f"Bearer {token}"
    api = Listener(client)
    everything(api)
    sns.delete_topic(TopicArn=topic)
    everything(api)  # the events go to the log now

    def broken(*_: object) -> None:
        raise RuntimeError(f"{KEY_ID} {token} {FORM}")

    monkeypatch.setattr(service, "list_buckets", broken)
    api.call("GET", "/api/buckets")

    said = "\n".join([registered.text.replace(token, ""), *api.said])
    assert '"request failed"' in log()
    for canary in (KEY_ID, SECRET, SESSION_TOKEN):
        assert canary not in said
        assert canary not in log()
    assert token not in said
    assert token not in log()


def test_libraries_stay_silent_even_if_everything_else_is_logged(
    make_client: MakeClient, s3: S3Client, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    client = make_client(log_level="DEBUG")
    token = client.post("/api/account", json=FORM).json()["token"]
    client.headers["authorization"] = f"Bearer {token}"
    everything(Listener(client))
    for canary in (KEY_ID, SECRET, SESSION_TOKEN, token):
        assert canary not in caplog.text


def test_a_presigned_url_has_key_id_and_session_token_by_design_and_never_the_secret(
    make_client: MakeClient, s3: S3Client, log: Callable[[], str]
) -> None:
    client = make_client()
    token = client.post("/api/account", json=FORM).json()["token"]
    client.headers["authorization"] = f"Bearer {token}"
    files = [{"name": "a", "size": 1}, {"name": "b", "size": 200_000_000}]
    answer = client.post("/api/uploads", json={"bucket": BUCKET, "prefix": "in/", "files": files})
    multipart = answer.json()["plans"][1]
    reference = {"bucket": BUCKET, "key": multipart["key"], "uploadId": multipart["uploadId"]}
    parts = client.post(
        "/api/uploads/parts", json={**reference, "size": 200_000_000, "partNumbers": [1]}
    )
    looked_at = {"bucket": BUCKET, "key": "in/a.txt"}
    preview = client.post("/api/objects/preview", json=looked_at)
    shared = client.post("/api/objects/share", json={**looked_at, "seconds": 3600})
    download = client.post("/api/downloads", json={"bucket": BUCKET, "keys": ["in/a.txt"]})
    for signed in (answer, parts, preview, shared, download):
        assert KEY_ID in signed.text  # X-Amz-Credential: SigV4 has no other way
        assert SECRET not in signed.text
    for canary in (KEY_ID, SECRET, SESSION_TOKEN, "X-Amz-Signature"):
        assert canary not in log()
