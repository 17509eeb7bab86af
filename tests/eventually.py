"""What other processes bring about, sooner or later."""

import time
from collections.abc import Callable

SECONDS = 30.0


def eventually(holds: Callable[[], bool]) -> bool:
    """Asks until it holds; false when it does not within 30 s."""
    give_up = time.monotonic() + SECONDS
    while not holds():
        if time.monotonic() > give_up:
            return False
    return True
