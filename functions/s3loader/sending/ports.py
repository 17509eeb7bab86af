"""What uploads from this machine need: from S3, and from whom shows how far they are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from s3loader.sending.source_files import SourceFile
from s3loader.uploads.models import SentPart

Advance = Callable[[int], None]
"""Told how many more bytes have left; fewer than none where some are sent again."""


class Readable(Protocol):
    """A file as far as requests read it."""

    def read(self, amount: int = -1, /) -> bytes:
        """Return what comes next; nothing at the end."""
        ...

    def seek(self, offset: int, whence: int = 0, /) -> int:
        """Go elsewhere."""
        ...

    def tell(self) -> int:
        """Return where it stands."""
        ...

    def close(self) -> None:
        """Close it."""
        ...


@dataclass(frozen=True)
class Order:
    """One object to make, as the rules let it be made."""

    key: str
    content_type: str
    nonce: str
    storage_class: str | None
    may_replace: bool


@dataclass(frozen=True)
class SentBytes:
    """What is known of an object that S3 has said it has.

    Attributes:
        etag: None where it is not the MD5 of what was sent, or that is not known
        crc64nvme: of all that was sent, base64
        differs: the ETag is an MD5, and another one
        told_etag: what S3 answered, whether or not it can be compared
    """

    etag: str | None
    crc64nvme: str
    differs: bool = False
    told_etag: str | None = None


@dataclass(frozen=True)
class HashedPart:
    """A part and its hashes.

    Attributes:
        sent: None where it was only read
    """

    size: int
    crc64nvme: int
    md5: bytes
    sent: SentPart | None = None

    def as_sent(self, sent: SentPart) -> "HashedPart":
        """Return the same for a part that S3 has."""
        return replace(self, sent=sent)


class FileUnderWay(Protocol):
    """A file that is being sent."""

    @property
    def has_begun(self) -> bool:
        """Whether anything of it was read, so that S3 may have it."""
        ...

    @property
    def crc64nvme(self) -> str:
        """Of what has been sent so far, base64."""
        ...

    def result(self) -> SentBytes:
        """Wait for its end.

        Raises:
            S3LoaderError: what S3 refused
            LocalError: file_unreadable, file_changed, interrupted
        """
        ...


class FileSender(Protocol):
    """Sends whole files, several at a time."""

    def send(self, file: SourceFile, order: Order, advance: Advance) -> FileUnderWay:
        """Begin to send a file."""
        ...

    def stop(self) -> None:
        """End what is under way and wait for that; S3 is asked to forget begun parts."""
        ...

    def close(self) -> None:
        """Let go of threads, when everything has ended."""
        ...

    def left_behind(self) -> dict[str, str]:
        """Return the upload ids, by key, that were begun and not seen to end."""
        ...


class PartSender(Protocol):
    """Sends single parts; several threads may at once."""

    def put(self, order: Order, body: memoryview) -> SentBytes:
        """Make an object by one PUT.

        Raises:
            Conflict: conflict, where there is one that may not be replaced
        """
        ...

    def send(
        self, key: str, upload_id: str, part_number: int, body: Readable, size: int
    ) -> HashedPart:
        """Send what `body` has from where it stands on, `size` bytes.

        Raises:
            Conflict: upload_damaged, where S3 has other bytes than were sent
            Interrupted: after `stop`
        """
        ...

    def put_part(self, key: str, upload_id: str, part_number: int, body: memoryview) -> HashedPart:
        """Send what lies in memory; fails as `send`."""
        ...

    def crc64nvme(self, parts: Sequence[HashedPart]) -> str:
        """Return the CRC64NVME of the whole, base64, from its parts in order."""
        ...

    def hash(self, body: Readable, size: int) -> HashedPart:
        """Only read it: what S3 has already need not be sent."""
        ...

    def stop(self) -> None:
        """Let what is being sent fail soon, and begin nothing more."""
        ...
