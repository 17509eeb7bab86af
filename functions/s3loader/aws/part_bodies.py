"""Files that are hashed while requests read them, and memory that is read like a file."""

import io
from collections.abc import Callable
from typing import Any

from s3transfer.utils import OSUtils

from s3loader.aws.content_hash import ContentHash
from s3loader.sending.ports import Readable

Feed = Callable[[int, bytes], None]


class WatchedFile:
    """A file of which one part is read, perhaps again; it begins where the file stands first."""

    def __init__(
        self, fileobj: Readable, begin: Callable[[int], Feed], check: Callable[[], None]
    ) -> None:
        self._file = fileobj
        self._begin = begin
        self._check = check
        self._position = fileobj.tell()
        self._start = self._position
        self._feed: Feed | None = None

    def read(self, amount: int = -1) -> bytes:
        """Return what comes next."""
        self._check()
        data = self._file.read(amount)
        if self._feed is None:
            self._start = self._position
            self._feed = self._begin(self._position)
        self._feed(self._position - self._start, data)
        self._position += len(data)
        return data

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go elsewhere."""
        self._position = self._file.seek(offset, whence)
        return self._position

    def tell(self) -> int:
        """Return where it stands; the file itself would ask the system each time."""
        return self._position

    def close(self) -> None:
        """Close the file."""
        self._file.close()


class HashingFiles(OSUtils):
    """How the transfer manager opens files: once for each part."""

    def __init__(self) -> None:
        super().__init__()
        self._contents: dict[str, ContentHash] = {}

    def watch(self, path: str, *, with_md5: bool) -> ContentHash:
        """Return the hash of a file that will be sent."""
        self._contents[path] = ContentHash(with_md5=with_md5)
        return self._contents[path]

    def open(self, filename: str, mode: str) -> Any:  # noqa: ANN401
        """Open a file that is watched."""
        content = self._contents[filename]
        return WatchedFile(super().open(filename, mode), lambda at: content.part(at).feed, _pass)


class MemoryFile:
    """A file over memory that is not copied; requests read it in many small pieces."""

    def __init__(self, memory: memoryview, check: Callable[[], None]) -> None:
        self._memory = memory
        self._check = check
        self._position = 0

    def __len__(self) -> int:
        """Return its size, as requests ask for it."""
        return len(self._memory)

    def read(self, amount: int = -1) -> bytes:
        """Return what comes next."""
        self._check()
        end = len(self._memory) if amount < 0 else self._position + amount
        piece = bytes(self._memory[self._position : end])
        self._position += len(piece)
        return piece

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go elsewhere."""
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: len(self._memory)}
        self._position = start[whence] + offset
        return self._position

    def tell(self) -> int:
        """Return where it stands."""
        return self._position

    def close(self) -> None:
        """Leave the memory to whose it is."""


def _pass() -> None:
    """Nobody stops the transfer manager here: it has a way of its own."""
