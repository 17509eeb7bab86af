"""Whatever becomes of the answers to completing, there is one object and one event of it."""

import json
from typing import Any

import pytest
from mypy_boto3_s3 import S3Client
from mypy_boto3_sqs import SQSClient
from s3loader.limits import MIB
from starlette.testclient import TestClient

from tests.integration.conftest import MakeClient, register
from tests.integration.scripted_answers import ScriptedAws, error

BUCKET = "demo-photos"
COMPLETING = "s3.CompleteMultipartUpload"
SIZE = 5 * MIB + 1


@pytest.fixture
def api(make_client: MakeClient, subscriber: tuple[str, str]) -> TestClient:
    topic, _ = subscriber
    sizes = {"multipart_threshold": 5 * MIB, "part_size": 5 * MIB}
    return register(make_client(sns_topic_arn=topic, **sizes))


@pytest.fixture
def sent(api: TestClient, s3: S3Client) -> dict[str, Any]:
    """An upload whose parts are all in S3."""
    file = {"name": "big", "size": SIZE}
    body = {"bucket": BUCKET, "prefix": "in/", "onConflict": "refuse", "files": [file]}
    (plan,) = api.post("/api/uploads", json=body).json()["plans"]
    place: Any = {"Bucket": BUCKET, "Key": plan["key"], "UploadId": plan["uploadId"]}
    etags = [
        s3.upload_part(**place, PartNumber=number, Body=data)["ETag"]
        for number, data in ((1, b"x" * 5 * MIB), (2, b"y"))
    ]
    parts = [{"partNumber": number, "etag": etag} for number, etag in enumerate(etags, start=1)]
    own = {"key": plan["key"], "uploadId": plan["uploadId"], "nonce": plan["nonce"]}
    return {**own, "size": SIZE, "parts": parts, "onConflict": "refuse"}


def complete(api: TestClient, upload: dict[str, Any]) -> dict[str, Any]:
    body = {"bucket": BUCKET, "uploads": [upload]}
    (result,) = api.post("/api/uploads/complete", json=body).json()["results"]
    return dict(result)


def announced(sqs: SQSClient, subscriber: tuple[str, str]) -> list[str]:
    """Returns the keys of the events so far."""
    _, queue = subscriber
    found = sqs.receive_message(QueueUrl=queue, MaxNumberOfMessages=10).get("Messages", [])
    events = [json.loads(json.loads(message["Body"])["Message"]) for message in found]
    return [event["data"]["key"] for event in events]


def is_there(s3: S3Client) -> bool:
    listed = s3.list_objects_v2(Bucket=BUCKET, Prefix="in/big")
    return [found["Size"] for found in listed.get("Contents", [])] == [SIZE]


def test_a_lost_answer_is_found_done_and_told_once(
    api: TestClient,
    s3: S3Client,
    sqs: SQSClient,
    subscriber: tuple[str, str],
    aws: ScriptedAws,
    sent: dict[str, Any],
) -> None:
    aws.lose_answer(COMPLETING)
    for _ in range(3):
        result = complete(api, sent)
        assert (result["kind"], result.get("notified")) == ("completed", True)
    assert is_there(s3)
    assert announced(sqs, subscriber) == ["in/big"]


def test_a_client_without_the_nonce_finds_its_object_after_a_lost_answer_too(
    api: TestClient,
    sqs: SQSClient,
    subscriber: tuple[str, str],
    aws: ScriptedAws,
    sent: dict[str, Any],
) -> None:
    aws.lose_answer(COMPLETING)
    result = complete(api, {**sent, "nonce": None})
    assert (result["kind"], result.get("notified")) == ("completed", True)
    assert announced(sqs, subscriber) == ["in/big"]


def test_an_error_that_s3_sends_with_status_200_is_an_error_and_asked_again(
    api: TestClient,
    s3: S3Client,
    sqs: SQSClient,
    subscriber: tuple[str, str],
    aws: ScriptedAws,
    sent: dict[str, Any],
) -> None:
    aws.answer(COMPLETING, error("InternalError"), times=1)
    assert complete(api, sent)["kind"] == "completed"
    assert is_there(s3)
    assert announced(sqs, subscriber) == ["in/big"]


def test_an_error_with_status_200_that_stays_decides_nothing_and_tells_nobody(
    api: TestClient,
    s3: S3Client,
    sqs: SQSClient,
    subscriber: tuple[str, str],
    aws: ScriptedAws,
    sent: dict[str, Any],
) -> None:
    aws.answer(COMPLETING, error("InternalError"), times=2)
    assert complete(api, sent)["code"] == "aws_error"
    assert not is_there(s3)
    assert announced(sqs, subscriber) == []
    assert complete(api, sent)["kind"] == "completed"
    assert announced(sqs, subscriber) == ["in/big"]
