"""What a subscriber of the topic receives."""

import uuid
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.contract.api import register, send
from tests.contract.subscribed_queue import Queue, uploads_into
from tests.local.running_stack import RunningStack

BUCKET = "demo-reports"


@pytest.fixture
def queue(stack: RunningStack) -> Iterator[Queue]:
    with Queue.subscribed(stack, uploads_into(BUCKET)) as queue:
        yield queue


def test_a_batch_of_200_files_is_announced_once_for_each(stack: RunningStack, queue: Queue) -> None:
    uploader = register(stack, "demo-uploader")
    batch = uuid.uuid4()
    files = [(f"{batch}-{number:03} 한글.txt", number) for number in range(200)]
    plans = uploader.plan(BUCKET, "inbox/", *files)
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(send, plans, (b"x" * size for _, size in files)))
    assert {answer.status_code for answer in answers} == {200}
    results = uploader.complete(
        BUCKET,
        *(
            {
                "key": put["key"],
                "uploadId": None,
                "size": size,
                "nonce": put["nonce"],
                "etag": answer.headers["etag"],
            }
            for put, answer, (_, size) in zip(plans, answers, files, strict=True)
        ),
    )
    assert {(result["kind"], result["notified"]) for result in results} == {("completed", True)}
    assert queue.keys() == Counter(put["key"] for put in plans)


def test_an_upload_that_failed_is_not_announced(stack: RunningStack, queue: Queue) -> None:
    uploader = register(stack, "demo-uploader")
    (result,) = uploader.complete(BUCKET, {"key": "inbox/absent", "uploadId": None, "size": 1})
    assert result["kind"] == "failed"
    assert queue.keys() == Counter()
