"""Ctrl-C, and SIGTERM as service managers send it: the first ends in order, the second at once."""

import os
import signal
from collections.abc import Callable
from contextlib import suppress
from types import FrameType

EXIT_INTERRUPTED = 130


class Interruption:
    """Turns the first signal into KeyboardInterrupt."""

    def __init__(self, on_first: Callable[[], None]) -> None:
        self._on_first = on_first
        self._was_asked = False
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._stop)

    def _stop(self, number: int, frame: FrameType | None) -> None:
        if self._was_asked:
            os._exit(EXIT_INTERRUPTED)
        self._was_asked = True
        with suppress(RuntimeError):  # in the middle of another line
            self._on_first()
        raise KeyboardInterrupt
