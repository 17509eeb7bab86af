"""What a subscriber of the topic receives."""

import json
import uuid
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import boto3
import pytest
from mypy_boto3_sns import SNSClient
from mypy_boto3_sqs import SQSClient

from local.embedded_aws import ADMINISTRATOR, REGION
from tests.contract.api import register, send
from tests.local.running_stack import RunningStack

BUCKET = "demo-reports"


class Queue:
    """A queue that subscribes to the topic, with a filter of its own if given."""

    def __init__(self, stack: RunningStack, filter_policy: dict[str, list[str]]) -> None:
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
            Attributes={"FilterPolicy": json.dumps(filter_policy)},
        )
        sns.close()

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


@pytest.fixture
def queue(stack: RunningStack) -> Iterator[Queue]:
    queue = Queue(stack, {"type": ["upload.completed"], "bucket": [BUCKET], "outcome": ["success"]})
    yield queue
    queue.sqs.delete_queue(QueueUrl=queue.url)
    queue.sqs.close()


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
