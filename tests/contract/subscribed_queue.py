"""A queue that hears of uploads."""

import json
import uuid
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

import boto3
from mypy_boto3_sns import SNSClient
from mypy_boto3_sqs import SQSClient

from local.embedded_aws import ADMINISTRATOR, REGION
from tests.local.running_stack import RunningStack

WANTED = {"type": ["upload.completed"], "outcome": ["success"]}


class Queue:
    """A queue that subscribes to the uploads into one bucket that succeed."""

    def __init__(self, stack: RunningStack, bucket: str) -> None:
        keys = dict(zip(("aws_access_key_id", "aws_secret_access_key"), ADMINISTRATOR, strict=True))
        own = {"endpoint_url": stack.aws_endpoint, "region_name": REGION, **keys}
        self.sqs: SQSClient = boto3.client("sqs", **own)  # type: ignore[call-overload]
        sns: SNSClient = boto3.client("sns", **own)  # type: ignore[call-overload]
        self.url = self.sqs.create_queue(QueueName=f"q-{uuid.uuid4()}")["QueueUrl"]
        attributes = self.sqs.get_queue_attributes(QueueUrl=self.url, AttributeNames=["QueueArn"])
        arn = attributes["Attributes"]["QueueArn"]
        statement = {
            "Effect": "Allow",
            "Principal": {"Service": "sns.amazonaws.com"},
            "Action": "sqs:SendMessage",
            "Resource": arn,
        }
        policy = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
        self.sqs.set_queue_attributes(QueueUrl=self.url, Attributes={"Policy": policy})
        sns.subscribe(
            TopicArn=stack.topic_arn,
            Protocol="sqs",
            Endpoint=arn,
            Attributes={"FilterPolicy": json.dumps({**WANTED, "bucket": [bucket]})},
        )
        sns.close()

    @classmethod
    @contextmanager
    def subscribed(cls, stack: RunningStack, bucket: str) -> Iterator["Queue"]:
        queue = cls(stack, bucket)
        yield queue
        queue.sqs.delete_queue(QueueUrl=queue.url)
        queue.sqs.close()

    def keys(self) -> Counter[str]:
        """Drains the queue and counts the events of each key."""
        counted: Counter[str] = Counter()
        while messages := self.sqs.receive_message(
            QueueUrl=self.url, MaxNumberOfMessages=10, WaitTimeSeconds=1
        ).get("Messages", []):
            for message in messages:
                event = json.loads(json.loads(message["Body"])["Message"])
                counted[event["data"]["key"]] += 1
                self.sqs.delete_message(QueueUrl=self.url, ReceiptHandle=message["ReceiptHandle"])
        return counted
