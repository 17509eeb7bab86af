"""Downloads through presigned URLs, with signatures and IAM enforced; bytes come from S3."""

import base64
import hashlib
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
from mypy_boto3_iam import IAMClient
from mypy_boto3_s3 import S3Client
from s3loader.aws.presigning import Presigner, addresses
from s3loader.caller import Credentials

from local.embedded_aws import REGION
from tests.contract.api import Api, register
from tests.contract.iam_user import create_user, document, put_user_policy, register_user
from tests.local.running_stack import RunningStack

MIB = 1024 * 1024
ODD = [
    "한글 이름.txt",
    "a+b%20c&d=e",
    "'\"<>\\ ?#;",
    " ",
    "😀",
    "a//b",
    "/a",
    "tab\tline\n",
    "%2e%2e/x",
]
CUSTOMER_KEY = b"k" * 32


@pytest.fixture
def reader(stack: RunningStack) -> Api:
    return register(stack, "demo-reader")


def plan(api: Api, bucket: str, *keys: str, **more: Any) -> list[dict[str, Any]]:  # noqa: ANN401
    answer = api.post("/api/downloads", {"bucket": bucket, "keys": list(keys), **more})
    assert answer.status_code == 200, answer.text
    plans: list[dict[str, Any]] = answer.json()["downloads"]
    assert [found["key"] for found in plans] == list(keys)
    return plans


def fetch(found: dict[str, Any], first: int, last: int) -> httpx.Response:
    """Does what the engine does with a range."""
    headers = {"range": f"bytes={first}-{last}", "if-match": f'"{found["etag"]}"'}
    return httpx.get(found["url"], headers=headers)


def test_the_url_delivers_the_bytes_of_any_key(s3: S3Client, reader: Api, bucket: str) -> None:
    for key in ODD:
        s3.put_object(Bucket=bucket, Key=key, Body=key.encode())
    for found in plan(reader, bucket, *ODD):
        assert found["kind"] == "ready", found
        answer = httpx.get(found["url"])
        assert (answer.status_code, answer.content) == (200, found["key"].encode())


def test_ranges_add_up_to_the_object(s3: S3Client, reader: Api, bucket: str) -> None:
    body = bytes(range(256)) * 40
    s3.put_object(Bucket=bucket, Key="a", Body=body)
    (found,) = plan(reader, bucket, "a")
    parts = [fetch(found, first, first + 4095) for first in (0, 4096, 8192)]
    assert [part.status_code for part in parts] == [206, 206, 206]
    assert b"".join(part.content for part in parts) == body
    assert found["size"] == len(body)


def test_a_range_of_an_object_that_changed_since_is_refused(
    s3: S3Client, reader: Api, bucket: str
) -> None:
    s3.put_object(Bucket=bucket, Key="a", Body=b"before")
    (found,) = plan(reader, bucket, "a")
    s3.put_object(Bucket=bucket, Key="a", Body=b"behind")
    assert fetch(found, 0, 1).status_code == 412
    (again,) = plan(reader, bucket, "a")
    assert fetch(again, 0, 1).content == b"be"


def test_zero_bytes_are_planned_and_delivered(s3: S3Client, reader: Api, bucket: str) -> None:
    s3.put_object(Bucket=bucket, Key="empty", Body=b"")
    (found,) = plan(reader, bucket, "empty")
    assert (found["size"], found["md5PartSize"]) == (0, 0)
    assert httpx.get(found["url"]).content == b""


def test_the_url_is_good_for_this_object_and_for_reading_only(
    s3: S3Client, reader: Api, bucket: str
) -> None:
    for key in ("a", "b"):
        s3.put_object(Bucket=bucket, Key=key, Body=b"x")
    (found,) = plan(reader, bucket, "a")
    assert httpx.get(found["url"].replace("/a?", "/b?")).status_code == 403
    assert httpx.put(found["url"], content=b"y").status_code == 403
    assert httpx.delete(found["url"]).status_code == 403


