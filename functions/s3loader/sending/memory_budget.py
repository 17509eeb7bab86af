"""How much of a stream may lie in memory."""

import threading


class MemoryBudget:
    """So many bytes and so many buffers at most; one buffer always fits."""

    def __init__(self, most: int, buffers: int) -> None:
        self._most = most
        self._buffers = buffers
        self._sizes: list[int] = []
        self._changed = threading.Condition()

    def take(self, size: int) -> None:
        """Wait until a buffer of that size fits."""
        with self._changed:
            self._changed.wait_for(lambda: self._fits(size))
            self._sizes.append(size)

    def give_back(self, size: int) -> None:
        """Let others have it."""
        with self._changed:
            self._sizes.remove(size)
            self._changed.notify()

    def _fits(self, size: int) -> bool:
        in_all = sum(self._sizes) + size
        return not self._sizes or (in_all <= self._most and len(self._sizes) < self._buffers)
