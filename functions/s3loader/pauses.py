"""Waiting a little before S3 is asked again."""

import random
import time
from collections.abc import Callable

Pause = Callable[[int], None]

_BASE_SECONDS = 0.2


def jittered_pause(attempt: int) -> None:
    """Sleep up to 0.2 s after the first attempt (0) and up to twice as long after each next."""
    time.sleep(random.uniform(0, _BASE_SECONDS * 2**attempt))  # noqa: S311 - no secret
