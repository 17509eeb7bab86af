"""What listing objects needs from S3."""

from dataclasses import dataclass
from typing import Protocol

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

    def list_page(self, prefix: str, token: str | None, limit: int) -> ObjectListing:
        """List what lies directly below a prefix, up to the next `/`.

        Raises:
            Forbidden: access_denied
            InvalidInput: cursor_invalid, where S3 does not know the token
        """
        ...
