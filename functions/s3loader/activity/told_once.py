"""Telling a topic each event once, however often the call that brings it is repeated."""

import threading
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from concurrent.futures import Future

from s3loader.activity.ports import Message, Topic

_REMEMBERED = 10_000


class ToldOnce:
    """A topic that remembers what it took; another process may tell the same event again.

    Two calls that bring the same event at once tell it once: the second waits for the first.
    """

    def __init__(self, topic: Topic, size: int = _REMEMBERED) -> None:
        self._topic = topic
        self._size = size
        self._lock = threading.Lock()
        self._told: OrderedDict[str, Future[bool]] = OrderedDict()

    def publish(self, messages: Sequence[Message]) -> set[str]:
        """Publish what is new and return the ids that were taken, now or before."""
        with self._lock:
            fresh = {message.id: message for message in messages if message.id not in self._told}
            mine: dict[str, Future[bool]] = {event: Future() for event in fresh}
            self._told.update(mine)
            told = {message.id: self._told[message.id] for message in messages}
        taken: set[str] = set()
        try:
            taken = self._topic.publish(list(fresh.values())) if fresh else taken
        finally:
            self._settle(mine, taken)
        return {event for event, was_taken in told.items() if was_taken.result()}

    def _settle(self, mine: Mapping[str, Future[bool]], taken: set[str]) -> None:
        for event, was_taken in mine.items():
            was_taken.set_result(event in taken)
        with self._lock:
            for event in mine.keys() - taken:
                self._told.pop(event, None)
            while len(self._told) > self._size:
                self._told.popitem(last=False)
