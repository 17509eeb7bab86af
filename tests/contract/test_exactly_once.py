"""Completing against a real S3, also twice at once and for uploads that began elsewhere."""

import uuid
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from mypy_boto3_s3 import S3Client

from tests.contract.api import Api, register, send
from tests.contract.subscribed_queue import Queue, uploads_into
from tests.local.running_stack import RunningStack

BUCKET = "demo-reports"
INBOX = "inbox/"
PART = 8 * 1024 * 1024
SIZE = PART + 1


@pytest.fixture
def uploader(stack: RunningStack) -> Api:
    return register(stack, "demo-uploader")


@pytest.fixture
def queue(stack: RunningStack) -> Iterator[Queue]:
    with Queue.subscribed(stack, uploads_into(BUCKET)) as queue:
        yield queue


@pytest.fixture
def sent(s3: S3Client) -> dict[str, Any]:
    """An upload of two parts that another tool began, so that nobody knows a nonce."""
    place: Any = {"Bucket": BUCKET, "Key": f"{INBOX}{uuid.uuid4()}.bin"}
    place["UploadId"] = s3.create_multipart_upload(**place)["UploadId"]
    etags = [
        s3.upload_part(**place, PartNumber=number, Body=data)["ETag"]
        for number, data in ((1, b"x" * PART), (2, b"y"))
    ]
    parts = [{"partNumber": number, "etag": etag} for number, etag in enumerate(etags, start=1)]
    own = {"key": place["Key"], "uploadId": place["UploadId"], "nonce": None}
    return {**own, "size": SIZE, "parts": parts, "onConflict": "refuse"}


def test_completed_twice_at_once_and_again_an_upload_is_announced_once(
    uploader: Api, queue: Queue, sent: dict[str, Any]
) -> None:
    with ThreadPoolExecutor(2) as pool:
        twice = list(pool.map(lambda upload: uploader.complete(BUCKET, upload)[0], [sent, sent]))
    results = [*twice, *uploader.complete(BUCKET, sent)]
    told = [(result["kind"], result.get("notified")) for result in results]
    assert told == [("completed", True)] * 3, results
    assert queue.keys() == Counter([sent["key"]])


def test_an_object_of_the_same_bytes_is_not_the_upload_that_still_waits(
    uploader: Api, s3: S3Client, sent: dict[str, Any], queue: Queue
) -> None:
    place: Any = {"Bucket": BUCKET, "Key": sent["key"]}
    other = s3.create_multipart_upload(**place)["UploadId"]
    for number, data in ((1, b"x" * PART), (2, b"y")):
        s3.upload_part(**place, UploadId=other, PartNumber=number, Body=data)
    parts: Any = [{"PartNumber": p["partNumber"], "ETag": p["etag"]} for p in sent["parts"]]
    s3.complete_multipart_upload(**place, UploadId=other, MultipartUpload={"Parts": parts})
    (result,) = uploader.complete(BUCKET, sent)
    assert (result["kind"], result["code"]) == ("failed", "conflict")
    assert queue.keys() == Counter()


def test_an_abort_that_wins_over_completing_leaves_no_object_and_no_event(
    uploader: Api, s3: S3Client, sent: dict[str, Any], queue: Queue
) -> None:
    uploader.post("/api/uploads/abort", {"bucket": BUCKET, **reference(sent)})
    (result,) = uploader.complete(BUCKET, sent)
    assert (result["kind"], result["code"]) == ("failed", "upload_not_found")
    assert "Contents" not in s3.list_objects_v2(Bucket=BUCKET, Prefix=sent["key"])
    assert queue.keys() == Counter()


def test_completing_that_wins_over_an_abort_leaves_the_object_and_says_so_again(
    uploader: Api, sent: dict[str, Any]
) -> None:
    assert uploader.complete(BUCKET, sent)[0]["kind"] == "completed"
    aborted = uploader.post("/api/uploads/abort", {"bucket": BUCKET, **reference(sent)})
    assert aborted.status_code == 204
    assert uploader.complete(BUCKET, sent)[0]["kind"] == "completed"


def test_an_abort_and_completing_at_once_end_with_one_of_both(
    uploader: Api, s3: S3Client, sent: dict[str, Any]
) -> None:
    with ThreadPoolExecutor(2) as pool:
        completed = pool.submit(uploader.complete, BUCKET, sent)
        pool.submit(uploader.post, "/api/uploads/abort", {"bucket": BUCKET, **reference(sent)})
    is_there = "Contents" in s3.list_objects_v2(Bucket=BUCKET, Prefix=sent["key"])
    assert (completed.result()[0]["kind"] == "completed") == is_there
    gone = uploader.post("/api/uploads/uploaded", {"bucket": BUCKET, **reference(sent)})
    assert gone.json()["code"] == "upload_not_found"


def test_a_put_whose_etag_is_not_the_md5_of_what_was_sent_is_damaged(uploader: Api) -> None:
    (plan,) = uploader.plan(BUCKET, INBOX, (f"{uuid.uuid4()}.txt", 3))
    etag = send(plan, b"abc").headers["etag"]
    upload = {"key": plan["key"], "uploadId": None, "size": 3, "nonce": plan["nonce"], "etag": etag}
    (suspect,) = uploader.complete(BUCKET, {**upload, "verify": True})
    assert (suspect["kind"], suspect["code"]) == ("failed", "upload_damaged")
    (trusted,) = uploader.complete(BUCKET, upload)
    assert (trusted["kind"], trusted["verified"]) == ("completed", None)


def test_all_of_more_than_a_thousand_parts_are_listed(uploader: Api, s3: S3Client) -> None:
    place: Any = {"Bucket": BUCKET, "Key": f"{INBOX}{uuid.uuid4()}.bin"}
    place["UploadId"] = s3.create_multipart_upload(**place)["UploadId"]
    numbers = range(1, 1002)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: s3.upload_part(**place, PartNumber=n, Body=b"x" * n), numbers))
    upload = {"bucket": BUCKET, "key": place["Key"], "uploadId": place["UploadId"]}
    listed = uploader.post("/api/uploads/uploaded", upload).json()["parts"]
    assert [(part["partNumber"], part["size"]) for part in listed] == [(n, n) for n in numbers]
    s3.abort_multipart_upload(**place)


def reference(upload: dict[str, Any]) -> dict[str, Any]:
    return {"key": upload["key"], "uploadId": upload["uploadId"]}
