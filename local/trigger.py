"""What AWS does between an SQS queue and a Lambda function: batches in, what failed stays."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING, Any

from s3loader.recorder import Answer

from local.embedded_aws import REGION

if TYPE_CHECKING:
    from mypy_boto3_sqs import SQSClient
    from mypy_boto3_sqs.type_defs import DeleteMessageBatchRequestEntryTypeDef, MessageTypeDef

Handler = Callable[[dict[str, Any], object], Answer]

_BATCH = 10
_POLL_SECONDS = 1  # the embedded AWS ends only after the polls that wait in it


class Trigger:
    """One queue and the function that its messages go to."""

    def __init__(self, sqs: SQSClient, queue: str, handler: Handler) -> None:
        self._sqs = sqs
        self._queue = queue
        self._handler = handler

    def pull(self) -> None:
        """Waits for a batch, invokes the function, and deletes what did not fail.

        Raises:
            ClientError, BotoCoreError: the queue is not there or does not answer
            Exception: what the function raised; the whole batch stays in the queue
        """
        url = self._sqs.get_queue_url(QueueName=self._queue)["QueueUrl"]
        messages = self._sqs.receive_message(
            QueueUrl=url,
            MaxNumberOfMessages=_BATCH,
            WaitTimeSeconds=_POLL_SECONDS,
            MessageSystemAttributeNames=["All"],
            MessageAttributeNames=["All"],
        ).get("Messages", [])
        if messages:
            answer = self._handler(self._event(messages), None)
            self._delete(url, messages, keep=_failed(answer))

    def _event(self, messages: Sequence[MessageTypeDef]) -> dict[str, Any]:
        return {"Records": [self._record(message) for message in messages]}

    def _record(self, message: MessageTypeDef) -> dict[str, Any]:
        return {
            "messageId": message["MessageId"],
            "receiptHandle": message["ReceiptHandle"],
            "body": message["Body"],
            "attributes": message.get("Attributes", {}),
            "messageAttributes": message.get("MessageAttributes", {}),
            "md5OfBody": message["MD5OfBody"],
            "eventSource": "aws:sqs",
            "eventSourceARN": f"arn:aws:sqs:{REGION}:000000000000:{self._queue}",
            "awsRegion": REGION,
        }

    def _delete(self, url: str, messages: Sequence[MessageTypeDef], keep: Collection[str]) -> None:
        entries: list[DeleteMessageBatchRequestEntryTypeDef] = [
            {"Id": str(at), "ReceiptHandle": message["ReceiptHandle"]}
            for at, message in enumerate(messages)
            if message["MessageId"] not in keep
        ]
        if entries:
            self._sqs.delete_message_batch(QueueUrl=url, Entries=entries)


def _failed(answer: Answer) -> set[str]:
    return {failure["itemIdentifier"] for failure in answer["batchItemFailures"]}
