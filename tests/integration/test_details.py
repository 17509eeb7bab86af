"""Details, previews and links over HTTP; moto stands for S3."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from mypy_boto3_s3 import S3Client
from starlette.testclient import TestClient

from tests.integration.conftest import MakeClient, register

BUCKET = "demo-photos"
KEY = "in/a.txt"


def details(api: TestClient, key: str = KEY, **more: str) -> dict[str, Any]:
    answer = api.get("/api/objects/details", params={"bucket": BUCKET, "key": key, **more})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def post(api: TestClient, call: str, **more: object) -> tuple[int, dict[str, Any]]:
    answer = api.post(f"/api/objects/{call}", json={"bucket": BUCKET, "key": KEY, **more})
    return answer.status_code, answer.json()


def signed(url: str) -> dict[str, str]:
    """Returns the query of a URL, which S3 obeys."""
    return {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}


def test_an_object_is_told_with_its_headers_metadata_and_tags(
    api: TestClient, s3: S3Client
) -> None:
    s3.put_object(
        Bucket=BUCKET,
        Key=KEY,
        Body=b"hello",
        ContentType="text/plain",
        CacheControl="no-cache",
        Metadata={"title": "report"},
        Tagging="team=a",
        ServerSideEncryption="AES256",
        StorageClass="STANDARD_IA",
    )
    found = details(api)
    assert (found["key"], found["size"], found["etag"]) == (
        KEY,
        5,
        "5d41402abc4b2a76b9719d911017c592",
    )
    assert (found["contentType"], found["cacheControl"]) == ("text/plain", "no-cache")
    assert found["metadata"] == {"title": "report"}
    assert found["tags"] == {"kind": "tags", "tags": [{"key": "team", "value": "a"}]}
    assert (found["encryption"]["kind"], found["storageClass"]) == ("s3", "STANDARD_IA")
    assert found["share"] == {
        "maxSeconds": 604_800,
        "boundBy": "signature",
        "sessionEndsAt": None,
    }


def test_every_version_is_told_and_each_can_be_asked_for(api: TestClient, s3: S3Client) -> None:
    s3.put_bucket_versioning(Bucket=BUCKET, VersioningConfiguration={"Status": "Enabled"})
    first = s3.put_object(Bucket=BUCKET, Key="v.txt", Body=b"1")["VersionId"]
    s3.put_object(Bucket=BUCKET, Key="v.txt", Body=b"22")
    s3.put_object(Bucket=BUCKET, Key="v.txt.bak", Body=b"333")
    found = details(api, "v.txt")
    assert [version["size"] for version in found["versions"]["versions"]] == [2, 1]
    assert details(api, "v.txt", versionId=first)["size"] == 1


def test_after_a_deletion_the_older_versions_are_still_told(api: TestClient, s3: S3Client) -> None:
    s3.put_bucket_versioning(Bucket=BUCKET, VersioningConfiguration={"Status": "Enabled"})
    first = s3.put_object(Bucket=BUCKET, Key="v.txt", Body=b"1")["VersionId"]
    body = {"bucket": BUCKET, "keys": ["v.txt"], "confirmation": "delete"}
    deleted = api.post("/api/objects/delete", json=body).json()["results"]
    assert deleted[0]["outcome"] == "delete-marker"
    gone = api.get("/api/objects/details", params={"bucket": BUCKET, "key": "v.txt"})
    assert (gone.status_code, gone.json()["code"]) == (404, "not_found")
    versions = details(api, "v.txt", versionId=first)["versions"]["versions"]
    assert [version["isDeleteMarker"] for version in versions] == [True, False]
    assert [version["isLatest"] for version in versions] == [True, False]


@pytest.mark.parametrize("call", ["preview", "share"])
def test_what_is_not_there_is_not_signed(api: TestClient, s3: S3Client, call: str) -> None:
    status, problem = post(api, call, key="absent", seconds=60)
    assert (status, problem["code"]) == (404, "not_found")


@pytest.mark.parametrize("call", ["preview", "share"])
def test_an_archived_object_must_be_restored_first(
    api: TestClient, s3: S3Client, call: str
) -> None:
    s3.put_object(Bucket=BUCKET, Key="cold", Body=b"x", StorageClass="DEEP_ARCHIVE")
    assert details(api, "cold")["archive"]["status"] == "archived"
    status, problem = post(api, call, key="cold", seconds=60)
    assert (status, problem["code"]) == (409, "object_archived")
    assert problem["params"] == {"storageClass": "DEEP_ARCHIVE", "restore": "none"}


@pytest.mark.parametrize("call", ["preview", "share"])
def test_a_key_that_browsers_cannot_ask_for_is_not_signed(
    api: TestClient, s3: S3Client, call: str
) -> None:
    status, problem = post(api, call, key="a/../b", seconds=60)
    assert (status, problem["code"]) == (422, "key_not_addressable")


@pytest.mark.parametrize(
    ("key", "stored", "kind", "served"),
    [
        ("page.html", "text/html", "text", "text/plain; charset=utf-8"),
        ("page", "text/html", "text", "text/plain; charset=utf-8"),
        ("drawing.svg", "image/svg+xml", "text", "text/plain; charset=utf-8"),
        ("photo.png", "text/html", "image", "image/png"),
        ("empty.bin", "application/x-unknown", "none", "application/octet-stream"),
    ],
)
def test_a_preview_makes_s3_answer_a_safe_type_as_attachment(
    api: TestClient, s3: S3Client, key: str, stored: str, kind: str, served: str
) -> None:
    s3.put_object(Bucket=BUCKET, Key=key, Body=b"", ContentType=stored)
    status, found = post(api, "preview", key=key)
    assert (status, found["kind"], found["contentType"], found["size"]) == (200, kind, served, 0)
    query = signed(found["url"])
    assert query["response-content-type"] == served
    assert query["response-content-disposition"] == "attachment"
    assert query["X-Amz-Expires"] == "900"


def test_a_link_works_for_the_seconds_asked_and_names_the_file(
    api: TestClient, s3: S3Client
) -> None:
    s3.put_object(Bucket=BUCKET, Key="in/한글 이름.txt", Body=b"x")
    before = datetime.now(UTC).replace(microsecond=0)
    status, found = post(api, "share", key="in/한글 이름.txt", seconds=86_400)
    assert status == 200
    query = signed(found["url"])
    assert query["X-Amz-Expires"] == "86400"
    assert query["response-content-disposition"].endswith(
        "filename*=UTF-8''%ED%95%9C%EA%B8%80%20%EC%9D%B4%EB%A6%84.txt"
    )
    assert "response-content-type" not in query
    ends_at = datetime.fromisoformat(found["expiresAt"])
    assert before <= ends_at - timedelta(days=1) <= datetime.now(UTC)


def test_a_version_and_its_payer_are_part_of_the_link(api: TestClient, s3: S3Client) -> None:
    s3.put_bucket_versioning(Bucket=BUCKET, VersioningConfiguration={"Status": "Enabled"})
    first = s3.put_object(Bucket=BUCKET, Key=KEY, Body=b"1")["VersionId"]
    s3.put_object(Bucket=BUCKET, Key=KEY, Body=b"22")
    for call in ("preview", "share"):
        _, found = post(api, call, versionId=first, requesterPays=True, seconds=60)
        query = signed(found["url"])
        assert (query["versionId"], query["x-amz-request-payer"]) == (first, "requester")


@pytest.mark.parametrize("seconds", [0, 59, 604_801, "soon"])
def test_no_link_is_signed_for_less_than_a_minute_or_more_than_a_week(
    api: TestClient, s3: S3Client, seconds: object
) -> None:
    status, problem = post(api, "share", seconds=seconds)
    assert (status, problem["code"]) == (422, "invalid_request")


def test_the_log_says_for_how_long_and_never_the_link(
    api: TestClient, s3: S3Client, log: Callable[[], str]
) -> None:
    _, found = post(api, "share", seconds=3600)
    (line,) = [json.loads(line) for line in log().splitlines() if '"link shared"' in line]
    assert (line["bucket"], line["seconds"]) == (BUCKET, 3600)
    for secret in (found["url"], "X-Amz", signed(found["url"])["X-Amz-Signature"], KEY):
        assert secret not in log()


def test_a_bucket_tells_what_keeps_its_objects(api: TestClient, s3: S3Client) -> None:
    def protection(bucket: str) -> dict[str, Any]:
        found: dict[str, Any] = api.get(f"/api/buckets/protection?bucket={bucket}").json()
        return found

    off = {"versioning": "off", "objectLock": "off", "defaultRetention": None}
    assert protection(BUCKET) == off
    location: Any = {"LocationConstraint": "ap-northeast-2"}
    s3.create_bucket(
        Bucket="locked", CreateBucketConfiguration=location, ObjectLockEnabledForBucket=True
    )
    s3.put_object_lock_configuration(
        Bucket="locked",
        ObjectLockConfiguration={
            "ObjectLockEnabled": "Enabled",
            "Rule": {"DefaultRetention": {"Mode": "COMPLIANCE", "Years": 1}},
        },
    )
    assert protection("locked") == {
        "versioning": "enabled",
        "objectLock": "on",
        "defaultRetention": {"mode": "COMPLIANCE", "days": None, "years": 1},
    }
    assert api.get("/api/buckets/protection?bucket=nowhere").status_code == 404


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", f"/api/objects/details?bucket={BUCKET}&key={KEY}"),
        ("GET", f"/api/buckets/protection?bucket={BUCKET}"),
        ("POST", "/api/objects/preview"),
        ("POST", "/api/objects/share"),
    ],
)
def test_only_allowed_buckets_are_served(
    make_client: MakeClient, s3: S3Client, method: str, path: str
) -> None:
    api = register(make_client(allowed_buckets=("demo-reports",)))
    body = {"bucket": BUCKET, "key": KEY, "seconds": 60} if method == "POST" else None
    refused = api.request(method, path, json=body)
    assert (refused.status_code, refused.json()["code"]) == (403, "bucket_not_allowed")
