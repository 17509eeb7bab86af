"""One reading of an identity's policies: what is refused is noted, and the rest goes on."""

from collections.abc import Callable
from typing import TypeVar, get_args

from s3loader.aws.failures import aws_failures
from s3loader.deadline import Deadline
from s3loader.errors import S3LoaderError, Unauthenticated
from s3loader.permissions.models import UnreadableKind, UnreadableSource

Answer = TypeVar("Answer")

_ORDER = get_args(UnreadableKind)


class PolicyReading:
    """Makes IAM's calls until a deadline; several threads may share it."""

    def __init__(self, deadline: Deadline) -> None:
        self.deadline = deadline
        self._unreadable: list[UnreadableSource] = []

    @property
    def unreadable(self) -> list[UnreadableSource]:
        """What could not be read, in an order that does not depend on who answered first."""
        return sorted(
            self._unreadable,
            key=lambda one: (_ORDER.index(one.source), one.name or "", one.action),
        )

    def attempt(
        self,
        call: Callable[[], Answer],
        *,
        source: UnreadableKind,
        name: str | None,
        action: str,
        resource: str,
    ) -> Answer | None:
        """Return the call's answer, or None where it is refused, throttled or too late.

        Raises:
            Unauthenticated: AWS does not accept the credentials any more
        """
        try:
            self.deadline.check()
            with aws_failures(resource):
                return call()
        except Unauthenticated:
            raise
        except S3LoaderError as error:
            self._unreadable.append(
                UnreadableSource(
                    source=source, name=name, action=action, code=error.code, detail=error.detail
                )
            )
            return None
