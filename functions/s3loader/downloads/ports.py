"""What downloads need from one bucket of S3."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from s3loader.archive import Archive
from s3loader.checksum import Checksum


@dataclass(frozen=True)
class FoundObject:
    """An object as S3 tells of it without its bytes.

    Attributes:
        size: bytes
        etag: without quotes
        etag_is_md5: False where KMS or a customer's key encrypts: then it is made of no MD5
        checksum: of the whole object; None where S3 has none
        content_encoding: as stored, such as `gzip`
    """

    size: int
    etag: str
    etag_is_md5: bool
    last_modified: datetime
    checksum: Checksum | None
    content_encoding: str | None
    storage_class: str
    archive: Archive


class DownloadSource(Protocol):
    """One bucket, with the caller's rights.

    What it would ask too late it refuses with AwsUnreachable: aws_unreachable.
    """

    def head(self, key: str) -> FoundObject:
        """Ask S3 about an object.

        Raises:
            Missing: not_found
            Forbidden: access_denied; also for a missing object where listing is denied
            InvalidInput: customer_key_needed
        """
        ...

    def part_size(self, key: str, number: int) -> int:
        """Ask S3 for the bytes of one part of an object that was uploaded in parts.

        Raises:
            AwsFailure: aws_error, where S3 does not know
        """
        ...

    def expiry(self) -> datetime:
        """Return until when a URL signed from now on works."""
        ...

    def sign_get(self, key: str, found: FoundObject, turn: int) -> str:
        """Sign the GET of an object's bytes as they are stored.

        Args:
            turn: chooses the address, so that neighbours go to different ones
        """
        ...
