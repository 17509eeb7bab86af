"""Credentials that have ended end a whole call, so that browsers can pause and ask for others."""

from typing import Any

import pytest
from httpx2 import Response
from mypy_boto3_s3 import S3Client
from starlette.testclient import TestClient

from tests.integration.scripted_answers import ScriptedAws, error

BUCKET = "demo-photos"
BIG = {"name": "big", "size": 100_000_001}
SMALL = {"name": "small", "size": 1}
PARTS = [{"partNumber": number, "etag": "e"} for number in range(1, 13)]
SENT_PUT = {"key": "in/a.txt", "uploadId": None, "size": 3, "etag": "e"}
SENT_PARTS = {"key": "in/big", "uploadId": "u", "size": 100_000_001, "parts": PARTS}
REFERENCE = {"key": "in/big", "uploadId": "u"}
CALLS: dict[str, tuple[str, dict[str, Any]]] = {
    "plan a put": ("", {"prefix": "", "files": [SMALL]}),
    "plan parts": ("", {"prefix": "", "files": [BIG, {**BIG, "name": "b"}]}),
    "plan below a prefix": ("", {"prefix": "in/", "files": [SMALL]}),
    "list parts": ("/uploaded", REFERENCE),
    "check a put": ("/complete", {"uploads": [SENT_PUT]}),
    "look for a put": ("/complete", {"uploads": [{**SENT_PUT, "etag": None, "nonce": "n"}]}),
    "complete": ("/complete", {"uploads": [SENT_PUT, SENT_PARTS]}),
    "abort": ("/abort", REFERENCE),
}


def ask(api: TestClient, call: str) -> Response:
    path, body = CALLS[call]
    return api.post(f"/api/uploads{path}", json={"bucket": BUCKET, **body})


def outcome(api: TestClient, call: str) -> tuple[int, str]:
    answer = ask(api, call)
    return answer.status_code, answer.json()["code"]


@pytest.mark.parametrize("call", CALLS)
def test_credentials_that_have_expired_end_the_call(
    api: TestClient, s3: S3Client, aws: ScriptedAws, call: str
) -> None:
    aws.answer("s3", error("ExpiredToken"), status=400)
    assert outcome(api, call) == (401, "credentials_expired")


@pytest.mark.parametrize(
    ("aws_code", "code"),
    [
        ("ExpiredTokenException", "credentials_expired"),
        ("TokenRefreshRequired", "credentials_expired"),
        ("InvalidToken", "session_token_invalid"),
        ("InvalidAccessKeyId", "access_key_unknown"),
    ],
)
def test_credentials_that_aws_no_longer_takes_end_the_call(
    api: TestClient, s3: S3Client, aws: ScriptedAws, aws_code: str, code: str
) -> None:
    aws.answer("s3", error(aws_code), status=400)
    assert outcome(api, "complete") == (401, code)


def test_unfinished_uploads_are_not_listed_with_credentials_that_have_ended(
    api: TestClient, s3: S3Client, aws: ScriptedAws
) -> None:
    aws.answer("s3", error("ExpiredToken"), status=400)
    answer = api.get("/api/uploads/unfinished", params={"bucket": BUCKET})
    assert (answer.status_code, answer.json()["code"]) == (401, "credentials_expired")


@pytest.mark.parametrize("call", ["list parts", "abort"])
def test_a_clock_that_differs_says_so(
    api: TestClient, s3: S3Client, aws: ScriptedAws, call: str
) -> None:
    aws.answer("s3", error("RequestTimeTooSkewed"), status=403)
    assert outcome(api, call) == (502, "clock_skewed")


@pytest.mark.parametrize("call", ["plan parts", "complete"])
def test_a_clock_that_differs_is_told_upload_by_upload(
    api: TestClient, s3: S3Client, aws: ScriptedAws, call: str
) -> None:
    for operation in ("CreateMultipartUpload", "CompleteMultipartUpload"):
        aws.answer(f"s3.{operation}", error("RequestTimeTooSkewed"), status=403)
    answer = ask(api, call).json()
    fates = answer.get("plans") or answer["results"]
    assert fates[-1]["code"] == "clock_skewed"
