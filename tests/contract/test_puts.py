"""Single PUTs through presigned URLs, with signatures and IAM enforced."""

import uuid
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from s3loader.aws.presigning import Presigner, addresses
from s3loader.caller import Credentials

from tests.contract.api import Api, register, send
from tests.local.running_stack import RunningStack

BUCKET = "demo-reports"
INBOX = "inbox/"


@pytest.fixture
def uploader(stack: RunningStack) -> Api:
    return register(stack, "demo-uploader")


@pytest.fixture
def name() -> str:
    return f"{uuid.uuid4()}.txt"


@pytest.mark.parametrize("start", ["한글 이름 ", "a+b%20c&d=e ", "😀 ", "#?; ", "'\"<>\\ "])
def test_a_file_of_any_name_arrives_whole(uploader: Api, name: str, start: str) -> None:
    (put,) = uploader.plan(BUCKET, INBOX, (start + name, 5))
    sent = send(put, b"hello")
    assert sent.status_code == 200, sent.text
    upload = {"key": put["key"], "uploadId": None, "size": 5, "nonce": put["nonce"]}
    (result,) = uploader.complete(BUCKET, {**upload, "etag": sent.headers["etag"]})
    assert result["kind"] == "completed"
    listed = uploader.get("/api/objects", {"bucket": BUCKET, "prefix": INBOX})
    assert {"key": INBOX + start + name, "size": 5} in [
        {"key": found["key"], "size": found["size"]} for found in listed.json()["objects"]
    ]


def test_an_empty_file_arrives(uploader: Api, name: str) -> None:
    (put,) = uploader.plan(BUCKET, INBOX, (name, 0))
    assert send(put, b"").status_code == 200
    (result,) = uploader.complete(BUCKET, {"key": put["key"], "uploadId": None, "size": 0})
    assert (result["kind"], result["size"]) == ("completed", 0)


def test_the_url_is_good_for_exactly_this_file(uploader: Api, name: str) -> None:
    (put,) = uploader.plan(BUCKET, INBOX, (name, 5))
    assert send(put, b"longer").status_code == 403
    assert send(put, b"hello", **{"content-type": "text/html"}).status_code == 403
    assert send(put, b"hello", **{"x-amz-meta-s3loader-nonce": "other"}).status_code == 403
    elsewhere = {**put, "url": put["url"].replace(name, f"other-{name}")}
    assert send(elsewhere, b"hello").status_code == 403
    without = {key: value for key, value in put["headers"].items() if key != "if-none-match"}
    assert httpx.put(put["url"], headers=without, content=b"hello").status_code == 403
    assert send(put, b"hello").status_code == 200


def test_nothing_is_overwritten_silently(uploader: Api, name: str) -> None:
    (first,) = uploader.plan(BUCKET, INBOX, (name, 5))
    (second,) = uploader.plan(BUCKET, INBOX, (name, 5))
    assert send(first, b"first").status_code == 200
    assert send(second, b"other").status_code == 412
    lost = {"key": first["key"], "uploadId": None, "size": 5}
    ours, theirs = uploader.complete(
        BUCKET, {**lost, "nonce": first["nonce"]}, {**lost, "nonce": second["nonce"]}
    )
    assert ours["kind"] == "completed"
    assert (theirs["kind"], theirs["code"]) == ("failed", "conflict")


def test_a_conflict_can_be_replaced_or_kept_beside(uploader: Api, name: str) -> None:
    (first,) = uploader.plan(BUCKET, INBOX, (name, 5))
    assert send(first, b"first").status_code == 200
    (refused,) = uploader.plan(BUCKET, INBOX, (name, 5))
    assert refused["code"] == "conflict"
    (beside,) = uploader.plan(BUCKET, INBOX, (name, 5), on_conflict="keep-both")
    assert beside["key"] == first["key"].replace(".txt", " (1).txt")
    assert send(beside, b"other").status_code == 200
    (over,) = uploader.plan(BUCKET, INBOX, (name, 5), on_conflict="replace")
    assert send(over, b"third").status_code == 200


def test_every_public_name_of_the_bucket_takes_uploads(uploader: Api, name: str) -> None:
    plans = uploader.plan(BUCKET, INBOX, *((f"{number}-{name}", 1) for number in range(4)))
    assert len({httpx.URL(put["url"]).host for put in plans}) == 2
    assert {send(put, b"x").status_code for put in plans} == {200}


def test_an_expired_url_is_refused(
    stack: RunningStack, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = stack.demo["users"]["demo-full"]
    presigner = Presigner(
        Credentials(keys["accessKeyId"], keys["secretAccessKey"]),
        "ap-northeast-2",
        addresses(BUCKET, "ap-northeast-2", (stack.aws_endpoint,)),
        timedelta(seconds=900),
    )
    headers = {"content-length": "5"}
    fresh = presigner.sign_put(INBOX + name, headers, 0)
    before = datetime.now(UTC) - timedelta(seconds=901)
    monkeypatch.setattr("botocore.auth.get_current_datetime", lambda: before)
    expired = presigner.sign_put(INBOX + name, headers, 0)
    assert httpx.put(expired, content=b"hello").status_code == 403
    assert httpx.put(fresh, content=b"hello").status_code == 200


def test_a_reader_is_refused_by_s3_and_leaves_nothing_behind(
    stack: RunningStack, name: str
) -> None:
    reader = register(stack, "demo-reader")
    names = (name, f"big-{name}")
    refused = reader.plan(BUCKET, INBOX, (names[0], 5), (names[1], 200_000_000))
    assert [plan["code"] for plan in refused] == ["access_denied", "access_denied"]
    assert [plan["params"] for plan in refused] == [
        {"action": "s3:PutObject", "resource": f"arn:aws:s3:::{BUCKET}/{INBOX}{refused_name}"}
        for refused_name in names
    ]
    put = {"key": INBOX + name, "uploadId": None, "size": 5}
    (result,) = reader.complete(BUCKET, put)
    assert result["code"] == "upload_not_found"


@pytest.mark.parametrize(
    ("bucket", "prefix"), [(BUCKET, "reports/2026/q3/"), ("demo-photos", "2026/")]
)
def test_an_uploader_works_only_under_its_prefix(uploader: Api, bucket: str, prefix: str) -> None:
    body = {"bucket": bucket, "prefix": prefix, "files": [{"name": "a", "size": 1}]}
    refused = uploader.post("/api/uploads", body)
    assert (refused.status_code, refused.json()["code"]) == (403, "prefix_not_verifiable")
    assert refused.json()["params"]["action"] == "s3:ListBucket"
