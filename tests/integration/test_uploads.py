import json
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from mypy_boto3_s3 import S3Client
from mypy_boto3_sqs import SQSClient
from starlette.testclient import TestClient

from tests.integration.conftest import REGION, MakeClient, register

BIG = 100_000_001
MORE_THAN_S3_TAKES = 53_687_091_200_001
BUCKET = "demo-photos"


def plan(api: TestClient, *files: tuple[str, int], prefix: str = "in/") -> list[dict[str, Any]]:
    body = {
        "bucket": BUCKET,
        "prefix": prefix,
        "files": [
            {"name": name, "size": size, "contentType": "text/plain"} for name, size in files
        ],
    }
    plans: list[dict[str, Any]] = api.post("/api/uploads", json=body).json()["plans"]
    return plans


def complete(api: TestClient, *uploads: dict[str, Any]) -> list[dict[str, Any]]:
    body = {"bucket": BUCKET, "uploads": uploads}
    results: list[dict[str, Any]] = api.post("/api/uploads/complete", json=body).json()["results"]
    return results


def begin(api: TestClient) -> dict[str, Any]:
    (begun,) = plan(api, ("big", BIG))
    return {"bucket": BUCKET, "key": begun["key"], "uploadId": begun["uploadId"]}


def test_a_put_plan_has_one_url_that_signs_all_its_headers(api: TestClient, s3: S3Client) -> None:
    (put,) = plan(api, ("한글 +%.txt", 5))
    url = urlsplit(put["url"])
    assert unquote(url.path) == "/in/한글 +%.txt"
    assert parse_qs(url.query)["X-Amz-SignedHeaders"] == [
        ";".join(sorted({*put["headers"], "content-length", "host"}))
    ]


def test_uploaded_parts_are_listed(api: TestClient, s3: S3Client) -> None:
    upload = begin(api)
    for number in (1, 3):
        s3.upload_part(
            Bucket=BUCKET, Key="in/big", UploadId=upload["uploadId"], PartNumber=number, Body=b"abc"
        )
    answer = api.post("/api/uploads/uploaded", json=upload).json()
    etag = "900150983cd24fb0d6963f7d28e17f72"
    assert answer["parts"] == [
        {"partNumber": 1, "size": 3, "etag": etag},
        {"partNumber": 3, "size": 3, "etag": etag},
    ]


def test_a_completed_put_is_announced_once_with_its_data(
    make_client: MakeClient, s3: S3Client, sqs: SQSClient, subscriber: tuple[str, str]
) -> None:
    topic, queue = subscriber
    s3.put_object(Bucket=BUCKET, Key="in/a.txt", Body=b"abc", Metadata={"s3loader-nonce": "n"})
    api = register(make_client(sns_topic_arn=topic))
    (result,) = complete(api, {"key": "in/a.txt", "uploadId": None, "size": 3})
    assert result["kind"] == "completed"
    assert result["notified"] is True
    (message,) = sqs.receive_message(QueueUrl=queue, MaxNumberOfMessages=10)["Messages"]
    event = json.loads(json.loads(message["Body"])["Message"])
    assert event["type"] == "upload.completed"
    assert event["data"]["key"] == "in/a.txt"
    assert event["data"]["accountId"] == "123456789012"


def test_a_topic_that_is_gone_does_not_fail_the_upload(
    make_client: MakeClient, s3: S3Client
) -> None:
    api = register(make_client(sns_topic_arn=f"arn:aws:sns:{REGION}:123456789012:gone"))
    (result,) = complete(api, {"key": "in/a.txt", "uploadId": None, "size": 3})
    assert (result["kind"], result["notified"]) == ("completed", False)


def test_a_batch_tells_each_uploads_fate_in_order(api: TestClient, s3: S3Client) -> None:
    results = complete(
        api,
        {"key": "in/absent", "uploadId": None, "size": 1},
        {"key": "in/a.txt", "uploadId": None, "size": 3},
        {"key": "root.txt", "uploadId": None, "size": 4},
    )
    assert [result.get("code") for result in results] == [
        "upload_not_found",
        None,
        "size_mismatch",
    ]


def test_an_abort_leaves_no_parts_and_can_be_repeated(api: TestClient, s3: S3Client) -> None:
    upload = begin(api)
    assert api.post("/api/uploads/abort", json=upload).status_code == 204
    assert api.post("/api/uploads/abort", json=upload).status_code == 204
    assert "Uploads" not in s3.list_multipart_uploads(Bucket=BUCKET)


