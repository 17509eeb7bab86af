"""Announcing events; what fails here never fails a user's action."""

from collections.abc import Sequence

from s3loader.activity.events import Event
from s3loader.activity.ports import Message, Topic
from s3loader.activity.sendable import sendable
from s3loader.observability import logger


def announce(topic: Topic | None, events: Sequence[Event]) -> list[bool]:
    """Publish the events and tell for each whether the topic took it; the log has the rest."""
    if topic is None:
        return [False] * len(events)
    taken = _publish(topic, events)
    for event in events:
        if event.id not in taken:
            body = event.model_dump(mode="json", by_alias=True)
            logger.error("event not published", extra={"event": body})
    return [event.id in taken for event in events]


def _publish(topic: Topic, events: Sequence[Event]) -> set[str]:
    """Return the ids that the topic took; not even a bug fails what S3 has done already."""
    try:
        return topic.publish([_message(event) for event in events])
    except Exception:
        logger.exception("publishing broke")
        return set()


def _message(event: Event) -> Message:
    return Message(
        id=event.id,
        body=sendable(event.model_dump_json(by_alias=True)),
        attributes={"type": event.type, "bucket": event.data.bucket, "outcome": _outcome(event)},
    )


def _outcome(event: Event) -> str:
    return "failure" if event.type == "upload.failed" else "success"
