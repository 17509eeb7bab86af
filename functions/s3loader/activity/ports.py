"""What announcing needs from a topic, and counting from a store."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, Protocol
from zoneinfo import ZoneInfo

from s3loader.activity.counts import Action, DayCounts

# Longer than a queue and its dead-letter queue keep a message: 14 days each at most.
REMEMBERED = timedelta(days=30)


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


@dataclass(frozen=True)
class Entry:
    """What one event adds to the statistics.

    Attributes:
        event: its id; it counts once however often it comes
        user: as `Caller.user`
        day: in the deployment's time zone
        bytes: None where the event knows none
    """

    event: str
    user: str
    bucket: str
    day: date
    action: Action
    count: int
    bytes: int | None


class Statistics(Protocol):
    """Where what users did is counted."""

    def record(self, entries: Sequence[Entry]) -> set[str]:
        """Count the entries and return the ids of those events that are counted, now or before.

        What is missing in the answer may be tried again; never raises for the store's trouble.
        """
        ...

    def read(self, user: str, first: date, last: date) -> Sequence[DayCounts]:
        """Return one user's counts of these days, both included, by day and then by bucket.

        Raises:
            StoreUnavailable: statistics_unavailable, where the store does not answer in time
        """
        ...


@dataclass(frozen=True)
class Ledger:
    """The deployment's statistics: where they are kept, and in which zone days begin."""

    store: Statistics
    kind: Literal["firestore", "file"]
    zone: ZoneInfo
