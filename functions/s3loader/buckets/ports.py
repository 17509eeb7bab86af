"""What listing buckets needs from AWS."""

from dataclasses import dataclass
from typing import Protocol

from s3loader.buckets.models import Bucket


@dataclass(frozen=True)
class BucketListing:
    """One page; `token` is AWS's own, None at the end."""

    buckets: list[Bucket]
    token: str | None


class BucketLister(Protocol):
    """The buckets of one account."""

    def list_page(self, token: str | None) -> BucketListing:
        """List the next buckets.

        Raises:
            Forbidden: access_denied with the action s3:ListAllMyBuckets
        """
        ...
