"""From what a person does to what Firestore counts, through the embedded AWS and its queue."""

import json
import random
import uuid
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from mypy_boto3_iam import IAMClient
from s3loader import recorder

from local.trigger import Trigger
from tests.contract.api import Api, send
from tests.contract.iam_user import create_user, document, put_user_policy, register_user
from tests.contract.subscribed_queue import Queue
from tests.local.running_stack import RunningStack, free_port

SIZE = 3
TRIES = 2


@pytest.fixture
def person(stack: RunningStack, iam: IAMClient) -> Api:
    """A user of this test's own, so that no other test adds to what is counted."""
    user = create_user(iam)
    put_user_policy(iam, user, "all", document("s3:*"))
    return register_user(stack, iam, user)


@pytest.fixture
def queue(stack: RunningStack, bucket: str) -> Iterator[Queue]:
    with Queue.subscribed(stack, {"bucket": [bucket]}) as queue:
        yield queue


@pytest.fixture
def dead_letters(queue: Queue) -> Iterator[str]:
    """The URL of a second queue, which gets what was received twice in vain."""
    url = queue.sqs.create_queue(QueueName=f"dead-{uuid.uuid4()}")["QueueUrl"]
    found = queue.sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])
    redrive = {"deadLetterTargetArn": found["Attributes"]["QueueArn"], "maxReceiveCount": TRIES}
    queue.sqs.set_queue_attributes(
        QueueUrl=queue.url, Attributes={"RedrivePolicy": json.dumps(redrive)}
    )
    yield url
    queue.sqs.delete_queue(QueueUrl=url)


@pytest.fixture
def count_in(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Gives the recorder the environment of a deployment that counts in a Firestore."""

    def configure(firestore: str) -> None:
        monkeypatch.setenv("STATISTICS", "firestore")
        monkeypatch.setenv("FIREBASE_PROJECT_ID", "demo-s3loader")
        monkeypatch.setenv("FIRESTORE_EMULATOR_HOST", firestore)
        recorder.ledger.cache_clear()

    yield configure
    recorder.ledger.cache_clear()


def upload(api: Api, bucket: str, *names: str) -> list[str]:
    plans = api.plan(bucket, "", *((name, SIZE) for name in names))
    with ThreadPoolExecutor(4) as pool:
        sent = list(pool.map(send, plans, [b"x" * SIZE] * len(plans)))
    uploads = [
        {
            "key": put["key"],
            "uploadId": None,
            "size": SIZE,
            "nonce": put["nonce"],
            "etag": answer.headers["etag"],
        }
        for put, answer in zip(plans, sent, strict=True)
    ]
    results = api.complete(bucket, *uploads)
    assert {(result["kind"], result["notified"]) for result in results} == {("completed", True)}
    return [put["key"] for put in plans]


def report(api: Api, *reports: dict[str, Any]) -> None:
    identified = [{"id": uuid.uuid4().hex, "secondsAgo": 0, **one} for one in reports]
    answer = api.post("/api/activity", {"reports": identified})
    assert answer.json() == {"notified": [True] * len(reports)}, answer.text


def delete(api: Api, bucket: str, keys: Sequence[str]) -> None:
    answer = api.post(
        "/api/objects/delete", {"bucket": bucket, "keys": keys, "confirmation": "delete"}
    )
    assert {result["outcome"] for result in answer.json()["results"]} == {"deleted"}


def deliver_again(queue: Queue, share: float) -> int:
    """Puts everything back in another order, a share of it twice, as a standard queue may."""
    chance = random.Random(6)  # noqa: S311
    bodies = queue.bodies()
    bodies += chance.sample(bodies, round(len(bodies) * share))
    chance.shuffle(bodies)
    for body in bodies:
        queue.sqs.send_message(QueueUrl=queue.url, MessageBody=body)
    return len(bodies)


def run_recorder(queue: Queue) -> None:
    """Invokes it as Lambda does until the queue has nothing more to receive."""
    trigger = Trigger(queue.sqs, queue.url.rpartition("/")[2], recorder.handler)
    while waiting(queue, queue.url):
        trigger.pull()


def waiting(queue: Queue, url: str) -> int:
    found = queue.sqs.get_queue_attributes(
        QueueUrl=url, AttributeNames=["ApproximateNumberOfMessages"]
    )
    return int(found["Attributes"]["ApproximateNumberOfMessages"])


def counted(api: Api, bucket: str) -> Counter[str]:
    """What the store tells of the person; whichever day it is by now, or became in between."""
    arn = api.get("/api/account").json()["identity"]["arn"]
    today = datetime.now(UTC).date()
    days = recorder.ledger().store.read(arn, today - timedelta(days=1), today + timedelta(days=1))
    assert {day.bucket for day in days} == {bucket}
    sums: Counter[str] = Counter()
    for day in days:
        sums.update(day.model_dump(exclude={"day", "bucket"}))
    return sums


def test_uploads_downloads_and_deletions_are_counted_exactly_though_a_fifth_comes_twice(
    person: Api,
    bucket: str,
    queue: Queue,
    firestore_host: str,
    count_in: Callable[[str], None],
) -> None:
    count_in(firestore_host)
    keys = upload(person, bucket, *(f"file-{number:03}" for number in range(100)))
    single = {"kind": "download.completed", "bucket": bucket, "count": 1, "size": SIZE}
    report(person, {"kind": "bucket.opened", "bucket": bucket}, *[single] * 30)
    report(person, {**single, "count": 10, "size": 10 * SIZE})
    for first in range(0, 30, 5):
        delete(person, bucket, keys[first : first + 5])
    assert deliver_again(queue, 0.2) == round(1.2 * (100 + 1 + 31 + 6))
    run_recorder(queue)
    assert counted(person, bucket) == {
        "bucket_opened": 1,
        "uploads": 100,
        "uploaded_bytes": 100 * SIZE,
        "failed_uploads": 0,
        "downloads": 40,
        "downloaded_bytes": 40 * SIZE,
        "deletions": 30,
    }


def test_while_firestore_is_down_uploads_work_and_their_events_wait_among_the_dead_letters(
    person: Api,
    bucket: str,
    queue: Queue,
    dead_letters: str,
    firestore_host: str,
    count_in: Callable[[str], None],
) -> None:
    count_in(f"127.0.0.1:{free_port()}")
    upload(person, bucket, *(f"file-{number}" for number in range(8)))
    queue.sqs.set_queue_attributes(QueueUrl=queue.url, Attributes={"VisibilityTimeout": "0"})
    run_recorder(queue)
    assert waiting(queue, dead_letters) == 8
    count_in(firestore_host)
    redrive(queue, dead_letters)
    run_recorder(queue)
    assert counted(person, bucket)["uploads"] == 8
    assert waiting(queue, dead_letters) == 0


def redrive(queue: Queue, dead_letters: str) -> None:
    """Does what StartMessageMoveTask does, which the embedded AWS lacks."""
    queue.sqs.set_queue_attributes(QueueUrl=queue.url, Attributes={"VisibilityTimeout": "30"})
    while messages := queue.sqs.receive_message(QueueUrl=dead_letters, MaxNumberOfMessages=10).get(
        "Messages", []
    ):
        for message in messages:
            queue.sqs.send_message(QueueUrl=queue.url, MessageBody=message["Body"])
            queue.sqs.delete_message(QueueUrl=dead_letters, ReceiptHandle=message["ReceiptHandle"])
