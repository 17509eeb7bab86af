"""Publishing to SNS with the service's own credentials."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from botocore.exceptions import BotoCoreError, ClientError

from s3loader.activity.ports import Message
from s3loader.errors import S3LoaderError
from s3loader.observability import logger

if TYPE_CHECKING:
    from mypy_boto3_sns import SNSClient
    from mypy_boto3_sns.type_defs import PublishBatchRequestEntryTypeDef

# https://docs.aws.amazon.com/sns/latest/api/API_PublishBatch.html
_MAX_ENTRIES = 10
_MAX_BYTES = 256 * 1024
_DEADLINE_SECONDS = 5.0


class SnsTopic:
    """One topic; a standard one, so subscribers may see an event twice."""

    def __init__(
        self,
        client: Callable[[], SNSClient],
        arn: str,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._client = client
        self._arn = arn
        self._clock = clock

    def publish(self, messages: Sequence[Message]) -> set[str]:
        """Publish in batches until done or 5 s have passed; return the ids that SNS took."""
        deadline = self._clock() + _DEADLINE_SECONDS
        taken: set[str] = set()
        for batch in batches(messages):
            if self._clock() > deadline:
                break
            taken |= self._publish(batch)
        return taken

    def _publish(self, batch: Sequence[Message]) -> set[str]:
        try:
            answer = self._client().publish_batch(
                TopicArn=self._arn,
                PublishBatchRequestEntries=[
                    _entry(number, message) for number, message in enumerate(batch)
                ],
            )
        except (ClientError, BotoCoreError, S3LoaderError) as error:
            logger.error("topic unreachable", extra={"cause": type(error).__name__})
            return set()
        return {batch[int(done["Id"])].id for done in answer["Successful"] if "Id" in done}


def batches(messages: Sequence[Message]) -> Iterator[list[Message]]:
    """Cut into batches that one PublishBatch takes: 10 messages, 256 KiB."""
    batch: list[Message] = []
    size = 0
    for message in messages:
        length = _size(message)
        if batch and (len(batch) == _MAX_ENTRIES or size + length > _MAX_BYTES):
            yield batch
            batch, size = [], 0
        batch.append(message)
        size += length
    if batch:
        yield batch


def _size(message: Message) -> int:
    attributes = sum(
        len(name) + len("String") + len(value.encode())
        for name, value in message.attributes.items()
    )
    return len(message.body.encode()) + attributes


def _entry(number: int, message: Message) -> PublishBatchRequestEntryTypeDef:
    return {
        "Id": str(number),
        "Message": message.body,
        "MessageAttributes": {
            name: {"DataType": "String", "StringValue": value}
            for name, value in message.attributes.items()
        },
    }
