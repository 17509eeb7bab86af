"""Reading a stream: a pipe, an open file, or whatever gives bytes piece by piece."""

import io
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar, runtime_checkable

from s3loader.sending.failures import LocalCode, LocalError


@runtime_checkable
class Reader(Protocol):
    """A file opened for reading bytes."""

    def read(self, amount: int, /) -> bytes | None:
        """Return at most so many bytes; none at the end."""
        ...


Stream = Reader | Iterable[bytes]

Fill = Callable[[memoryview], int]
Given = TypeVar("Given", int, bytes)

_PIECE = 1024 * 1024


class StreamReader:
    """Fills buffers from a stream; from a file without a copy on the way."""

    def __init__(self, stream: Stream) -> None:
        if isinstance(stream, io.BufferedIOBase | io.RawIOBase):
            self._fill = _from_file(stream)
        else:
            self._fill = _from_pieces(stream)

    def fill(self, buffer: memoryview) -> int:
        """Return how many bytes there were: fewer than fit only at the end.

        Raises:
            LocalError: stream_broken, where reading fails
        """
        filled = 0
        try:
            while filled < len(buffer) and (count := self._fill(buffer[filled:])):
                filled += count
        except Exception as error:
            raise _broken(error) from error
        return filled


def _from_file(file: io.BufferedIOBase | io.RawIOBase) -> Fill:
    def fill(buffer: memoryview) -> int:
        count: int | None = file.readinto(buffer)
        return _there(count)

    return fill


def _from_pieces(stream: Reader | Iterable[bytes]) -> Fill:
    pieces = _pieces(stream)
    rest = memoryview(b"")

    def fill(buffer: memoryview) -> int:
        nonlocal rest
        while not rest:
            piece = next(pieces, None)
            if piece is None:
                return 0
            rest = memoryview(piece)
        count = min(len(rest), len(buffer))
        buffer[:count], rest = rest[:count], rest[count:]
        return count

    return fill


def _pieces(stream: Reader | Iterable[bytes]) -> Iterator[bytes]:
    if not isinstance(stream, Reader):
        yield from stream
        return
    while piece := _there(stream.read(_PIECE)):
        yield piece


def _there(given: Given | None) -> Given:
    """Nothing yet is not the end: a stream that does not wait would lose what comes later."""
    if given is None:
        raise BlockingIOError("the stream does not wait for its data")
    return given


def _broken(error: Exception) -> LocalError:
    cause = type(error).__name__
    return LocalError(
        LocalCode.STREAM_BROKEN,
        f"Reading the stream failed ({cause}), so nothing was kept of it. Send it again.",
        {"cause": cause},
    )
