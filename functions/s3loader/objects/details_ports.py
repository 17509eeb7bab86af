"""What details, previews and links need from S3."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from s3loader.objects.details_models import ObjectHead, Tags, Versions


@dataclass(frozen=True)
class AskedObject:
    """An object, or one version of it, and whether the caller agrees to pay for requests."""

    key: str
    version_id: str | None = None
    requester_pays: bool = False


class ObjectInspector(Protocol):
    """Reads about one bucket's objects."""

    def head(self, asked: AskedObject) -> ObjectHead:
        """Read the headers.

        Raises:
            Missing: not_found; also for a delete marker
            Forbidden: access_denied; also for a missing object where listing is denied
            InvalidInput: customer_key_needed
        """
        ...

    def tags(self, asked: AskedObject) -> Tags:
        """Read the tags.

        Raises:
            Forbidden: access_denied with the action s3:GetObjectTagging (or its Version)
        """
        ...

    def versions(self, asked: AskedObject) -> Versions:
        """List the newest 100 versions of the key, whichever version is asked.

        Raises:
            Forbidden: access_denied with the action s3:ListBucketVersions
        """
        ...


class ObjectLinks(Protocol):
    """Signs GETs of one bucket's objects, all for the same time."""

    def expiry(self) -> datetime:
        """Return until when a link signed from now on works."""
        ...

    def sign(self, asked: AskedObject, disposition: str, content_type: str | None = None) -> str:
        """Return the URL of a GET.

        Args:
            disposition: the Content-Disposition of S3's answer
            content_type: the Content-Type of S3's answer; None for the stored one
        """
        ...
