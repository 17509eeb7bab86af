"""Downloads from a second server: SeaweedFS computes checksums of whole objects, as S3 does."""

import base64
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from mypy_boto3_s3 import S3Client
from starlette.testclient import TestClient

from tests.bench.seaweedfs import S3Server, seaweedfs
from tests.contract.seaweedfs_api import registered_api

PARTS = (b"a" * (5 * 1024 * 1024), b"b")
# The check value of the algorithm's definition.
DIGITS = b"123456789"
CRC64NVME_OF_DIGITS = base64.b64encode(bytes.fromhex("ae8b14860a799888")).decode()


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


def plan(
    api: TestClient, server: S3Server, *keys: str, requester_pays: bool = False
) -> list[dict[str, Any]]:
    body = {"bucket": server.bucket, "keys": list(keys), "requesterPays": requester_pays}
    answer = api.post("/api/downloads", json=body)
    assert answer.status_code == 200, answer.text
    plans: list[dict[str, Any]] = answer.json()["downloads"]
    return plans


def fetch(found: dict[str, Any], first: int, last: int) -> httpx.Response:
    headers = {"range": f"bytes={first}-{last}", "if-match": f'"{found["etag"]}"'}
    return httpx.get(found["url"], headers=headers)


def test_the_servers_own_crc64nvme_proves_the_bytes(
    api: TestClient, server: S3Server, s3: S3Client
) -> None:
    s3.put_object(
        Bucket=server.bucket, Key="digits", Body=DIGITS, ChecksumCRC64NVME=CRC64NVME_OF_DIGITS
    )
    (found,) = plan(api, server, "digits")
    assert found["checksum"] == {"algorithm": "CRC64NVME", "value": CRC64NVME_OF_DIGITS}
    assert httpx.get(found["url"]).content == DIGITS


def test_a_whole_objects_checksum_of_parts_comes_along_and_no_composite_does(
    api: TestClient, server: S3Server, s3: S3Client
) -> None:
    put_parts(s3, server.bucket, "whole", ChecksumAlgorithm="CRC32", ChecksumType="FULL_OBJECT")
    put_parts(s3, server.bucket, "composite", ChecksumAlgorithm="SHA256", ChecksumType="COMPOSITE")
    whole, composite = plan(api, server, "whole", "composite")
    crc32 = zlib.crc32(PARTS[0] + PARTS[1]).to_bytes(4, "big")
    assert whole["checksum"] == {"algorithm": "CRC32", "value": base64.b64encode(crc32).decode()}
    assert composite["checksum"] is None


def test_without_a_checksum_the_parts_prove_the_bytes_by_md5(
    api: TestClient, server: S3Server, s3: S3Client
) -> None:
    put_parts(s3, server.bucket, "parts")
    (found,) = plan(api, server, "parts")
    assert found["md5PartSize"] == len(PARTS[0])


def put_parts(s3: S3Client, bucket: str, key: str, **checksum: Any) -> None:  # noqa: ANN401
    """Uploads PARTS, with ChecksumAlgorithm and ChecksumType if they are given."""
    upload = s3.create_multipart_upload(Bucket=bucket, Key=key, **checksum)["UploadId"]
    place: Any = {"Bucket": bucket, "Key": key, "UploadId": upload}
    by = {"ChecksumAlgorithm": checksum["ChecksumAlgorithm"]} if checksum else {}
    parts: list[Any] = []
    for number, body in enumerate(PARTS, start=1):
        sent: Any = s3.upload_part(**place, **by, PartNumber=number, Body=body)
        sums = {field: value for field, value in sent.items() if field.startswith("Checksum")}
        parts.append({"PartNumber": number, "ETag": sent["ETag"], **sums})
    s3.complete_multipart_upload(**place, MultipartUpload={"Parts": parts})


def test_a_range_is_delivered_until_the_object_changes(
    api: TestClient, server: S3Server, s3: S3Client
) -> None:
    s3.put_object(Bucket=server.bucket, Key="changing", Body=b"before")
    (found,) = plan(api, server, "changing")
    answer = fetch(found, 2, 4)
    assert (answer.status_code, answer.content) == (206, b"for")
    s3.put_object(Bucket=server.bucket, Key="changing", Body=b"behind")
    assert fetch(found, 2, 4).status_code == 412


@pytest.mark.parametrize("key", ["한글 이름.txt", "a+b%20c&d=e", "'\"<> ?#;", "😀"])
def test_the_url_delivers_the_bytes_of_an_odd_key(
    api: TestClient, server: S3Server, s3: S3Client, key: str
) -> None:
    s3.put_object(Bucket=server.bucket, Key=key, Body=key.encode())
    (found,) = plan(api, server, key)
    assert httpx.get(found["url"]).content == key.encode()


def test_a_requester_who_agrees_to_pay_gets_the_bytes(
    api: TestClient, server: S3Server, s3: S3Client
) -> None:
    s3.put_object(Bucket=server.bucket, Key="paid", Body=b"x")
    (found,) = plan(api, server, "paid", requester_pays=True)
    assert httpx.get(found["url"]).content == b"x"
