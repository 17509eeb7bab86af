"""Each of the five events reaches who asks for it, and nobody else."""

import json
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import httpx
import pytest
from mypy_boto3_s3 import S3Client

from local.embedded_aws import REGION
from tests.contract.api import Api, register, send
from tests.contract.subscribed_queue import FilterPolicy, Queue
from tests.event_rules import check_event
from tests.local.running_stack import RunningStack

TYPES = {
    "upload.completed",
    "objects.deleted",
    "upload.failed",
    "download.completed",
    "bucket.opened",
}
Listen = Callable[..., Queue]


@pytest.fixture
def full(stack: RunningStack) -> Api:
    return register(stack, "demo-full")


@pytest.fixture
def other(s3: S3Client) -> str:
    name = f"other-{uuid.uuid4()}"
    s3.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": REGION})
    return name


@pytest.fixture
def listen(stack: RunningStack) -> Iterator[Listen]:
    """Returns what subscribes queues; they end with the test."""
    with ExitStack() as queues:

        def subscribe(policy: FilterPolicy, *, raw: bool = False) -> Queue:
            return queues.enter_context(Queue.subscribed(stack, policy, raw=raw))

        yield subscribe


def do_everything(api: Api, bucket: str) -> None:
    (put,) = api.plan(bucket, "", ("한글 %.txt", 3))
    etag = send(put, b"abc").headers["etag"]
    sent = {"key": put["key"], "uploadId": None, "size": 3, "nonce": put["nonce"], "etag": etag}
    (result,) = api.complete(bucket, sent)
    assert result["notified"] is True
    deletion = {"bucket": bucket, "keys": [put["key"]], "confirmation": "delete"}
    assert api.post("/api/objects/delete", deletion).json()["notified"] is True
    assert tell(api, bucket).json() == {"notified": [True] * 3}


def tell(api: Api, bucket: str) -> httpx.Response:
    about = {"secondsAgo": 1, "bucket": bucket}
    own = [{**about, "id": uuid.uuid4().hex} for _ in range(3)]
    opened = {**own[0], "kind": "bucket.opened"}
    downloaded = {**own[1], "kind": "download.completed", "count": 2, "size": 7}
    failed = {**own[2], "kind": "upload.failed", "key": "a", "size": 3, "code": "offline"}
    return api.post("/api/activity", {"reports": [opened, downloaded, failed]})


def heard(queue: Queue) -> set[tuple[str, str]]:
    """What a queue got, each valid and none twice."""
    events = queue.events()
    for event in events:
        check_event(event)
    told = {(event["type"], event["data"]["bucket"]) for event in events}
    assert len(told) == len(events)
    return told


def test_queues_get_exactly_the_bucket_type_or_outcome_that_they_ask_for(
    full: Api, bucket: str, other: str, listen: Listen
) -> None:
    of_bucket = listen({"bucket": [bucket]})
    of_outcome = listen({"outcome": ["failure"]})
    of_both = listen({"bucket": [other], "type": ["upload.completed", "objects.deleted"]})
    of_type = {kind: listen({"type": [kind]}) for kind in TYPES}
    for each in (bucket, other):
        do_everything(full, each)
    assert heard(of_bucket) == {(kind, bucket) for kind in TYPES}
    assert heard(of_outcome) == {("upload.failed", bucket), ("upload.failed", other)}
    assert heard(of_both) == {("upload.completed", other), ("objects.deleted", other)}
    for kind, queue in of_type.items():
        assert heard(queue) == {(kind, bucket), (kind, other)}


def test_raw_delivery_gives_the_bare_event_and_no_message_has_a_credential(
    stack: RunningStack, full: Api, bucket: str, listen: Listen
) -> None:
    raw, enveloped = listen({"bucket": [bucket]}, raw=True), listen({"bucket": [bucket]})
    do_everything(full, bucket)
    bodies = raw.bodies()
    assert {json.loads(body)["type"] for body in bodies} == TYPES
    said = "\n".join([*bodies, *enveloped.bodies()])
    keys = stack.demo["users"]["demo-full"]
    for canary in (keys["accessKeyId"], keys["secretAccessKey"], full.token):
        assert canary not in said


def test_a_large_deletion_of_the_worst_names_arrives_whole_in_messages_that_fit(
    full: Api, bucket: str, listen: Listen
) -> None:
    queue = listen({"bucket": [bucket]})
    keys = [f"{number:03}" + '"' * 1000 for number in range(400)]
    deletion = {"bucket": bucket, "keys": keys, "confirmation": "delete"}
    assert full.post("/api/objects/delete", deletion).json()["notified"] is True
    bodies = queue.bodies()
    assert max(len(body.encode()) for body in bodies) <= 262_144
    events = [json.loads(json.loads(body)["Message"]) for body in bodies]
    assert sorted(key for event in events for key in event["data"]["keys"]) == keys
