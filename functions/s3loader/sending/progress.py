"""Who shows how far uploads are."""

from typing import Protocol

from s3loader.sending.results import Result


class Progress(Protocol):
    """Called by several threads at once; a source is named as in its result."""

    def begin(self, source: str, size: int | None) -> None:
        """A source is about to be sent; None: a stream's size is not known."""
        ...

    def advance(self, source: str, count: int) -> None:
        """So many more bytes have left; fewer than none where some are sent again."""
        ...

    def end(self, result: Result) -> None:
        """It is known what became of a source."""
        ...


class NoProgress:
    """Shows nothing."""

    def begin(self, source: str, size: int | None) -> None:
        """Show nothing."""

    def advance(self, source: str, count: int) -> None:
        """Show nothing."""

    def end(self, result: Result) -> None:
        """Show nothing."""
