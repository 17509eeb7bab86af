"""The queue from which the recorder counts: it subscribes to the topic, and keeps what fails."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from local.embedded_aws import QUEUE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mypy_boto3_sns import SNSClient
    from mypy_boto3_sqs import SQSClient
    from mypy_boto3_sqs.literals import QueueAttributeNameType

    Settings = Mapping[QueueAttributeNameType, str]

DEAD_LETTERS = f"{QUEUE}-dead-letters"

_TRIES = 5
_DAYS = 24 * 3600
_VISIBILITY_SECONDS = 60


def ensure_queue(sqs: SQSClient, sns: SNSClient, topic_arn: str) -> None:
    """Makes both queues and the subscription where they are missing; keeps their messages."""
    dead_letters_arn = _ensure(sqs, DEAD_LETTERS, {"MessageRetentionPeriod": str(14 * _DAYS)})
    redrive = {"deadLetterTargetArn": dead_letters_arn, "maxReceiveCount": _TRIES}
    settings: Settings = {
        "VisibilityTimeout": str(_VISIBILITY_SECONDS),
        "RedrivePolicy": json.dumps(redrive),
        "Policy": json.dumps(_topic_may_send(topic_arn)),
    }
    queue_arn = _ensure(sqs, QUEUE, settings)
    sns.subscribe(TopicArn=topic_arn, Protocol="sqs", Endpoint=queue_arn)


def _ensure(sqs: SQSClient, name: str, settings: Settings) -> str:
    # Attributes come second: CreateQueue refuses a queue that exists with other ones.
    url = sqs.create_queue(QueueName=name)["QueueUrl"]
    sqs.set_queue_attributes(QueueUrl=url, Attributes=settings)
    found = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])
    return found["Attributes"]["QueueArn"]


def _topic_may_send(topic_arn: str) -> dict[str, Any]:
    statement = {
        "Effect": "Allow",
        "Principal": {"Service": "sns.amazonaws.com"},
        "Action": "sqs:SendMessage",
        "Resource": "*",
        "Condition": {"ArnEquals": {"aws:SourceArn": topic_arn}},
    }
    return {"Version": "2012-10-17", "Statement": [statement]}
