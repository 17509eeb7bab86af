"""What S3 answered to real calls and probes in the last minutes."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from s3loader.permissions.kept import KEPT_SECONDS


@dataclass(frozen=True)
class Occasion:
    """One identity's action at one place; `who` is a fingerprint of credentials."""

    who: str
    bucket: str
    action: str
    prefix: str


@dataclass(frozen=True)
class _Answer:
    let_through: bool
    at: float


class Observations:
    """At most `size` answers, the oldest dropped first; safe to share between threads."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, size: int = 8192) -> None:
        self._clock = clock
        self._size = size
        self._answers: OrderedDict[Occasion, _Answer] = OrderedDict()
        self._lock = threading.Lock()

    def note(self, occasion: Occasion, let_through: bool) -> None:
        """Remember what S3 answered; the last answer counts."""
        with self._lock:
            self._answers[occasion] = _Answer(let_through, self._clock())
            self._answers.move_to_end(occasion)
            while len(self._answers) > self._size:
                self._answers.popitem(last=False)

    def recall(self, occasion: Occasion) -> bool | None:
        """Return whether S3 let it through in the last 5 minutes; None if it was not asked."""
        found = self._answers.get(occasion)
        if found is None or self._clock() - found.at > KEPT_SECONDS:
            return None
        return found.let_through

    def drop(self, occasion: Occasion) -> None:
        """Drop what was answered on one occasion."""
        with self._lock:
            self._answers.pop(occasion, None)

    def forget(self, who: str, bucket: str) -> None:
        """Drop what is remembered of one identity in one bucket."""
        with self._lock:
            for occasion in [o for o in self._answers if (o.who, o.bucket) == (who, bucket)]:
                del self._answers[occasion]
