"""Answers that are kept for a while, each filled by one caller at a time."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

Value = TypeVar("Value")

KEPT_SECONDS = 300.0
_SIZE = 64


class _Entry(Generic[Value]):
    """One answer, when its reading began (None: not read yet) and who may read it."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.begun_at: float | None = None
        self.value: Value


class Kept(Generic[Value]):
    """At most `size` answers, each for `seconds`; the least recently used goes first.

    What is not worth keeping is read anew by whoever asks next.
    """

    def __init__(
        self,
        seconds: float = KEPT_SECONDS,
        size: int = _SIZE,
        clock: Callable[[], float] = time.monotonic,
        worth_keeping: Callable[[Value], bool] = lambda _: True,
    ) -> None:
        self._seconds = seconds
        self._size = size
        self._clock = clock
        self._is_worth_keeping = worth_keeping
        self._entries: OrderedDict[str, _Entry[Value]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: str, read: Callable[[], Value], *, refresh: bool = False) -> Value:
        """Return the answer, reading it where none is kept; a failure to read keeps nothing.

        Args:
            refresh: take only an answer whose reading begins from now on
        """
        asked_at = self._clock()
        entry = self._entry(key)
        with entry.lock:
            oldest = asked_at if refresh else self._clock() - self._seconds
            if entry.begun_at is None or entry.begun_at < oldest:
                return self._read(entry, read)
            return entry.value

    def _read(self, entry: _Entry[Value], read: Callable[[], Value]) -> Value:
        begun_at = self._clock()
        value = read()
        entry.begun_at = None
        if self._is_worth_keeping(value):
            entry.value, entry.begun_at = value, begun_at
        return value

    def forget(self, key: str) -> None:
        """Read anew next time."""
        with self._lock:
            self._entries.pop(key, None)

    def _entry(self, key: str) -> _Entry[Value]:
        with self._lock:
            entry = self._entries.setdefault(key, _Entry())
            self._entries.move_to_end(key)
            while len(self._entries) > self._size:
                self._entries.popitem(last=False)
            return entry
