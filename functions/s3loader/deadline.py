"""How long one request may go on asking AWS."""

import time
from collections.abc import Callable

from s3loader.errors import AwsUnreachable, ErrorCode

# API Gateway gives up after 30 s; what begins last takes 17 s, or completing 12 s and announcing 8.
BATCH_SECONDS = 9.0


class Deadline:
    """A moment after which nothing new is begun; what was begun ends by itself."""

    def __init__(
        self, seconds: float = BATCH_SECONDS, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._clock = clock
        self._ends_at = clock() + seconds

    @property
    def has_passed(self) -> bool:
        """Tell whether it is too late to begin something."""
        return self._clock() > self._ends_at

    def check(self) -> None:
        """Refuse what would begin too late.

        Raises:
            AwsUnreachable: aws_unreachable; the same may work in a call of its own
        """
        if self.has_passed:
            raise AwsUnreachable(
                ErrorCode.AWS_UNREACHABLE,
                "AWS took too long, so this was not begun. Try again.",
                {"cause": "deadline"},
            )