@pytest.mark.parametrize(
    ("path", "body", "status", "code"),
    [
        ("", {"prefix": "new/", "files": []}, 404, "prefix_not_found"),
        ("", {"prefix": "in", "files": []}, 422, "prefix_invalid"),
        ("", {"prefix": "in/../", "files": []}, 422, "prefix_invalid"),
        ("", {"prefix": "", "files": [{"name": "a", "size": 1}] * 1001}, 422, "batch_too_large"),
        ("", {"prefix": "", "files": [{"name": "a", "size": -1}]}, 422, "invalid_request"),
        ("/uploaded", {"key": "in/x", "uploadId": "none"}, 404, "upload_not_found"),
        ("/complete", {"uploads": [{"key": "a", "uploadId": ""}]}, 422, "invalid_request"),
    ],
)
def test_bad_input_gets_its_own_message_and_leaves_nothing(
    api: TestClient, s3: S3Client, path: str, body: dict[str, Any], status: int, code: str
) -> None:
    answer = api.post(f"/api/uploads{path}", json={"bucket": BUCKET, **body})
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert "Uploads" not in s3.list_multipart_uploads(Bucket=BUCKET)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("a/b", "name_invalid"),
        ("..", "name_invalid"),
        ("a" * 1022, "key_too_long"),
        ("a.txt", "conflict"),
    ],
)
def test_a_bad_name_is_refused_in_its_plan(
    api: TestClient, s3: S3Client, name: str, code: str
) -> None:
    (refused,) = plan(api, (name, 1))
    assert (refused["kind"], refused["code"]) == ("refused", code)


@pytest.mark.parametrize("path", ["parts", "complete"])
def test_a_size_that_s3_cannot_hold_is_none(api: TestClient, path: str) -> None:
    upload = {"key": "a", "uploadId": "u", "size": MORE_THAN_S3_TAKES, "partNumbers": [1]}
    body = {"bucket": BUCKET, **upload, "uploads": [upload]}
    answer = api.post(f"/api/uploads/{path}", json=body)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request")


def test_a_file_that_s3_cannot_hold_is_refused_alone(api: TestClient, s3: S3Client) -> None:
    refused, good = plan(api, ("huge", MORE_THAN_S3_TAKES), ("good", 1))
    assert (refused["code"], good["kind"]) == ("file_too_large", "put")


@pytest.mark.parametrize("size", [True, "3", 3.5])
@pytest.mark.parametrize("path", ["", "/parts", "/complete"])
def test_a_size_is_a_whole_number(api: TestClient, path: str, size: object) -> None:
    upload = {"key": "a", "uploadId": "u", "size": size, "partNumbers": [1]}
    files = [{"name": "a", "size": size}]
    body = {"bucket": BUCKET, "prefix": "", **upload, "uploads": [upload], "files": files}
    answer = api.post(f"/api/uploads{path}", json=body)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request")


@pytest.mark.parametrize("path", ["parts", "uploaded", "abort"])
def test_a_key_that_s3_cannot_hold_is_refused(api: TestClient, s3: S3Client, path: str) -> None:
    upload = {"key": "a" * 1025, "uploadId": "u", "size": 1, "partNumbers": [1]}
    answer = api.post(f"/api/uploads/{path}", json={"bucket": BUCKET, **upload})
    assert (answer.status_code, answer.json()["code"]) == (422, "key_too_long")


def test_a_key_that_s3_cannot_hold_fails_alone(api: TestClient, s3: S3Client) -> None:
    long = {"key": "in/" + "a" * 1022, "uploadId": None, "size": 1}
    part = {"partNumber": 1, "etag": "e"}
    put, parts, good = complete(
        api,
        long,
        {**long, "uploadId": "u", "parts": [part]},
        {"key": "in/a.txt", "uploadId": None, "size": 3},
    )
    assert (put["code"], parts["code"]) == ("key_too_long", "key_too_long")
    assert good["kind"] == "completed"


@pytest.mark.parametrize("path", ["parts", "uploaded", "abort", "complete"])
def test_an_empty_key_is_no_key(api: TestClient, path: str) -> None:
    upload = {"key": "", "uploadId": "u", "size": 1, "partNumbers": [1]}
    body = {"bucket": BUCKET, **upload, "uploads": [upload]}
    answer = api.post(f"/api/uploads/{path}", json=body)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request")
