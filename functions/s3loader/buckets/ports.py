"""What buckets need from AWS."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from s3loader.buckets.cors_rules import StoredRule
from s3loader.buckets.models import Bucket, CorsProbe, Retention


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


class CorsStore(Protocol):
    """One bucket's CORS rules."""

    @property
    def bucket(self) -> str:
        """The bucket's name."""
        ...

    @property
    def region(self) -> str:
        """The bucket's region."""
        ...

    def read(self) -> list[StoredRule]:
        """Read the rules in their order; none where the bucket has no configuration.

        Raises:
            Forbidden: access_denied with the action s3:GetBucketCORS
        """
        ...

    def write(self, rules: Sequence[StoredRule]) -> None:
        """Replace all rules.

        Raises:
            Forbidden: access_denied with the action s3:PutBucketCORS
        """
        ...

    def sign_probes(self, headers: Mapping[str, str]) -> list[CorsProbe]:
        """Sign a harmless PUT with an upload's headers, one for each address of the bucket."""
        ...


@dataclass(frozen=True)
class ObjectLock:
    """Whether versions can be locked, and how new ones are by default."""

    state: Literal["off", "on"]
    default_retention: Retention | None


class ProtectionReader(Protocol):
    """Reads what keeps one bucket's objects from being lost."""

    def versioning(self) -> Literal["off", "enabled", "suspended"]:
        """Read whether versions are kept.

        Raises:
            Forbidden: access_denied with the action s3:GetBucketVersioning
        """
        ...

    def object_lock(self) -> ObjectLock:
        """Read the Object Lock configuration.

        Raises:
            Forbidden: access_denied with the action s3:GetBucketObjectLockConfiguration
        """
        ...
