"""A proxy's page in place of AWS's answer costs what it stands for, and nothing else."""

from collections.abc import Callable
from typing import Any

import pytest
from botocore.awsrequest import AWSPreparedRequest, AWSResponse
from botocore.compat import HTTPHeaders
from mypy_boto3_s3 import S3Client
from s3loader.aws.session import shared_session
from starlette.testclient import TestClient

from tests.captured_log import captured_log

PAGES = [b"<html><body>a proxy's page</body></html>", b"<br>no XML <&>"]
PLACE = {"bucket": "demo-photos", "prefix": "in/"}


class Body:
    def __init__(self, content: bytes) -> None:
        self._content = content

    def stream(self, **_: object) -> list[bytes]:
        return [self._content]


def answering(page: bytes) -> Callable[..., AWSResponse]:
    def answer(request: AWSPreparedRequest, **_: object) -> AWSResponse:
        return AWSResponse(request.url, 200, HTTPHeaders(), Body(page))

    return answer


def put_before(event: str, page: bytes) -> None:
    """Answers one operation, or all of a service, before anything else does."""
    events: Any = shared_session().get_component("event_emitter")
    events.register_first(f"before-send.{event}", answering(page))


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    ("event", "source"),
    [
        ("s3.GetBucketPolicy", "bucket-policy"),
        ("iam.SimulatePrincipalPolicy", "simulation"),
        ("iam.GetUser", "boundary"),
    ],
)
def test_the_rest_of_the_verdicts_still_shows(
    api: TestClient, s3: S3Client, event: str, source: str, page: bytes
) -> None:
    put_before(event, page)
    answer = api.get("/api/permissions/effective", params=PLACE)
    assert answer.status_code == 200, answer.text
    told = answer.json()
    assert len(told["actions"]) == 11
    assert (source, "aws_error") in {(one["source"], one["code"]) for one in told["unreadable"]}


@pytest.mark.parametrize("page", PAGES)
def test_an_identity_whose_policies_cannot_be_read_is_told_which(
    api: TestClient, s3: S3Client, page: bytes
) -> None:
    put_before("iam", page)
    answer = api.get("/api/permissions/policies")
    assert answer.status_code == 200, answer.text
    assert {one["code"] for one in answer.json()["unreadable"]} == {"aws_error"}


@pytest.mark.parametrize("page", PAGES)
def test_cors_rules_that_cannot_be_read_are_no_missing_rules_to_be_written_over(
    api: TestClient, s3: S3Client, page: bytes
) -> None:
    put_before("s3.GetBucketCors", page)
    place = {"bucket": "demo-photos", "origin": "https://app.example"}
    with captured_log() as log:
        answer = api.get("/api/buckets/cors", params=place)
        repaired = api.put("/api/buckets/cors", json={**place, "fingerprint": ""})
    assert [(a.status_code, a.json()["code"]) for a in (answer, repaired)] == [
        (502, "aws_error")
    ] * 2
    assert "a proxy's page" not in answer.text
    assert '"level":"ERROR"' not in log()
