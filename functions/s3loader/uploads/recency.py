"""Whether an object is new enough to be the one that was just sent."""

from collections.abc import Callable
from datetime import datetime, timedelta

_GRACE = timedelta(minutes=1)


class Recency:
    """A URL cannot have made an object that is older than the URL may be."""

    def __init__(self, url_expiry: timedelta, clock: Callable[[], datetime]) -> None:
        self._longest = url_expiry + _GRACE
        self._clock = clock

    def covers(self, modified: datetime | None) -> bool:
        """Tell whether a URL that still works could have made an object of that time."""
        return modified is not None and self._clock() - modified <= self._longest
