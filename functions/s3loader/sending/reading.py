"""Reading a stream: a pipe, an open file, or whatever gives bytes piece by piece."""

import io
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
    """Fills buffers from a stream; from a file without a copy on the way."""

    def __init__(self, stream: Stream) -> None:
        self._file = stream if isinstance(stream, io.BufferedIOBase | io.RawIOBase) else None
        self._pieces = _pieces(stream)
        self._rest = memoryview(b"")

    def fill(self, buffer: memoryview) -> int:
        """Return how many bytes there were: fewer than fit only at the end.

        Raises:
            LocalError: stream_broken, where reading fails
        """
        filled = 0
        if self._file:
            while filled < len(buffer) and (count := self._read_into(buffer[filled:])):
                filled += count
            return filled
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
            raise _broken(error) from error
        return True

    def _read_into(self, buffer: memoryview) -> int:
        try:
            return self._file.readinto(buffer) or 0 if self._file else 0
        except Exception as error:
            raise _broken(error) from error


def _broken(error: Exception) -> LocalError:
    cause = type(error).__name__
    return LocalError(
        LocalCode.STREAM_BROKEN,
        f"Reading the stream failed ({cause}), so nothing was kept of it. Send it again.",
        {"cause": cause},
    )


def _pieces(stream: Stream) -> Iterator[bytes]:
    if isinstance(stream, Reader):
        while piece := stream.read(_PIECE):
            yield piece
    else:
        yield from stream
