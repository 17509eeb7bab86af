"""Multipart uploads whose parts really move."""

import hashlib
import uuid
from collections.abc import Iterator
from typing import Any

import boto3
import httpx
import pytest
from mypy_boto3_s3 import S3Client

from tests.contract.api import Api, register
from tests.local.running_stack import RunningStack

BUCKET = "demo-reports"
INBOX = "inbox/"
SIZE = 100_000_001
PART = 8 * 1024 * 1024


@pytest.fixture
def uploader(stack: RunningStack) -> Api:
    return register(stack, "demo-uploader")


@pytest.fixture
def s3(stack: RunningStack) -> Iterator[S3Client]:
    keys = stack.demo["users"]["demo-full"]
    client: S3Client = boto3.client(
        "s3",
        endpoint_url=stack.aws_endpoint,
        region_name="ap-northeast-2",
        aws_access_key_id=keys["accessKeyId"],
        aws_secret_access_key=keys["secretAccessKey"],
    )
    yield client
    client.close()


@pytest.fixture
def begun(uploader: Api) -> dict[str, Any]:
    (plan,) = uploader.plan(BUCKET, INBOX, (f"{uuid.uuid4()}.bin", SIZE))
    assert (plan["partSize"], plan["partCount"]) == (PART, 12)
    return plan


def reference(plan: dict[str, Any]) -> dict[str, Any]:
    return {"bucket": BUCKET, "key": plan["key"], "uploadId": plan["uploadId"]}


def sign(api: Api, plan: dict[str, Any], *numbers: int) -> list[dict[str, Any]]:
    body = {**reference(plan), "size": SIZE, "partNumbers": numbers}
    answer = api.post("/api/uploads/parts", body)
    assert answer.status_code == 200, answer.text
    parts: list[dict[str, Any]] = answer.json()["parts"]
    return parts


def upload_all(api: Api, plan: dict[str, Any], data: bytes) -> list[dict[str, Any]]:
    sent = []
    for part in sign(api, plan, *range(1, 13)):
        start = (part["partNumber"] - 1) * PART
        answer = httpx.put(part["url"], content=data[start : start + PART], timeout=60)
        assert answer.status_code == 200, answer.text
        sent.append({"partNumber": part["partNumber"], "etag": answer.headers["etag"]})
    return sent


def finished(plan: dict[str, Any], parts: list[dict[str, Any]]) -> dict[str, Any]:
    own = {"key": plan["key"], "uploadId": plan["uploadId"], "nonce": plan["nonce"]}
    return {**own, "size": SIZE, "parts": parts}


def plainly_finished(plan: dict[str, Any], parts: list[dict[str, Any]]) -> dict[str, Any]:
    """Returns what every client of the contract sends, and nothing more."""
    return {"key": plan["key"], "uploadId": plan["uploadId"], "size": SIZE, "parts": parts}


def test_parts_become_the_file_and_completing_again_finds_it_done(
    uploader: Api, s3: S3Client, begun: dict[str, Any]
) -> None:
    data = hashlib.shake_256(b"seed").digest(SIZE)
    parts = upload_all(uploader, begun, data)
    listed = uploader.post("/api/uploads/uploaded", reference(begun)).json()["parts"]
    assert sum(part["size"] for part in listed) == SIZE

    (result,) = uploader.complete(BUCKET, finished(begun, parts))
    assert (result["kind"], result["size"]) == ("completed", SIZE)
    (again,) = uploader.complete(BUCKET, finished(begun, parts))
    assert again["kind"] == "completed"

    stored = s3.get_object(Bucket=BUCKET, Key=begun["key"])
    assert stored["Body"].read() == data
    assert stored["Metadata"] == {"s3loader-nonce": begun["nonce"]}
    s3.delete_object(Bucket=BUCKET, Key=begun["key"])


def test_anothers_object_that_came_meanwhile_is_a_conflict_and_stays_as_it_is(
    uploader: Api, s3: S3Client, begun: dict[str, Any]
) -> None:
    parts = upload_all(uploader, begun, bytes(SIZE))
    s3.put_object(Bucket=BUCKET, Key=begun["key"], Body=b"theirs")
    (result,) = uploader.complete(BUCKET, finished(begun, parts))
    assert (result["kind"], result["code"]) == ("failed", "conflict")
    assert s3.get_object(Bucket=BUCKET, Key=begun["key"])["Body"].read() == b"theirs"

    replacing = {**finished(begun, parts), "onConflict": "replace"}
    assert uploader.complete(BUCKET, replacing)[0]["kind"] == "completed"
    assert s3.head_object(Bucket=BUCKET, Key=begun["key"])["ContentLength"] == SIZE
    s3.delete_object(Bucket=BUCKET, Key=begun["key"])


