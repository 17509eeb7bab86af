"""A proxy's page in place of AWS's answer costs what it stands for, and nothing else."""

import pytest
from mypy_boto3_s3 import S3Client
from starlette.testclient import TestClient

from tests.captured_log import captured_log
from tests.integration.scripted_answers import ScriptedAws

PAGES = [b"<html><body>a proxy's page</body></html>", b"<br>no XML <&>"]
PLACE = {"bucket": "demo-photos", "prefix": "in/"}


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
    api: TestClient, s3: S3Client, aws: ScriptedAws, event: str, source: str, page: bytes
) -> None:
    aws.answer(event, page)
    answer = api.get("/api/permissions/effective", params=PLACE)
    assert answer.status_code == 200, answer.text
    told = answer.json()
    assert len(told["actions"]) == 11
    assert (source, "aws_error") in {(one["source"], one["code"]) for one in told["unreadable"]}


@pytest.mark.parametrize("page", PAGES)
def test_an_identity_whose_policies_cannot_be_read_is_told_which(
    api: TestClient, s3: S3Client, aws: ScriptedAws, page: bytes
) -> None:
    aws.answer("iam", page)
    answer = api.get("/api/permissions/policies")
    assert answer.status_code == 200, answer.text
    assert {one["code"] for one in answer.json()["unreadable"]} == {"aws_error"}


@pytest.mark.parametrize("page", PAGES)
def test_cors_rules_that_cannot_be_read_are_no_missing_rules_to_be_written_over(
    api: TestClient, s3: S3Client, aws: ScriptedAws, page: bytes
) -> None:
    aws.answer("s3.GetBucketCors", page)
    place = {"bucket": "demo-photos", "origin": "https://app.example"}
    with captured_log() as log:
        answer = api.get("/api/buckets/cors", params=place)
        repaired = api.put("/api/buckets/cors", json={**place, "fingerprint": ""})
    assert [(a.status_code, a.json()["code"]) for a in (answer, repaired)] == [
        (502, "aws_error")
    ] * 2
    assert "a proxy's page" not in answer.text
    assert '"level":"ERROR"' not in log()
