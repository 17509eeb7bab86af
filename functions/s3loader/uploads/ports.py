"""What uploads need from one bucket of S3."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from s3loader.checksum import Checksum
from s3loader.uploads.models import SentPart, UploadedPart


@dataclass(frozen=True)
class ListedObject:
    """An object as a listing shows it."""

    key: str
    size: int
    etag: str
    last_modified: datetime


@dataclass(frozen=True)
class ListedPage:
    """What lies directly below a prefix: one page in the order of the keys."""

    objects: Sequence[ListedObject]
    prefixes: Sequence[str]
    is_last: bool


@dataclass(frozen=True)
class StoredObject:
    """An object that is in S3, as far as the answer told."""

    size: int
    etag: str
    version_id: str | None = None
    checksum: Checksum | None = None
    nonce: str | None = None
    last_modified: datetime | None = None
    etag_is_md5: bool = False
    """Of its content, were it sent by one PUT; false where the answer did not tell."""


@dataclass(frozen=True)
class Begun:
    """A multipart upload that S3 has created."""

    upload_id: str
    etag_is_md5: bool
    """Of its parts: KMS and customer keys make ETags that are no hash of the content."""


@dataclass(frozen=True)
class Over:
    """What completing may overwrite: nothing, the object of one ETag, or whatever is there."""

    kind: Literal["nothing", "etag", "anything"]
    etag: str = ""


class UploadStore(Protocol):
    """One bucket, with the caller's rights. Every method but the signing ones asks S3."""

    @property
    def bucket(self) -> str:
        """The bucket's name."""
        ...

    @property
    def region(self) -> str:
        """The bucket's region."""
        ...

    def list_below(self, prefix: str, start_after: str = "", starts_with: str = "") -> ListedPage:
        """List up to 1,000 entries of a prefix.

        Args:
            start_after: only keys behind this one
            starts_with: only names that begin so
        """
        ...

    def head(self, key: str) -> StoredObject:
        """Read an object's headers.

        Raises:
            Missing: not_found
            Forbidden: access_denied; also for a missing object where listing is denied
        """
        ...

    def check_put(self, key: str) -> None:
        """Ask whether an object may be put there; changes nothing.

        Raises:
            Forbidden: access_denied
        """
        ...

    def expiry(self) -> datetime:
        """Return until when a URL signed from now on works."""
        ...

    def sign_put(self, key: str, headers: Mapping[str, str], turn: int) -> str:
        """Sign the PUT of a whole object."""
        ...

    def sign_part(
        self, key: str, upload_id: str, part_number: int, headers: Mapping[str, str]
    ) -> str:
        """Sign the PUT of one part."""
        ...

    def begin(
        self, key: str, content_type: str, nonce: str, storage_class: str | None = None
    ) -> Begun:
        """Create a multipart upload; without a storage class, of S3's usual one."""
        ...

    def begun_at(self, key: str, upload_id: str) -> datetime:
        """Return when a multipart upload was created.

        Raises:
            Missing: upload_not_found
            Forbidden: access_denied
        """
        ...

    def list_parts(self, key: str, upload_id: str) -> list[UploadedPart]:
        """List all parts.

        Raises:
            Missing: upload_not_found
        """
        ...

    def look_for_parts(self, key: str, upload_id: str) -> None:
        """Ask whether a multipart upload is still there.

        Raises:
            Missing: upload_not_found
        """
        ...

    def complete(
        self, key: str, upload_id: str, parts: Sequence[SentPart], size: int, over: Over
    ) -> StoredObject:
        """Make the object of its parts.

        Raises:
            Missing: upload_not_found
            Conflict: conflict, where another object than `over` has the key; upload_incomplete;
                size_mismatch
        """
        ...

    def abort(self, key: str, upload_id: str) -> None:
        """Ask S3 to forget a multipart upload.

        Raises:
            Missing: upload_not_found
        """
        ...
