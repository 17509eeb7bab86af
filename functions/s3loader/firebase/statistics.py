"""Statistics in Firestore; docs/statistics.md draws the documents."""

import random
from collections.abc import Callable, Collection, Sequence
from datetime import UTC, date, datetime

from s3loader.activity.counts import DayCounts
from s3loader.activity.ports import REMEMBERED, Entry
from s3loader.activity.tally import COUNTERS, additions, day_counts
from s3loader.concurrency import concurrently
from s3loader.deadline import Deadline
from s3loader.errors import StoreUnavailable
from s3loader.firebase.database import AlreadyThere, Database, DatabaseFailure
from s3loader.firebase.documents import SHARDS, Share, days_of, marker_of, shares
from s3loader.observability import logger

# The last commit begins by then and takes 8 s, or 13 s with looking again: 28 s in all.
_BEGIN_SECONDS = 15.0


def _now() -> datetime:
    return datetime.now(UTC)


class FirestoreStatistics:
    """One database. An event's marker comes with its counts, so that it counts once."""

    def __init__(
        self,
        database: Database,
        clock: Callable[[], datetime] = _now,
        shard: Callable[[], int] = lambda: random.randrange(SHARDS),  # noqa: S311 - no secret
    ) -> None:
        self._database = database
        self._clock = clock
        self._shard = shard

    def record(self, entries: Sequence[Entry]) -> set[str]:
        """Count what is new, each counter by itself; return the ids of what is counted."""
        deadline = Deadline(_BEGIN_SECONDS)
        by_event = {entry.event: entry for entry in entries}
        counted = self._counted(by_event.keys())
        if counted is None:
            return set()

        def add_in_time(share: Share) -> set[str]:
            return set() if deadline.has_passed else self._add(share)

        new = [entry for event, entry in by_event.items() if event not in counted]
        return counted.union(*concurrently(add_in_time, shares(new)))

    def _counted(self, events: Collection[str]) -> set[str] | None:
        """Return those that have a marker; None where Firestore does not say."""
        try:
            found = self._database.existing([marker_of(event) for event in events])
        except DatabaseFailure as failure:
            _log_unrecorded(len(events), failure)
            return None
        return {event for event in events if marker_of(event) in found}

    def _add(self, share: Share) -> set[str]:
        events = {entry.event for entry in share.entries}
        try:
            self._commit(share)
        except AlreadyThere:  # a recorder beside this one was faster; the others come again
            return self._counted(events) or set()
        except DatabaseFailure as failure:
            _log_unrecorded(len(events), failure)
            return set()
        return events

    def _commit(self, share: Share) -> None:
        self._database.add(
            share.counter(self._shard()),
            {"day": share.day.isoformat(), "bucket": share.bucket},
            additions(share.entries),
            [marker_of(entry.event) for entry in share.entries],
            self._clock() + REMEMBERED,
        )

    def read(self, user: str, first: date, last: date) -> list[DayCounts]:
        """Return the user's counts.

        Raises:
            StoreUnavailable: statistics_unavailable
        """
        try:
            found = self._database.between(days_of(user), first, last)
        except DatabaseFailure as failure:
            logger.error("statistics not read", extra={"cause": str(failure)})
            raise StoreUnavailable from None
        return day_counts(
            (
                date.fromisoformat(counter["day"]),
                counter["bucket"],
                {name: counter.get(name, 0) for name in COUNTERS},
            )
            for counter in found
        )


def _log_unrecorded(events: int, failure: DatabaseFailure) -> None:
    logger.error("statistics not recorded", extra={"cause": str(failure), "events": events})
