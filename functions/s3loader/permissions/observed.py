"""What S3 answered to real calls and probes in the last minutes."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from s3loader.permissions.kept import KEPT_SECONDS


@dataclass(frozen=True)
class Occasion:
    """One identity's action at one place; `who` is a fingerprint of credentials.

    The place of an action of KMS is the ARN of the key.
    """

    who: str
    bucket: str
    action: str
    prefix: str


@dataclass(frozen=True)
class _Answer:
    """Of one refused key only it is known what S3 says of it."""

    let_through: bool
    at: float
    only_key: str | None = None


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
            self._keep(occasion, _Answer(let_through, self._clock()))

    def note_refused(self, occasion: Occasion, key: str) -> None:
        """Remember a key that S3 refused; one may be an exception, two stand for all."""
        with self._lock:
            before = self._fresh(occasion)
            confirmed = before and not before.let_through and before.only_key != key
            only_key = None if confirmed else key
            self._keep(occasion, _Answer(let_through=False, at=self._clock(), only_key=only_key))

    def recall(self, occasion: Occasion) -> bool | None:
        """Return whether S3 let it through in the last 5 minutes; None if that is not known."""
        found = self._fresh(occasion)
        return found.let_through if found and found.only_key is None else None

    def refused_one(self, occasion: Occasion) -> bool:
        """Tell whether S3 refused it in the last 5 minutes, for one key and no other."""
        found = self._fresh(occasion)
        return found is not None and found.only_key is not None

    def drop(self, occasion: Occasion) -> None:
        """Drop what was answered on one occasion."""
        with self._lock:
            self._answers.pop(occasion, None)

    def forget(self, who: str, bucket: str) -> None:
        """Drop what is remembered of one identity in one bucket."""
        with self._lock:
            for occasion in [o for o in self._answers if (o.who, o.bucket) == (who, bucket)]:
                del self._answers[occasion]

    def _fresh(self, occasion: Occasion) -> _Answer | None:
        found = self._answers.get(occasion)
        return found if found and self._clock() - found.at <= KEPT_SECONDS else None

    def _keep(self, occasion: Occasion, answer: _Answer) -> None:
        self._answers[occasion] = answer
        self._answers.move_to_end(occasion)
        while len(self._answers) > self._size:
            self._answers.popitem(last=False)
