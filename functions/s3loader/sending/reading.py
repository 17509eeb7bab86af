"""Reading a stream: a pipe, an open file, or whatever gives bytes piece by piece."""

from collections.abc import Iterable, Iterator
from typing import Protocol, runtime_checkable

from s3loader.sending.failures import LocalCode, LocalError


@runtime_checkable
class Reader(Protocol):
    """A file opened for reading bytes."""

    def read(self, amount: int, /) -> bytes | None:
        """Return at most so many bytes; none at the end."""
        ...


Stream = Reader | Iterable[bytes]

_PIECE = 1024 * 1024


class StreamReader:
    """Fills buffers from a stream."""

    def __init__(self, stream: Stream) -> None:
        self._pieces = _pieces(stream)
        self._rest = memoryview(b"")

    def fill(self, buffer: memoryview) -> int:
        """Return how many bytes there were: fewer than fit only at the end.

        Raises:
            LocalError: stream_broken, where reading fails
        """
        filled = 0
        while filled < len(buffer) and self._advance():
            piece = self._rest[: len(buffer) - filled]
            buffer[filled : filled + len(piece)] = piece
            self._rest = self._rest[len(piece) :]
            filled += len(piece)
        return filled

    def _advance(self) -> bool:
        """Have something to give; tell whether there is."""
        try:
            while not self._rest:
                self._rest = memoryview(next(self._pieces))
        except StopIteration:
            return False
        except Exception as error:
            cause = type(error).__name__
            raise LocalError(
                LocalCode.STREAM_BROKEN,
                f"Reading the stream failed ({cause}), so nothing was kept of it. Send it again.",
                {"cause": cause},
            ) from error
        return True


def _pieces(stream: Stream) -> Iterator[bytes]:
    if isinstance(stream, Reader):
        while piece := stream.read(_PIECE):
            yield piece
    else:
        yield from stream
