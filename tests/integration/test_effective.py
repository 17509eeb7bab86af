"""/api/permissions/effective and /try over HTTP."""

import json

import pytest
from mypy_boto3_s3 import S3Client
from starlette.testclient import TestClient

from tests.captured_log import captured_log
from tests.integration.conftest import MakeClient, register

PATH = "/api/permissions/effective"
TRY = "/api/permissions/try"
DELETING = {"bucket": "demo-photos", "prefix": "in/", "action": "s3:DeleteObject"}


def test_a_place_is_answered_for_every_action(api: TestClient, s3: S3Client) -> None:
    answer = api.get(PATH, params={"bucket": "demo-photos", "prefix": "in/"})
    assert answer.status_code == 200, answer.text
    told = answer.json()
    assert (told["bucket"], told["prefix"]) == ("demo-photos", "in/")
    assert len(told["actions"]) == 11
    assert {found["resource"] for found in told["actions"]} == {
        "arn:aws:s3:::demo-photos",
        "arn:aws:s3:::demo-photos/in/*",
    }


@pytest.mark.parametrize(
    ("bucket", "status", "code"),
    [
        ("demo-nowhere", 404, "bucket_not_found"),
        ("arn:aws:s3:::demo-photos", 422, "bucket_name_is_arn"),
        ("no", 422, "bucket_name_invalid"),
    ],
)
def test_a_bucket_that_cannot_be_is_refused(
    api: TestClient, s3: S3Client, bucket: str, status: int, code: str
) -> None:
    answer = api.get(PATH, params={"bucket": bucket})
    assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_a_bucket_that_this_server_does_not_serve_is_refused(
    make_client: MakeClient, s3: S3Client
) -> None:
    api = register(make_client(allowed_buckets=("demo-reports",)))
    answer = api.get(PATH, params={"bucket": "demo-photos"})
    assert (answer.status_code, answer.json()["code"]) == (403, "bucket_not_allowed")


def test_nobody_is_told_anything_without_an_account(anonymous: TestClient) -> None:
    answer = anonymous.get(PATH, params={"bucket": "demo-photos"})
    assert (answer.status_code, answer.json()["code"]) == (401, "not_registered")


def test_a_try_answers_for_the_whole_place_and_is_logged(api: TestClient, s3: S3Client) -> None:
    with captured_log() as written:
        answer = api.post(TRY, json=DELETING)
    assert answer.status_code == 200, answer.text
    told = answer.json()
    assert (told["bucket"], told["prefix"], len(told["actions"])) == ("demo-photos", "in/", 11)
    deleting = next(found for found in told["actions"] if found["action"] == "s3:DeleteObject")
    (logged,) = [line for line in map(json.loads, written().splitlines()) if "verdict" in line]
    assert logged["message"] == "permission tried"
    assert (logged["bucket"], logged["action"], logged["verdict"]) == (
        "demo-photos",
        "s3:DeleteObject",
        deleting["verdict"],
    )


@pytest.mark.parametrize(
    "change",
    [{"action": "s3:PutBucketCORS"}, {"prefix": "x" * 1025}, {"bucket": None}],
    ids=["an action that a try would change", "a prefix that is too long", "no bucket"],
)
def test_what_cannot_be_tried_is_refused(
    api: TestClient, s3: S3Client, change: dict[str, str | None]
) -> None:
    answer = api.post(TRY, json={**DELETING, **change})
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request")


def test_nobody_tries_anything_without_an_account(anonymous: TestClient) -> None:
    answer = anonymous.post(TRY, json=DELETING)
    assert (answer.status_code, answer.json()["code"]) == (401, "not_registered")
