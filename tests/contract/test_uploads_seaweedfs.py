"""Multipart uploads on a second server: completing again, aborts that come before and after."""

import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from mypy_boto3_s3 import S3Client
from starlette.testclient import TestClient

from tests.bench.seaweedfs import S3Server, seaweedfs
from tests.contract.seaweedfs_api import registered_api

PART = 8 * 1024 * 1024
SIZE = PART + 1


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
def place(server: S3Server, s3: S3Client) -> dict[str, Any]:
    """A multipart upload without parts, as S3's calls name it; nobody knows its nonce."""
    key = {"Bucket": server.bucket, "Key": f"in/{uuid.uuid4()}.bin"}
    return {**key, "UploadId": s3.create_multipart_upload(**key)["UploadId"]}  # type: ignore[arg-type]


@pytest.fixture
def sent(s3: S3Client, place: dict[str, Any]) -> dict[str, Any]:
    etags = [
        s3.upload_part(**place, PartNumber=number, Body=data)["ETag"]
        for number, data in ((1, b"x" * PART), (2, b"y"))
    ]
    parts = [{"partNumber": number, "etag": etag} for number, etag in enumerate(etags, start=1)]
    own = {"key": place["Key"], "uploadId": place["UploadId"]}
    return {**own, "size": SIZE, "parts": parts, "onConflict": "refuse"}


def reference(place: dict[str, Any]) -> dict[str, Any]:
    return {"bucket": place["Bucket"], "key": place["Key"], "uploadId": place["UploadId"]}


def complete(api: TestClient, server: S3Server, upload: dict[str, Any]) -> dict[str, Any]:
    body = {"bucket": server.bucket, "uploads": [upload]}
    (result,) = api.post("/api/uploads/complete", json=body).json()["results"]
    return dict(result)


def test_completing_again_finds_it_done_also_after_an_abort_that_came_too_late(
    api: TestClient, server: S3Server, s3: S3Client, place: dict[str, Any], sent: dict[str, Any]
) -> None:
    assert complete(api, server, sent)["kind"] == "completed"
    assert complete(api, server, sent)["kind"] == "completed"
    assert api.post("/api/uploads/abort", json=reference(place)).status_code == 204
    assert complete(api, server, sent)["kind"] == "completed"
    stored = s3.get_object(Bucket=server.bucket, Key=sent["key"])["Body"].read()
    assert stored == b"x" * PART + b"y"


def test_completing_after_an_abort_finds_nothing(
    api: TestClient, server: S3Server, place: dict[str, Any], sent: dict[str, Any]
) -> None:
    assert api.post("/api/uploads/abort", json=reference(place)).status_code == 204
    assert complete(api, server, sent)["code"] == "upload_not_found"


def test_anothers_object_is_a_conflict_and_stays(
    api: TestClient, server: S3Server, s3: S3Client, sent: dict[str, Any]
) -> None:
    s3.put_object(Bucket=server.bucket, Key=sent["key"], Body=b"theirs")
    assert complete(api, server, sent)["code"] == "conflict"
    assert s3.get_object(Bucket=server.bucket, Key=sent["key"])["Body"].read() == b"theirs"
