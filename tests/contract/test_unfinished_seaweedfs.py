"""Unfinished uploads on a second server, which names no initiators."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from mypy_boto3_s3 import S3Client

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


def test_uploads_are_told_with_their_parts_and_without_an_initiator(
    server: S3Server, s3: S3Client, tmp_path: Path
) -> None:
    """On one page: SeaweedFS 4.48 orders uploads by id, and its pages lose some."""
    ids = []
    for number in range(3):
        where: Any = {"Bucket": server.bucket, "Key": f"in/한글 {number}.bin"}
        ids.append(s3.create_multipart_upload(**where)["UploadId"])
        s3.upload_part(**where, UploadId=ids[-1], PartNumber=1, Body=bytes(number + 1))
    api = registered_api(server, tmp_path)
    params = {"bucket": server.bucket, "prefix": "in/"}
    page = api.get("/api/uploads/unfinished", params=params).json()
    told = {found["key"]: (found["uploadId"], found["size"]) for found in page["uploads"]}
    assert told == {f"in/한글 {number}.bin": (ids[number], number + 1) for number in range(3)}
    assert {(found["initiator"], found["isOwn"]) for found in page["uploads"]} == {(None, False)}
    assert page["lifetime"]["kind"] == "none"