def test_a_plain_client_replaces_what_it_planned_to_replace(uploader: Api, s3: S3Client) -> None:
    name = f"{uuid.uuid4()}.bin"
    s3.put_object(Bucket=BUCKET, Key=INBOX + name, Body=b"old")
    (planned,) = uploader.plan(BUCKET, INBOX, (name, SIZE), on_conflict="replace")
    parts = upload_all(uploader, planned, bytes(SIZE))
    (result,) = uploader.complete(BUCKET, plainly_finished(planned, parts))
    assert result.get("notified") is True, result
    assert s3.head_object(Bucket=BUCKET, Key=planned["key"])["ContentLength"] == SIZE
    s3.delete_object(Bucket=BUCKET, Key=planned["key"])


def test_a_plain_client_does_not_replace_what_came_since_its_plan(
    uploader: Api, s3: S3Client, begun: dict[str, Any]
) -> None:
    s3.put_object(Bucket=BUCKET, Key=begun["key"], Body=b"theirs")
    parts = upload_all(uploader, begun, bytes(SIZE))
    (result,) = uploader.complete(BUCKET, plainly_finished(begun, parts))
    assert (result["kind"], result["code"]) == ("failed", "conflict")
    assert s3.get_object(Bucket=BUCKET, Key=begun["key"])["Body"].read() == b"theirs"
    uploader.post("/api/uploads/abort", reference(begun))
    s3.delete_object(Bucket=BUCKET, Key=begun["key"])


def test_completing_again_tells_that_the_object_is_gone(
    uploader: Api, s3: S3Client, begun: dict[str, Any]
) -> None:
    parts = upload_all(uploader, begun, bytes(SIZE))
    for _ in range(2):
        (result,) = uploader.complete(BUCKET, plainly_finished(begun, parts))
        assert result["kind"] == "completed"
    s3.delete_object(Bucket=BUCKET, Key=begun["key"])
    (gone,) = uploader.complete(BUCKET, plainly_finished(begun, parts))
    assert (gone["kind"], gone["code"]) == ("failed", "upload_not_found")


def test_a_size_that_is_not_the_sum_of_the_parts_is_named(
    uploader: Api, s3: S3Client, begun: dict[str, Any]
) -> None:
    parts = upload_all(uploader, begun, bytes(SIZE))
    other = {**plainly_finished(begun, parts), "size": SIZE - 1}
    (result,) = uploader.complete(BUCKET, other)
    assert (result["kind"], result["code"]) == ("failed", "size_mismatch")
    uploader.post("/api/uploads/abort", reference(begun))


def test_a_part_url_is_good_for_its_length_only(uploader: Api, begun: dict[str, Any]) -> None:
    (last,) = sign(uploader, begun, 12)
    length = SIZE - 11 * PART
    assert httpx.put(last["url"], content=b"x" * (length - 1)).status_code == 403
    assert httpx.put(last["url"], content=b"x" * length).status_code == 200
    uploader.post("/api/uploads/abort", reference(begun))


def test_an_incomplete_upload_is_not_completed_and_says_what_is_missing(
    uploader: Api, begun: dict[str, Any]
) -> None:
    (first,) = sign(uploader, begun, 1)
    etag = httpx.put(first["url"], content=b"x" * PART).headers["etag"]
    (result,) = uploader.complete(BUCKET, finished(begun, [{"partNumber": 1, "etag": etag}]))
    assert (result["kind"], result["code"]) == ("failed", "upload_incomplete")
    assert result["params"]["missingCount"] == 11
    uploader.post("/api/uploads/abort", reference(begun))


def test_an_abort_leaves_no_parts_and_can_be_repeated(
    uploader: Api, s3: S3Client, begun: dict[str, Any]
) -> None:
    (first,) = sign(uploader, begun, 1)
    httpx.put(first["url"], content=b"x" * PART)
    for _ in range(2):
        assert uploader.post("/api/uploads/abort", reference(begun)).status_code == 204
    uploads = s3.list_multipart_uploads(Bucket=BUCKET).get("Uploads", [])
    assert begun["uploadId"] not in [upload["UploadId"] for upload in uploads]
    gone = uploader.post("/api/uploads/uploaded", reference(begun))
    assert (gone.status_code, gone.json()["code"]) == (404, "upload_not_found")


def test_another_account_cannot_finish_or_abort_the_upload(
    stack: RunningStack, uploader: Api, begun: dict[str, Any]
) -> None:
    reader = register(stack, "demo-reader")
    denied = reader.post("/api/uploads/abort", reference(begun))
    assert (denied.status_code, denied.json()["code"]) == (403, "access_denied")
    assert denied.json()["params"]["action"] == "s3:AbortMultipartUpload"
    assert uploader.post("/api/uploads/abort", reference(begun)).status_code == 204
