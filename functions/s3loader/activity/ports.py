"""What announcing needs from a topic."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Message:
    """A message of a topic; the attributes are for subscribers' filter policies."""

    id: str
    body: str
    attributes: Mapping[str, str]


class Topic(Protocol):
    """Where events are announced."""

    def publish(self, messages: Sequence[Message]) -> set[str]:
        """Publish within a bounded time and return the ids that were taken; never raises."""
        ...
