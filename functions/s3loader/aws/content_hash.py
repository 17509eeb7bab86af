"""Hashes of what is sent, gathered while it is read: every byte once, in whatever order."""

import base64
import hashlib
import threading
from collections.abc import Iterable

from anycrc import Model

from s3loader.uploads.models import SentPart
from s3loader.uploads.part_etags import etag_of_parts

_CRC64NVME = Model("CRC64-NVME")


class PartHash:
    """CRC64NVME and, unless it is not wanted, MD5; what is read again is not counted again."""

    def __init__(self, *, with_md5: bool = True) -> None:
        self.size = 0
        self.crc64nvme = 0
        self._with_md5 = with_md5
        self._md5 = hashlib.md5(usedforsecurity=False)

    def feed(self, position: int, data: bytes | memoryview) -> None:
        """Take what was read at a position of the part."""
        if not position <= self.size < position + len(data):
            return
        fresh = memoryview(data)[self.size - position :] if position < self.size else data
        self.crc64nvme = _CRC64NVME.calc(fresh, self.crc64nvme)
        if self._with_md5:
            self._md5.update(fresh)
        self.size += len(fresh)

    @property
    def md5(self) -> bytes:
        """The digest."""
        return self._md5.digest()


class ContentHash:
    """A whole object's, of its parts by where they begin."""

    def __init__(self, *, with_md5: bool) -> None:
        self._with_md5 = with_md5
        self._parts: dict[int, PartHash] = {}
        self._lock = threading.Lock()

    def part(self, start: int) -> PartHash:
        """Return the hash of the part that begins there, a new one each time."""
        with self._lock:
            self._parts[start] = PartHash(with_md5=self._with_md5)
            return self._parts[start]

    @property
    def has_begun(self) -> bool:
        """Whether anything was read."""
        return bool(self._parts)

    @property
    def crc64nvme(self) -> str:
        """As S3 tells it, base64."""
        return in_base64(combined((part.crc64nvme, part.size) for part in self._in_order()))

    def etag(self, *, of_parts: bool) -> str | None:
        """Return S3's ETag of it where S3's are MD5s; None where these are not wanted."""
        if not self._with_md5:
            return None
        parts = self._in_order() or [PartHash()]  # of nothing, nothing may have been read
        if not of_parts:
            return parts[0].md5.hex()
        return etag_of_parts(
            SentPart(part_number=number, etag=part.md5.hex())
            for number, part in enumerate(parts, start=1)
        )

    def _in_order(self) -> list[PartHash]:
        with self._lock:
            return [self._parts[start] for start in sorted(self._parts)]


def combined(parts: Iterable[tuple[int, int]]) -> int:
    """Return the CRC64NVME of a whole from those of its parts in order, each with its size."""
    whole = 0
    for crc, size in parts:
        whole = _CRC64NVME.combine(whole, crc, size)
    return whole


def in_base64(crc64nvme: int) -> str:
    """Return a CRC64NVME as S3 writes it."""
    return base64.b64encode(crc64nvme.to_bytes(8, "big")).decode()
