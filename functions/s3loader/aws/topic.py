"""Publishing to SNS with the service's own credentials."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from botocore.exceptions import BotoCoreError, ClientError

from s3loader.activity.ports import Message
from s3loader.aws.failures import cause_of
from s3loader.concurrency import concurrently
from s3loader.deadline import Deadline
from s3loader.errors import S3LoaderError
from s3loader.observability import logger

if TYPE_CHECKING:
    from mypy_boto3_sns import SNSClient
    from mypy_boto3_sns.type_defs import PublishBatchRequestEntryTypeDef

# https://docs.aws.amazon.com/sns/latest/api/API_PublishBatch.html
_MAX_ENTRIES = 10
_MAX_BYTES = 256 * 1024
_DEADLINE_SECONDS = 1.0


class SnsTopic:
    """One topic; a standard one, so subscribers may see an event twice."""

    def __init__(
        self,
        client: Callable[[str], SNSClient],
        arn: str,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._client = client
        self._arn = arn
        self._clock = clock

    def publish(self, messages: Sequence[Message]) -> set[str]:
        """Publish batches side by side and return the ids that SNS took.

        No call begins after 1 s, and one takes 7 s at most (`BRIEF`): 8 s in all.
        """
        deadline = Deadline(_DEADLINE_SECONDS, self._clock)

        def publish(batch: Sequence[Message]) -> set[str]:
            return self._publish(batch, deadline)

        return set().union(*concurrently(publish, batches(messages)))

    def _publish(self, batch: Sequence[Message], deadline: Deadline) -> set[str]:
        taken, failed = self._call(batch, deadline)
        return taken | self._call(failed, deadline)[0] if failed else taken

    def _call(self, batch: Sequence[Message], deadline: Deadline) -> tuple[set[str], list[Message]]:
        """Return the ids that SNS took, and the messages that it failed by its own fault."""
        if deadline.has_passed:
            return set(), []
        try:
            answer = self._client(self._arn).publish_batch(
                TopicArn=self._arn,
                PublishBatchRequestEntries=[
                    _entry(number, message) for number, message in enumerate(batch)
                ],
            )
        except (ClientError, BotoCoreError, S3LoaderError) as error:
            logger.error("topic unreachable", extra={"cause": cause_of(error)})
            return set(), []
        failed = answer.get("Failed", [])
        if failed:
            codes = sorted({entry["Code"] for entry in failed})
            logger.error("topic refused events", extra={"causes": codes})
        taken = {batch[int(done["Id"])].id for done in answer.get("Successful", []) if "Id" in done}
        return taken, [batch[int(entry["Id"])] for entry in failed if not entry["SenderFault"]]


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
