"""The CORS doctor against the embedded AWS: what it says and what preflights show agree."""

from typing import Any

import httpx
import pytest
from mypy_boto3_iam import IAMClient
from mypy_boto3_s3 import S3Client
from mypy_boto3_s3.type_defs import CORSRuleTypeDef

from tests.contract.api import Api, register, send
from tests.contract.iam_user import create_user, document, put_user_policy, register_user
from tests.local.running_stack import RunningStack

APP = "https://app.example"
OTHERS: list[CORSRuleTypeDef] = [
    {
        "ID": "their own",
        "AllowedOrigins": ["https://other.example"],
        "AllowedMethods": ["GET", "DELETE"],
        "AllowedHeaders": ["authorization"],
        "ExposeHeaders": ["x-amz-request-id"],
        "MaxAgeSeconds": 60,
    },
    {"AllowedOrigins": ["*"], "AllowedMethods": ["GET"]},
]
HIDES_ETAG: CORSRuleTypeDef = {
    "AllowedOrigins": ["*"],
    "AllowedMethods": ["GET", "PUT", "HEAD"],
    "AllowedHeaders": ["*"],
    "ExposeHeaders": ["x-amz-request-id"],
}


@pytest.fixture
def full(stack: RunningStack) -> Api:
    return register(stack, "demo-full")


def diagnose(api: Api, bucket: str, origin: str = APP) -> dict[str, Any]:
    answer = api.get("/api/buckets/cors", {"bucket": bucket, "origin": origin})
    assert answer.status_code == 200, answer.text
    diagnosis: dict[str, Any] = answer.json()
    return diagnosis


def repair(api: Api, diagnosis: dict[str, Any]) -> httpx.Response:
    return api.put(
        "/api/buckets/cors",
        {name: diagnosis[name] for name in ("bucket", "origin", "fingerprint")},
    )


def preflight(url: str, headers: dict[str, str], method: str = "PUT") -> httpx.Response:
    """Asks what a browser asks before it sends `headers` from the app's page."""
    asked = {
        "Origin": APP,
        "Access-Control-Request-Method": method,
        "Access-Control-Request-Headers": ",".join(sorted(headers)),
    }
    return httpx.options(url, headers=asked)


def probe(diagnosis: dict[str, Any]) -> list[bool]:
    """Does what the page does: a preflight, then the PUT, and looks whether it may read ETag."""
    return [
        preflight(probe["url"], probe["headers"]).status_code == 200
        and "etag" in _exposed(httpx.put(probe["url"], headers={**probe["headers"], "Origin": APP}))
        for probe in diagnosis["probes"]
    ]


def _exposed(answer: httpx.Response) -> str:
    exposed: str = answer.headers.get("access-control-expose-headers", "")
    return exposed.lower()


@pytest.mark.parametrize(
    ("rules", "verdict", "codes"),
    [
        ([], "missing", ["no_rules"]),
        (OTHERS, "incomplete", ["methods_missing", "headers_missing"]),
        ([HIDES_ETAG], "incomplete", ["etag_not_exposed"]),
        ([OTHERS[0], HIDES_ETAG, OTHERS[1]], "incomplete", ["etag_not_exposed"]),
    ],
)
def test_a_bucket_that_refuses_the_page_lets_it_in_after_the_repair(
    s3: S3Client,
    full: Api,
    bucket: str,
    rules: list[CORSRuleTypeDef],
    verdict: str,
    codes: list[str],
) -> None:
    if rules:
        s3.put_bucket_cors(Bucket=bucket, CORSConfiguration={"CORSRules": rules})
    before = diagnose(full, bucket)
    assert (before["verdict"], [found["code"] for found in before["problems"]]) == (verdict, codes)
    assert probe(before) == [False, False]
    after = repair(full, before).json()
    assert (after["verdict"], after["problems"], after["suggestedRule"]) == ("ok", [], None)
    assert after["rules"] == before["repairedRules"]
    assert probe(after) == [True, True]
    stored = s3.get_bucket_cors(Bucket=bucket)["CORSRules"]
    assert [rule for rule in stored if not rule.get("ID", "").startswith("s3loader-")] == rules
    assert len(stored) == len(rules) + 1
    answer = full.get("/api/buckets/cors", {"bucket": bucket, "origin": "https://evil.example"})
    assert answer.json()["verdict"] == "incomplete"


def test_after_the_repair_an_upload_works_from_the_page(full: Api, bucket: str) -> None:
    assert repair(full, diagnose(full, bucket)).json()["verdict"] == "ok"
    (put,) = full.plan(bucket, "", ("a.txt", 5))
    assert preflight(put["url"], put["headers"]).status_code == 200
    sent = send(put, b"hello", Origin=APP)
    assert sent.status_code == 200
    assert sent.headers["access-control-allow-origin"] == APP
    assert "etag" in _exposed(sent)
    ranges = {"range": "bytes=0-1", "if-match": sent.headers["etag"]}
    assert preflight(put["url"], ranges, "GET").status_code == 200


