from collections.abc import Callable

import boto3
from mypy_boto3_s3 import S3Client
from starlette.testclient import TestClient

from tests.integration.conftest import KEY_ID, REGION, SECRET, MakeClient, register

BUCKET = "demo-photos"
APP = "https://app.example"


def test_a_diagnosis_has_a_probe_for_each_name_that_uploads_use(
    api: TestClient, s3: S3Client
) -> None:
    diagnosis = api.get("/api/buckets/cors", params={"bucket": BUCKET, "origin": APP}).json()
    files = [{"name": f"{number}", "size": 1} for number in range(5)]
    plans = api.post("/api/uploads", json={"bucket": BUCKET, "prefix": "", "files": files}).json()
    uploads = {plan["url"].split("?")[0].removesuffix(plan["key"]) for plan in plans["plans"]}
    probes = {
        probe["url"].split("?")[0].removesuffix(".s3loader-cors-probe")
        for probe in diagnosis["probes"]
    }
    assert len(probes) == 3
    assert probes == uploads


def test_a_probe_has_an_uploads_headers_and_ends_within_a_minute(
    api: TestClient, s3: S3Client
) -> None:
    diagnosis = api.get("/api/buckets/cors", params={"bucket": BUCKET, "origin": APP}).json()
    body = {"bucket": BUCKET, "prefix": "", "files": [{"name": "new", "size": 1}]}
    (plan,) = api.post("/api/uploads", json=body).json()["plans"]
    for probe in diagnosis["probes"]:
        assert probe["headers"].keys() == plan["headers"].keys()
        assert "uploadId=" in probe["url"]
        assert "X-Amz-Expires=60&" in probe["url"]


def test_a_bucket_that_moved_is_found_where_it_is_now(api: TestClient, s3: S3Client) -> None:
    s3.create_bucket(Bucket="moving", CreateBucketConfiguration={"LocationConstraint": REGION})
    question = {"bucket": "moving", "origin": APP}
    assert api.get("/api/buckets/cors", params=question).json()["region"] == REGION
    s3.delete_bucket(Bucket="moving")
    far = boto3.client("s3", region_name="eu-west-1")
    far.create_bucket(
        Bucket="moving", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"}
    )
    moved = api.get("/api/buckets/cors", params=question).json()
    assert moved["region"] == "eu-west-1"
    assert all(".eu-west-1." in probe["url"] for probe in moved["probes"])


def test_a_bucket_that_is_not_served_is_neither_judged_nor_repaired(
    make_client: MakeClient, s3: S3Client
) -> None:
    client = register(make_client(allowed_buckets=("demo-reports",)))
    question = {"bucket": BUCKET, "origin": APP}
    assert client.get("/api/buckets/cors", params=question).json()["code"] == "bucket_not_allowed"
    body = {**question, "fingerprint": ""}
    assert client.put("/api/buckets/cors", json=body).json()["code"] == "bucket_not_allowed"


def test_a_repair_says_nothing_of_the_account(
    api: TestClient, s3: S3Client, log: Callable[[], str]
) -> None:
    question = {"bucket": BUCKET, "origin": APP}
    seen = api.get("/api/buckets/cors", params=question).json()
    body = {**question, "fingerprint": seen["fingerprint"]}
    repaired = api.put("/api/buckets/cors", json=body)
    assert repaired.json()["verdict"] == "ok"
    assert '"cors repaired"' in log()
    assert SECRET not in repaired.text
    for canary in (KEY_ID, SECRET, "X-Amz-Signature"):
        assert canary not in log()
