"""A queue that subscribes to the topic as docs/events.md tells."""

import json
import uuid
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import boto3
from mypy_boto3_sns import SNSClient
from mypy_boto3_sqs import SQSClient

from local.embedded_aws import ADMINISTRATOR, REGION
from tests.local.running_stack import RunningStack

FilterPolicy = Mapping[str, Sequence[str]]


def uploads_into(bucket: str) -> FilterPolicy:
    """The uploads into one bucket that succeed."""
    return {"type": ["upload.completed"], "outcome": ["success"], "bucket": [bucket]}


class Queue:
    """A queue that gets what a filter policy lets through."""

    def __init__(self, stack: RunningStack, policy: FilterPolicy, *, raw: bool) -> None:
        keys = dict(zip(("aws_access_key_id", "aws_secret_access_key"), ADMINISTRATOR, strict=True))
        own = {"endpoint_url": stack.aws_endpoint, "region_name": REGION, **keys}
        self.raw = raw
        self.sqs: SQSClient = boto3.client("sqs", **own)  # type: ignore[call-overload]
        self.url = self.sqs.create_queue(QueueName=f"q-{uuid.uuid4()}")["QueueUrl"]
        attributes = self.sqs.get_queue_attributes(QueueUrl=self.url, AttributeNames=["QueueArn"])
        arn = attributes["Attributes"]["QueueArn"]
        self._admit(stack.topic_arn, arn)
        sns: SNSClient = boto3.client("sns", **own)  # type: ignore[call-overload]
        wanted = {"FilterPolicy": json.dumps(policy), "RawMessageDelivery": json.dumps(raw)}
        sns.subscribe(TopicArn=stack.topic_arn, Protocol="sqs", Endpoint=arn, Attributes=wanted)
        sns.close()

    def _admit(self, topic: str, arn: str) -> None:
        statement = {
            "Effect": "Allow",
            "Principal": {"Service": "sns.amazonaws.com"},
            "Action": "sqs:SendMessage",
            "Resource": arn,
            "Condition": {"ArnEquals": {"aws:SourceArn": topic}},
        }
        policy = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
        self.sqs.set_queue_attributes(QueueUrl=self.url, Attributes={"Policy": policy})

    @classmethod
    @contextmanager
    def subscribed(
        cls, stack: RunningStack, policy: FilterPolicy, *, raw: bool = False
    ) -> Iterator["Queue"]:
        queue = cls(stack, policy, raw=raw)
        yield queue
        queue.sqs.delete_queue(QueueUrl=queue.url)
        queue.sqs.close()

    def bodies(self) -> list[str]:
        """Drains the queue."""
        bodies: list[str] = []
        while messages := self.sqs.receive_message(
            QueueUrl=self.url, MaxNumberOfMessages=10, WaitTimeSeconds=1
        ).get("Messages", []):
            for message in messages:
                bodies.append(message["Body"])
                self.sqs.delete_message(QueueUrl=self.url, ReceiptHandle=message["ReceiptHandle"])
        return bodies

    def events(self) -> list[dict[str, Any]]:
        """Drains the queue and reads the events."""
        bodies = [json.loads(body) for body in self.bodies()]
        return bodies if self.raw else [json.loads(body["Message"]) for body in bodies]

    def keys(self) -> Counter[str]:
        """Drains the queue and counts the uploads of each key."""
        return Counter(event["data"]["key"] for event in self.events())
