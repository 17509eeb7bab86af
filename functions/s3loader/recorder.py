"""The recorder's Lambda: a batch of SQS messages into the statistics.

Its event source mapping needs FunctionResponseTypes ReportBatchItemFailures.
"""

import functools
from typing import Any, TypedDict

from s3loader.activity.ports import Ledger
from s3loader.activity.queued import QueuedMessage
from s3loader.activity.recording import record
from s3loader.aws.clients import ClientCache, Endpoints
from s3loader.aws.service_clients import ServiceClients
from s3loader.ledger import firebase_project, open_ledger
from s3loader.observability import configure_logging, logger
from s3loader.recorder_settings import load_recorder_settings


class Failure(TypedDict):
    """A message that SQS is to deliver again."""

    itemIdentifier: str


class Answer(TypedDict):
    """https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html."""

    batchItemFailures: list[Failure]


def handler(event: dict[str, Any], context: object) -> Answer:
    """Count a batch; what is not counted comes again, and in the end to the dead-letter queue."""
    messages = [QueuedMessage(found["messageId"], found["body"]) for found in event["Records"]]
    failed = record(messages, ledger())
    logger.info("batch recorded", extra={"messages": len(messages), "failed": len(failed)})
    return {"batchItemFailures": [{"itemIdentifier": message} for message in failed]}


@functools.cache
def ledger() -> Ledger:
    """Return the deployment's statistics.

    Raises:
        SettingsError: naming every variable that is wrong
    """
    settings = load_recorder_settings()
    configure_logging(settings.log_level)
    own = ServiceClients(ClientCache(Endpoints(other=settings.aws_endpoint)))
    opened = open_ledger(settings, firebase_project(settings, own))
    assert opened  # noqa: S101 - RecorderSettings demands one
    return opened
