"""A bucket in memory that behaves like S3 where downloads look."""

import threading
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime

from s3loader.archive import Archive
from s3loader.checksum import Checksum
from s3loader.downloads.ports import FoundObject
from s3loader.errors import ErrorCode, Missing, S3LoaderError

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
EXPIRY = datetime(2026, 11, 23, 9, 15, tzinfo=UTC)
PLAIN_ETAG = "900150983cd24fb0d6963f7d28e17f72"
READABLE = Archive(status="readable", restored_until=None)
CRC = Checksum(algorithm="CRC64NVME", value="rosUhgqYiZk=")


def found(
    size: int = 3,
    etag: str = PLAIN_ETAG,
    *,
    etag_is_md5: bool = True,
    checksum: Checksum | None = None,
    archive: Archive = READABLE,
    storage_class: str = "STANDARD",
) -> FoundObject:
    return FoundObject(
        size=size,
        etag=etag,
        etag_is_md5=etag_is_md5,
        last_modified=NOW,
        checksum=checksum,
        content_encoding=None,
        storage_class=storage_class,
        archive=archive,
    )


@dataclass
class FakeSource:
    """`objects` holds what HEAD finds, or how it fails; `parts` what each part has."""

    objects: dict[str, FoundObject | S3LoaderError] = field(default_factory=dict)
    parts: dict[str, list[int] | S3LoaderError] = field(default_factory=dict)
    asked: Counter[str] = field(default_factory=Counter)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def head(self, key: str) -> FoundObject:
        self._note(f"head {key}")
        there = self.objects.get(key) or Missing(ErrorCode.NOT_FOUND, "no such key")
        if isinstance(there, S3LoaderError):
            raise there
        return there

    def part_size(self, key: str, number: int) -> int:
        self._note(f"part {number} of {key}")
        sizes = self.parts[key]
        if isinstance(sizes, S3LoaderError):
            raise sizes
        return sizes[number - 1]

    def expiry(self) -> datetime:
        return EXPIRY

    def sign_get(self, key: str, found: FoundObject, turn: int) -> str:
        return f"https://s3/{turn}/{key}?{found.etag}"

    def _note(self, call: str) -> None:
        with self._lock:
            self.asked[call] += 1
