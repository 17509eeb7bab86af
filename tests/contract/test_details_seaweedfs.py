"""Details, previews, links and locks on a second server, with checksums as S3 has them."""

import base64
import hashlib
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from botocore.exceptions import ClientError
from mypy_boto3_s3 import S3Client
from mypy_boto3_s3.type_defs import CompletedPartTypeDef
from starlette.testclient import TestClient

from tests.bench.seaweedfs import S3Server, seaweedfs
from tests.contract.seaweedfs_api import registered_api


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[S3Server]:
    with seaweedfs(tmp_path_factory.mktemp("seaweedfs")) as started:
        yield started


@pytest.fixture
def s3(server: S3Server) -> Iterator[S3Client]:
    client = server.client()
    yield client
    client.close()


@pytest.fixture
def api(server: S3Server, tmp_path: Path) -> TestClient:
    return registered_api(server, tmp_path)


@pytest.fixture
def locked(s3: S3Client) -> str:
    """A bucket with Object Lock."""
    name = f"locked-{uuid.uuid4()}"
    s3.create_bucket(Bucket=name, ObjectLockEnabledForBucket=True)
    return name


def details(api: TestClient, bucket: str, key: str, **more: str) -> dict[str, Any]:
    answer = api.get("/api/objects/details", params={"bucket": bucket, "key": key, **more})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def sign(api: TestClient, call: str, bucket: str, key: str, **more: object) -> str:
    answer = api.post(f"/api/objects/{call}", json={"bucket": bucket, "key": key, **more})
    assert answer.status_code == 200, answer.text
    return str(answer.json()["url"])


def test_the_checksum_of_the_whole_object_is_told(
    server: S3Server, s3: S3Client, api: TestClient
) -> None:
    s3.put_object(Bucket=server.bucket, Key="in/a.txt", Body=b"hello", ChecksumAlgorithm="SHA256")
    found = details(api, server.bucket, "in/a.txt")
    digest = base64.b64encode(hashlib.sha256(b"hello").digest()).decode()
    assert found["checksum"] == {"algorithm": "SHA256", "value": digest}
    assert found["checksumType"] == "full-object"


def test_a_checksum_of_parts_is_told_as_such(
    server: S3Server, s3: S3Client, api: TestClient
) -> None:
    where: Any = {"Bucket": server.bucket, "Key": "parts"}
    upload_id = s3.create_multipart_upload(**where, ChecksumAlgorithm="SHA256")["UploadId"]
    part = s3.upload_part(
        **where, UploadId=upload_id, PartNumber=1, Body=b"hello", ChecksumAlgorithm="SHA256"
    )
    sent: CompletedPartTypeDef = {
        "PartNumber": 1,
        "ETag": part["ETag"],
        "ChecksumSHA256": part["ChecksumSHA256"],
    }
    s3.complete_multipart_upload(**where, UploadId=upload_id, MultipartUpload={"Parts": [sent]})
    found = details(api, server.bucket, "parts")
    assert found["checksum"]["algorithm"] == "SHA256"
    assert found["checksum"]["value"].endswith("-1")
    assert (found["checksumType"], found["partCount"]) == ("composite", 1)


def test_an_object_is_told_with_metadata_and_tags(
    server: S3Server, s3: S3Client, api: TestClient
) -> None:
    key = "in/한글 이름.txt"
    s3.put_object(
        Bucket=server.bucket, Key=key, Body=b"x", Metadata={"title": "r"}, Tagging="team=a"
    )
    found = details(api, server.bucket, key)
    assert (found["size"], found["metadata"]) == (1, {"title": "r"})
    assert found["tags"]["tags"] == [{"key": "team", "value": "a"}]


@pytest.mark.parametrize(("key", "stored"), [("a.html", "text/html"), ("b", "image/svg+xml")])
def test_what_a_browser_could_run_comes_as_plain_text_to_be_saved(
    server: S3Server, s3: S3Client, api: TestClient, key: str, stored: str
) -> None:
    body = b"<svg><script>alert(1)</script></svg>"
    s3.put_object(Bucket=server.bucket, Key=key, Body=body, ContentType=stored)
    got = httpx.get(sign(api, "preview", server.bucket, key))
    assert (got.status_code, got.content) == (200, body)
    assert got.headers["content-type"] == "text/plain; charset=utf-8"
    assert got.headers["content-disposition"] == "attachment"


def test_a_link_gives_the_file_under_its_own_name(
    server: S3Server, s3: S3Client, api: TestClient
) -> None:
    s3.put_object(Bucket=server.bucket, Key='in/한글 "이름".txt', Body=b"hello")
    got = httpx.get(sign(api, "share", server.bucket, 'in/한글 "이름".txt', seconds=60))
    assert (got.status_code, got.content) == (200, b"hello")
    assert got.headers["content-disposition"].endswith(
        "filename*=UTF-8''%ED%95%9C%EA%B8%80%20%22%EC%9D%B4%EB%A6%84%22.txt"
    )


def test_a_locked_version_stays_below_the_delete_marker(
    s3: S3Client, api: TestClient, locked: str
) -> None:
    until = datetime(2099, 1, 1, tzinfo=UTC)
    version = s3.put_object(
        Bucket=locked,
        Key="a",
        Body=b"x",
        ObjectLockMode="GOVERNANCE",
        ObjectLockRetainUntilDate=until,
    )["VersionId"]
    lock = details(api, locked, "a")["lock"]
    assert (lock["mode"], datetime.fromisoformat(lock["retainUntil"])) == ("GOVERNANCE", until)
    body = {"bucket": locked, "keys": ["a"], "confirmation": "delete"}
    (result,) = api.post("/api/objects/delete", json=body).json()["results"]
    assert result["outcome"] == "delete-marker"
    with pytest.raises(ClientError, match="AccessDenied"):
        s3.delete_object(Bucket=locked, Key="a", VersionId=version)
    versions = details(api, locked, "a", versionId=version)["versions"]["versions"]
    assert [found["isDeleteMarker"] for found in versions] == [True, False]


def test_a_bucket_with_object_lock_says_so(server: S3Server, api: TestClient, locked: str) -> None:
    told = api.get("/api/buckets/protection", params={"bucket": locked}).json()
    assert (told["versioning"], told["objectLock"]) == ("enabled", "on")
    told = api.get("/api/buckets/protection", params={"bucket": server.bucket}).json()
    assert (told["versioning"], told["objectLock"]) == ("off", "off")
