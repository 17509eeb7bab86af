"""A function behind the queue sees what Lambda would give it, and its answer counts as there."""

import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from mypy_boto3_sqs import SQSClient
from s3loader.recorder import Answer

from local.seed import administrator
from local.trigger import Trigger
from tests.local.running_stack import RunningStack

Batch = list[dict[str, Any]]


class Function:
    """A function that fails the bodies that it is told to, and remembers what came."""

    def __init__(self, *failing: str) -> None:
        self.failing = failing
        self.batches: list[Batch] = []

    def __call__(self, event: dict[str, Any], context: object) -> Answer:
        records: Batch = event["Records"]
        self.batches.append(records)
        failed = [each["messageId"] for each in records if each["body"] in self.failing]
        return {"batchItemFailures": [{"itemIdentifier": message} for message in failed]}

    @property
    def bodies(self) -> list[set[str]]:
        return [{each["body"] for each in batch} for batch in self.batches]


@pytest.fixture
def sqs(stack: RunningStack) -> Iterator[SQSClient]:
    client = administrator.sqs(stack.aws_endpoint)
    yield client
    client.close()


@pytest.fixture
def queue(sqs: SQSClient) -> str:
    """A queue of two messages, which come again at once."""
    name = f"test-{uuid.uuid4()}"
    url = sqs.create_queue(QueueName=name, Attributes={"VisibilityTimeout": "0"})["QueueUrl"]
    for body in ("good", "bad"):
        sqs.send_message(QueueUrl=url, MessageBody=body)
    return name


def test_a_batch_looks_as_in_lambda(sqs: SQSClient, queue: str) -> None:
    function = Function()
    Trigger(sqs, queue, function).pull()
    first = function.batches[0][0]
    assert first["eventSource"] == "aws:sqs"
    assert first["eventSourceARN"] == f"arn:aws:sqs:ap-northeast-2:000000000000:{queue}"
    assert first["attributes"]["ApproximateReceiveCount"] == "1"
    assert first["messageId"]
    assert first["receiptHandle"]


def test_only_what_failed_comes_again(sqs: SQSClient, queue: str) -> None:
    function = Function("bad")
    trigger = Trigger(sqs, queue, function)
    trigger.pull()
    trigger.pull()
    assert function.bodies == [{"good", "bad"}, {"bad"}]


def test_without_a_message_the_function_is_left_alone(sqs: SQSClient, queue: str) -> None:
    function = Function()
    trigger = Trigger(sqs, queue, function)
    trigger.pull()
    trigger.pull()
    assert function.bodies == [{"good", "bad"}]


def test_the_whole_batch_comes_again_when_the_function_raises(sqs: SQSClient, queue: str) -> None:
    def broken(event: dict[str, Any], context: object) -> Answer:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        Trigger(sqs, queue, broken).pull()
    function = Function()
    Trigger(sqs, queue, function).pull()
    assert function.bodies == [{"good", "bad"}]
