"""What an entry adds to which of a day's counters, the same for every store."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType

from s3loader.activity.counts import Action, DayCounts
from s3loader.activity.ports import Entry

_COUNTERS: Mapping[Action, tuple[str, str | None]] = MappingProxyType(
    {
        "bucket-opened": ("bucket_opened", None),
        "upload": ("uploads", "uploaded_bytes"),
        "upload-failed": ("failed_uploads", None),
        "download": ("downloads", "downloaded_bytes"),
        "deletion": ("deletions", None),
    }
)
COUNTERS = tuple(name for names in _COUNTERS.values() for name in names if name)


def additions(entries: Iterable[Entry]) -> Counter[str]:
    """Return how much the entries of one user, bucket and day add to each counter."""
    added: Counter[str] = Counter()
    for entry in entries:
        count, size = _COUNTERS[entry.action]
        added[count] += entry.count
        if size:
            added[size] += entry.bytes or 0
    return added


def day_counts(parts: Iterable[tuple[date, str, Mapping[str, int]]]) -> list[DayCounts]:
    """Add up what was counted of each day and bucket, in their order."""
    sums: dict[tuple[date, str], Counter[str]] = {}
    for day, bucket, counters in parts:
        sums.setdefault((day, bucket), Counter()).update(counters)
    return [
        DayCounts.model_validate(
            {"day": day, "bucket": bucket, **{name: found[name] for name in COUNTERS}}
        )
        for (day, bucket), found in sorted(sums.items())
    ]
