"""What is measured with: files of random bytes, and their digests."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

MIB = 1024 * 1024


@dataclass(frozen=True)
class Load:
    """Files of random bytes."""

    name: str
    files: int
    size: int  # bytes of each

    @property
    def mebibytes(self) -> float:
        """All files together."""
        return self.files * self.size / MIB

    def write(self, folder: Path) -> None:
        """Writes the files, 1 MiB at a time."""
        folder.mkdir()
        for number in range(self.files):
            with (folder / f"{number:05}.bin").open("wb") as file:
                for begin in range(0, self.size, MIB):
                    file.write(os.urandom(min(MIB, self.size - begin)))


LARGE = Load("1 GiB", 1, 1024 * MIB)
SMALL = Load("1,000 x 100 KiB", 1_000, 100 * 1024)
LOADS = (LARGE, SMALL)


def digests(folder: Path) -> dict[str, str]:
    """SHA-256 of every file below a folder, by its path there."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): _sha256(path) for path in files}


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
