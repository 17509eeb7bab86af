"""What the list of unfinished uploads needs from one bucket of S3."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, Protocol

from s3loader.uploads.declared_checksum import DeclaredChecksum


class Marker(NamedTuple):
    """Where a page ended: behind this upload."""

    key: str
    upload_id: str


@dataclass(frozen=True)
class OpenUpload:
    """A multipart upload as S3 lists it.

    Attributes:
        initiator: an ARN, or an account's canonical id; None where S3 does not say
        checksum: None where the upload was begun without
    """

    key: str
    upload_id: str
    initiated_at: datetime
    initiator: str | None
    storage_class: str
    checksum: DeclaredChecksum | None


@dataclass(frozen=True)
class OpenUploadsPage:
    """One page in the order of the keys."""

    uploads: Sequence[OpenUpload]
    next: Marker | None


@dataclass(frozen=True)
class PartsSum:
    """The parts that S3 has of one upload; sizes in bytes."""

    size: int
    count: int
    first_size: int | None


@dataclass(frozen=True)
class AbortRule:
    """An enabled lifecycle rule that ends unfinished uploads of keys that begin so."""

    prefix: str
    days: int


class OpenUploadLister(Protocol):
    """One bucket, with the caller's rights."""

    @property
    def bucket(self) -> str:
        """The bucket's name."""
        ...

    def list_page(self, prefix: str, after: Marker | None, limit: int) -> OpenUploadsPage:
        """List unfinished uploads of keys that begin with a prefix.

        Raises:
            InvalidInput: cursor_invalid, where S3 does not take the marker
            Forbidden: access_denied, with s3:ListBucketMultipartUploads
        """
        ...

    def sum_parts(self, upload: OpenUpload) -> PartsSum:
        """Add up all parts that S3 has.

        Raises:
            Missing: upload_not_found
            Forbidden: access_denied
            AwsUnreachable: aws_unreachable, also where the request has no time left
        """
        ...

    def abort_rules(self) -> Sequence[AbortRule]:
        """Read the lifecycle rules that end unfinished uploads.

        Raises:
            Forbidden: access_denied
        """
        ...

    def canonical_id(self) -> str | None:
        """Return the id by which S3 calls the caller's account, which is the root user's too.

        Raises:
            Forbidden: access_denied
        """
        ...
