"""What listing and deleting objects need from S3."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from s3loader.errors import S3LoaderError
from s3loader.objects.models import ObjectSummary


@dataclass(frozen=True)
class ObjectListing:
    """One page; `token` is S3's own, None at the end."""

    prefixes: list[str]
    objects: list[ObjectSummary]
    token: str | None


class ObjectLister(Protocol):
    """One bucket's listing."""

    @property
    def bucket(self) -> str:
        """The bucket's name."""
        ...

    def list_page(
        self, prefix: str, token: str | None, limit: int, *, recursive: bool
    ) -> ObjectListing:
        """List what lies directly below a prefix, up to the next `/`, or all that begins with it.

        Raises:
            Forbidden: access_denied
            InvalidInput: cursor_invalid, where S3 does not know the token
        """
        ...


# With a delete marker the object is hidden, and its versions stay.
Removal = Literal["deleted", "delete-marker"]
Outcome = Removal | S3LoaderError


class ObjectRemover(Protocol):
    """Deletes objects of one bucket; to delete what is not there is a success for S3."""

    @property
    def bucket(self) -> str:
        """The bucket's name."""
        ...

    @property
    def region(self) -> str:
        """The bucket's region."""
        ...

    def remove_batch(self, keys: Sequence[str]) -> Mapping[str, Outcome]:
        """Delete up to 1,000 keys and return what S3 says of each, which may be of fewer.

        Raises:
            S3LoaderError: of any kind, about the call as a whole
        """
        ...

    def remove_one(self, key: str) -> Removal:
        """Delete one key.

        Raises:
            Forbidden: access_denied with the action s3:DeleteObject; object_locked
        """
        ...