def test_a_probe_leaves_nothing_in_the_bucket(s3: S3Client, full: Api, bucket: str) -> None:
    before = diagnose(full, bucket)
    for found in repair(full, before).json()["probes"]:
        assert httpx.put(found["url"], headers=found["headers"]).status_code == 404
    assert s3.list_objects_v2(Bucket=bucket)["KeyCount"] == 0
    assert "Uploads" not in s3.list_multipart_uploads(Bucket=bucket)


def test_rules_that_are_well_are_left_alone(s3: S3Client, full: Api, bucket: str) -> None:
    before = diagnose(full, bucket)
    assert repair(full, before).json()["verdict"] == "ok"
    stored = s3.get_bucket_cors(Bucket=bucket)["CORSRules"]
    assert repair(full, before).json()["verdict"] == "ok"
    assert s3.get_bucket_cors(Bucket=bucket)["CORSRules"] == stored


def test_rules_that_changed_meanwhile_are_not_touched(s3: S3Client, full: Api, bucket: str) -> None:
    before = diagnose(full, bucket)
    s3.put_bucket_cors(Bucket=bucket, CORSConfiguration={"CORSRules": OTHERS})
    refused = repair(full, before)
    assert (refused.status_code, refused.json()["code"]) == (409, "cors_rules_changed")
    assert s3.get_bucket_cors(Bucket=bucket)["CORSRules"] == OTHERS


def test_a_full_set_of_rules_is_not_touched(s3: S3Client, full: Api, bucket: str) -> None:
    s3.put_bucket_cors(Bucket=bucket, CORSConfiguration={"CORSRules": [OTHERS[1]] * 100})
    refused = repair(full, diagnose(full, bucket))
    assert (refused.status_code, refused.json()["code"]) == (422, "cors_rules_full")
    assert refused.json()["params"] == {"limit": 100}


def test_a_reader_learns_what_is_not_known_and_which_permission_lacks(
    stack: RunningStack, bucket: str
) -> None:
    reader = register(stack, "demo-reader")
    diagnosis = diagnose(reader, bucket)
    assert diagnosis["verdict"] == "unknown"
    assert diagnosis["rules"] is diagnosis["repairedRules"] is diagnosis["fingerprint"] is None
    (problem,) = diagnosis["problems"]
    assert (problem["code"], problem["missing"]) == ("rules_unreadable", ["s3:GetBucketCORS"])
    assert diagnosis["suggestedRule"]["allowedOrigins"] == [APP]
    assert len(diagnosis["probes"]) == 2
    refused = repair(reader, {**diagnosis, "fingerprint": ""})
    assert (refused.status_code, refused.json()["code"]) == (403, "access_denied")
    assert refused.json()["params"]["action"] == "s3:GetBucketCORS"


def test_who_may_read_the_rules_and_not_write_them_is_told_so(
    stack: RunningStack, iam: IAMClient, bucket: str
) -> None:
    user = create_user(iam)
    put_user_policy(iam, user, "looks", document("s3:GetBucketCORS", "s3:ListBucket"))
    looker = register_user(stack, iam, user)
    diagnosis = diagnose(looker, bucket)
    assert diagnosis["verdict"] == "missing"
    refused = repair(looker, diagnosis)
    assert (refused.status_code, refused.json()["code"]) == (403, "access_denied")
    assert refused.json()["params"] == {
        "action": "s3:PutBucketCORS",
        "resource": f"arn:aws:s3:::{bucket}",
    }


def test_the_demo_buckets_are_judged_as_they_are(stack: RunningStack, full: Api) -> None:
    assert diagnose(full, "demo-reports", stack.app_url)["verdict"] == "ok"
    assert diagnose(full, "demo-reports", "https://evil.example")["verdict"] == "incomplete"
    assert diagnose(full, "demo-no-cors", stack.app_url)["verdict"] == "missing"


@pytest.mark.parametrize("origin", ["null", "*", "https://app.example/", "app.example"])
def test_what_is_no_origin_is_refused(full: Api, bucket: str, origin: str) -> None:
    refused = full.get("/api/buckets/cors", {"bucket": bucket, "origin": origin})
    assert (refused.status_code, refused.json()["code"]) == (422, "origin_invalid")
    refused = repair(full, {"bucket": bucket, "origin": origin, "fingerprint": ""})
    assert (refused.status_code, refused.json()["code"]) == (422, "origin_invalid")
