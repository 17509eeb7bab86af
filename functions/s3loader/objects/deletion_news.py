"""Announcing what was deleted."""

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from s3loader.activity.composing import objects_deleted
from s3loader.activity.ports import Topic
from s3loader.activity.sendable import sendable
from s3loader.activity.service import announce
from s3loader.caller import Caller
from s3loader.objects.ports import ObjectRemover

# SNS takes 256 KiB with attributes, and its subscribers get the event escaped once more, in an
# envelope; the rest is room for that and for everything that is no key.
_MAX_BYTES = 200 * 1024


class DeletionNews:
    """Announces deletions in one bucket by one principal."""

    def __init__(self, topic: Topic | None, remover: ObjectRemover, by: Caller) -> None:
        self._topic = topic
        self._remover = remover
        self._by = by

    def announce(self, keys: Sequence[str], at: datetime, new_id: Callable[[], str]) -> bool:
        """Announce the keys in as many events as they fill; tell whether the topic took all."""
        events = [
            objects_deleted(
                event_id=new_id(),
                bucket=self._remover.bucket,
                region=self._remover.region,
                keys=some,
                by=self._by,
                at=at,
            )
            for some in _portions(keys)
        ]
        return bool(events) and all(announce(self._topic, events))


def _portions(keys: Sequence[str]) -> Iterator[list[str]]:
    portion: list[str] = []
    size = 0
    for key in keys:
        length = len(_quoted(sendable(_quoted(key))).encode())
        if portion and size + length > _MAX_BYTES:
            yield portion
            portion, size = [], 0
        portion.append(key)
        size += length
    if portion:
        yield portion


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
