"""Which documents Firestore holds: counters of a user's days, and markers of counted events."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from s3loader.activity.ports import Entry

# A document takes about one write a second for long; a user's day in a bucket has so many.
SHARDS = 4
# Writes of one commit, well below the 10 MiB that Firestore takes in one request.
_MAX_MARKERS = 400


def days_of(user: str) -> str:
    """Return the collection of a user's days; an ARN is longer than it is anyone's business."""
    return f"users/{hashlib.sha256(user.encode()).hexdigest()[:32]}/days"


def marker_of(event: str) -> str:
    """Return the document that says that an event is counted."""
    return f"events/{event}"


@dataclass(frozen=True)
class Share:
    """Entries of one user, bucket and day, which add to one counter in one commit."""

    user: str
    bucket: str
    day: date
    entries: tuple[Entry, ...]

    def counter(self, shard: int) -> str:
        """Return the document that counts them."""
        return f"{days_of(self.user)}/{self.day.isoformat()}.{self.bucket}.{shard}"


def shares(entries: Sequence[Entry]) -> Iterator[Share]:
    """Sort entries by the counter that they add to."""
    places: dict[tuple[str, str, date], list[Entry]] = defaultdict(list)
    for entry in entries:
        places[entry.user, entry.bucket, entry.day].append(entry)
    for place, found in places.items():
        for start in range(0, len(found), _MAX_MARKERS):
            yield Share(*place, tuple(found[start : start + _MAX_MARKERS]))