def test_an_expired_url_is_refused(
    stack: RunningStack, s3: S3Client, bucket: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    s3.put_object(Bucket=bucket, Key="a", Body=b"x")
    keys = stack.demo["users"]["demo-full"]
    presigner = Presigner(
        Credentials(keys["accessKeyId"], keys["secretAccessKey"]),
        REGION,
        addresses(bucket, REGION, (stack.aws_endpoint,)),
        timedelta(seconds=900),
    )
    assert httpx.get(presigner.sign_get("a", {}, 0)).status_code == 200
    before = datetime.now(UTC) - timedelta(seconds=901)
    monkeypatch.setattr("botocore.auth.get_current_datetime", lambda: before)
    assert httpx.get(presigner.sign_get("a", {}, 0)).status_code == 403


def test_every_public_name_of_the_bucket_delivers(s3: S3Client, reader: Api, bucket: str) -> None:
    keys = [f"{number}" for number in range(4)]
    for key in keys:
        s3.put_object(Bucket=bucket, Key=key, Body=b"x")
    plans = plan(reader, bucket, *keys)
    assert len({urlsplit(found["url"]).hostname for found in plans}) == 2
    assert {httpx.get(found["url"]).status_code for found in plans} == {200}


def test_who_may_not_read_is_refused_with_the_permission_and_the_object(
    stack: RunningStack, iam: IAMClient, s3: S3Client, bucket: str
) -> None:
    for key in ("mine/a", "theirs/a"):
        s3.put_object(Bucket=bucket, Key=key, Body=b"x")
    user = create_user(iam)
    allowed = document("s3:GetObject", resource=f"arn:aws:s3:::{bucket}/mine/*")
    put_user_policy(iam, user, "reads", allowed)
    ready, denied = plan(register_user(stack, iam, user), bucket, "mine/a", "theirs/a")
    assert httpx.get(ready["url"]).status_code == 200
    assert (denied["kind"], denied["code"]) == ("refused", "access_denied")
    assert denied["params"] == {
        "action": "s3:GetObject",
        "resource": f"arn:aws:s3:::{bucket}/theirs/a",
    }


def test_a_plan_teaches_that_a_prefix_may_be_read(
    stack: RunningStack, iam: IAMClient, s3: S3Client, bucket: str
) -> None:
    s3.put_object(Bucket=bucket, Key="mine/a", Body=b"x")
    user = create_user(iam)
    put_user_policy(iam, user, "reads", document("s3:GetObject"))
    account = register_user(stack, iam, user)
    plan(account, bucket, "mine/a")
    place = {"bucket": bucket, "prefix": "mine/"}
    actions = account.get("/api/permissions/effective", place).json()["actions"]
    (get,) = [found for found in actions if found["action"] == "s3:GetObject"]
    assert (get["verdict"], get["source"]) == ("allowed", "observed")


def test_what_is_not_there_or_needs_more_than_a_url_is_refused_alone(
    s3: S3Client, reader: Api, bucket: str
) -> None:
    s3.put_object(Bucket=bucket, Key="frozen", Body=b"x", StorageClass="DEEP_ARCHIVE")
    s3.put_object(Bucket=bucket, Key="cool", Body=b"x", StorageClass="GLACIER_IR")
    s3.put_object(
        Bucket=bucket,
        Key="sealed",
        Body=b"x",
        SSECustomerAlgorithm="AES256",
        SSECustomerKey=CUSTOMER_KEY,
    )
    found = plan(reader, bucket, "gone", "frozen", "sealed", "in/../a", "cool")
    assert [each.get("code") for each in found] == [
        "not_found",
        "object_archived",
        "customer_key_needed",
        "key_not_addressable",
        None,
    ]
    assert found[1]["params"] == {"storageClass": "DEEP_ARCHIVE", "restore": "none"}


def test_a_restore_that_goes_on_is_told(s3: S3Client, reader: Api, bucket: str) -> None:
    s3.put_object(Bucket=bucket, Key="frozen", Body=b"x", StorageClass="GLACIER")
    s3.restore_object(Bucket=bucket, Key="frozen", RestoreRequest={"Days": 1})
    (found,) = plan(reader, bucket, "frozen")
    assert found["params"] == {"storageClass": "GLACIER", "restore": "ongoing"}


def test_parts_and_whole_prove_the_bytes_by_md5_but_not_under_kms(
    s3: S3Client, reader: Api, bucket: str
) -> None:
    s3.put_object(Bucket=bucket, Key="whole", Body=b"abc")
    s3.put_object(
        Bucket=bucket,
        Key="kms",
        Body=b"abc",
        ServerSideEncryption="aws:kms",
        SSEKMSKeyId="arn:aws:kms:ap-northeast-2:000000000000:key/one",
    )
    body = b"a" * (5 * MIB) + b"b" * (5 * MIB) + b"c"
    put_parts(s3, bucket, "parts", body, 5 * MIB)
    whole, kms, parts = plan(reader, bucket, "whole", "kms", "parts")
    assert (whole["md5PartSize"], kms["md5PartSize"]) == (3, None)
    assert parts["md5PartSize"] == 5 * MIB
    assert parts["etag"] == etag_of(body, 5 * MIB)


def put_parts(s3: S3Client, bucket: str, key: str, body: bytes, part_size: int) -> None:
    upload = s3.create_multipart_upload(Bucket=bucket, Key=key)["UploadId"]
    pieces = [body[start : start + part_size] for start in range(0, len(body), part_size)]
    etags = [
        s3.upload_part(Bucket=bucket, Key=key, UploadId=upload, PartNumber=number, Body=piece)[
            "ETag"
        ]
        for number, piece in enumerate(pieces, start=1)
    ]
    numbered = enumerate(etags, start=1)
    s3.complete_multipart_upload(
        Bucket=bucket,
        Key=key,
        UploadId=upload,
        MultipartUpload={"Parts": [{"PartNumber": n, "ETag": etag} for n, etag in numbered]},
    )


def etag_of(body: bytes, part_size: int) -> str:
    starts = range(0, len(body), part_size)
    md5s = [hashlib.md5(body[s : s + part_size], usedforsecurity=False).digest() for s in starts]
    return f"{hashlib.md5(b''.join(md5s), usedforsecurity=False).hexdigest()}-{len(md5s)}"


def test_a_checksum_of_the_whole_object_comes_along(s3: S3Client, reader: Api, bucket: str) -> None:
    s3.put_object(Bucket=bucket, Key="a", Body=b"abc", ChecksumAlgorithm="SHA256")
    (found,) = plan(reader, bucket, "a")
    value = base64.b64encode(hashlib.sha256(b"abc").digest()).decode()
    assert found["checksum"] == {"algorithm": "SHA256", "value": value}


def test_what_is_stored_packed_comes_as_it_is_stored(
    s3: S3Client, reader: Api, bucket: str
) -> None:
    packed = b"\x1f\x8b not really packed, so that unpacking it would fail"
    s3.put_object(Bucket=bucket, Key="a.gz", Body=packed, ContentEncoding="gzip")
    (found,) = plan(reader, bucket, "a.gz")
    answer = httpx.get(found["url"])
    assert (answer.headers["content-encoding"], answer.content) == ("identity", packed)


def test_a_requester_who_agrees_to_pay_gets_the_bytes(
    s3: S3Client, reader: Api, bucket: str
) -> None:
    s3.put_object(Bucket=bucket, Key="a", Body=b"x")
    (found,) = plan(reader, bucket, "a", requesterPays=True)
    assert "x-amz-request-payer=requester" in found["url"]
    assert httpx.get(found["url"]).content == b"x"


def test_two_hundred_keys_go_in_two_calls(s3: S3Client, reader: Api, bucket: str) -> None:
    keys = [f"many/{number:03}" for number in range(200)]
    for key in keys:
        s3.put_object(Bucket=bucket, Key=key, Body=key.encode())
    plans = [*plan(reader, bucket, *keys[:100]), *plan(reader, bucket, *keys[100:])]
    with httpx.Client() as browser:
        assert [browser.get(found["url"]).text for found in plans] == keys
    refused = reader.post("/api/downloads", {"bucket": bucket, "keys": keys[:101]})
    assert refused.json()["code"] == "invalid_request"


def test_a_bucket_that_is_not_there_fails_the_whole_call(reader: Api) -> None:
    refused = reader.post("/api/downloads", {"bucket": "test-nowhere", "keys": ["a"]})
    assert (refused.status_code, refused.json()["code"]) == (404, "bucket_not_found")
