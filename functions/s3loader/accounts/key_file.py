"""The sealing key of a developer's machine, in a file that only its owner can read."""

import os
import tempfile
from pathlib import Path

from cryptography.fernet import Fernet


class KeyFile:
    """A file of Fernet keys, one a line, the one that seals first; made when it is missing."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> list[bytes]:
        """Return the keys."""
        if not self._path.exists():
            self._create()
        return self._path.read_bytes().split()

    def _create(self) -> None:
        """Write a key beside the file and link it into place: whole, or not at all."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, draft = tempfile.mkstemp(dir=self._path.parent)  # mode 0600
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(Fernet.generate_key() + b"\n")
            os.link(draft, self._path)
        except FileExistsError:
            pass  # another process was first; its key counts
        finally:
            Path(draft).unlink()
