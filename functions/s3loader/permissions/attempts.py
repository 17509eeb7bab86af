"""Asking sources that may refuse: the rest goes on, and what was refused is noted."""

from collections.abc import Callable
from typing import TypeVar

from s3loader.errors import ErrorCode, Missing, S3LoaderError, Unauthenticated
from s3loader.permissions.models import UnreadableKind, UnreadableSource

Value = TypeVar("Value")

# What asking again a moment later may mend.
PASSING = (ErrorCode.AWS_THROTTLED, ErrorCode.AWS_UNREACHABLE)


class Attempts:
    """What could not be read so far."""

    def __init__(self) -> None:
        self._noted: list[UnreadableSource] = []

    @property
    def noted(self) -> list[UnreadableSource]:
        """What was refused, whichever was asked first."""
        return sorted(self._noted, key=lambda source: source.source)

    @property
    def are_lasting(self) -> bool:
        """Tell whether asking again at once would show the same."""
        return not any(source.code in PASSING for source in self._noted)

    def read(
        self, kind: UnreadableKind, name: str | None, action: str, call: Callable[[], Value]
    ) -> Value | None:
        """Return what the call returns, or None where it fails.

        Args:
            kind: what is read, and the action that reading it needs

        Raises:
            Unauthenticated: AWS does not accept the credentials any more
            Missing: bucket_not_found
        """
        try:
            return call()
        except Unauthenticated:
            raise
        except S3LoaderError as error:
            if isinstance(error, Missing) and error.code is ErrorCode.BUCKET_NOT_FOUND:
                raise
            refused = str(error.params.get("action", action))
            self._noted.append(_unreadable(kind, name, refused, error))
            return None


def _unreadable(
    kind: UnreadableKind, name: str | None, action: str, error: S3LoaderError
) -> UnreadableSource:
    return UnreadableSource(
        source=kind, name=name, action=action, code=error.code, detail=error.detail
    )
