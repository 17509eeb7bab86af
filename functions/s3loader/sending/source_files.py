"""A file on this machine, as it was when it was found."""

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from s3loader.sending.failures import LocalError, file_changed, file_unreadable


@dataclass(frozen=True)
class SourceFile:
    """A regular file.

    Attributes:
        path: as a person wrote it, or below what they wrote
        folder: the prefix that it brings from below a directory: empty, or ending in `/`
        name: the last part of its key
        size: bytes
        modified: ns since the epoch
    """

    path: Path
    folder: str
    name: str
    size: int
    modified: int

    def renamed(self, name: str) -> "SourceFile":
        """Return the same file under another name."""
        return replace(self, name=name)

    def open_at(self, start: int) -> BinaryIO:
        """Open it at a position.

        Raises:
            LocalError: file_unreadable
        """
        try:
            opened = self.path.open("rb")
        except OSError as error:
            raise cannot_read(self.path, error) from None
        opened.seek(start)
        return opened

    def check_unchanged(self) -> None:
        """Refuse a file that has been written to since it was found.

        Raises:
            LocalError: file_changed, file_unreadable
        """
        now = read_status(self.path)
        if (now.st_size, now.st_mtime_ns) != (self.size, self.modified):
            raise file_changed(str(self.path))


def read_status(path: Path) -> os.stat_result:
    """Return what the system knows of a file.

    Raises:
        LocalError: file_unreadable
    """
    try:
        return path.stat()
    except OSError as error:
        raise cannot_read(path, error) from None


def cannot_read(path: Path, error: OSError) -> LocalError:
    """The failure of a file that the system does not let be read."""
    return file_unreadable(str(path), error.strerror or type(error).__name__)
