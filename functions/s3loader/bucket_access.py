"""Which buckets may be touched here, and what a bucket name looks like."""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from s3loader.errors import ErrorCode, Forbidden, InvalidInput

REGION = r"[a-z]{2,4}(-[a-z]+)+-\d+"
# What may be opened: also buckets of before 2018 and access points' aliases. What may be
# created is narrower: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
BUCKET_NAME = r"(?!.*\.\.)(?!\d+\.\d+\.\d+\.\d+\Z)[A-Za-z0-9._-]{3,255}"
# Buckets of other kinds, which take other calls.
_OTHER_KINDS = (".mrap", "--x-s3", "--table-s3")

_ADVICE_ON_ARNS = "That is an ARN. Give the bucket's name, the part after the last colon."
_ADVICE_ON_ACCESS_POINTS = (
    "That is an access point's ARN. Give the access point's alias, which ends in -s3alias."
)


@dataclass(frozen=True)
class BucketAccess:
    """Allow-lists; None allows everything, an empty list nothing."""

    allowed_buckets: Collection[str] | None = None
    allowed_regions: Collection[str] | None = None

    def narrowed(self, buckets: Collection[str] | None) -> "BucketAccess":
        """Return what of it is left for who may use only these buckets; None: all of it."""
        if buckets is None:
            return self
        return replace(self, allowed_buckets=frozenset(filter(self._allows_bucket, buckets)))

    def allows(self, bucket: str, region: str | None) -> bool:
        """Tell whether a bucket may be shown."""
        return self._allows_bucket(bucket) and (region is None or self._allows_region(region))

    def check_bucket(self, bucket: str) -> None:
        """Refuse a name that is malformed or not allowed here.

        Raises:
            InvalidInput: bucket_name_is_arn, bucket_name_invalid
            Forbidden: bucket_not_allowed
        """
        check_bucket_name(bucket)
        if not self._allows_bucket(bucket):
            raise Forbidden(
                ErrorCode.BUCKET_NOT_ALLOWED,
                "This server does not serve that bucket to you. Choose one of the allowed buckets.",
                {"bucket": bucket},
            )

    def check_region(self, region: str) -> None:
        """Refuse a region that is not allowed here.

        Raises:
            Forbidden: region_not_allowed
        """
        if not self._allows_region(region):
            raise Forbidden(
                ErrorCode.REGION_NOT_ALLOWED,
                "This server does not serve that region. Choose one of the allowed regions.",
                {"region": region, "allowed": list(self.allowed_regions or ())},
            )

    def _allows_bucket(self, bucket: str) -> bool:
        return self.allowed_buckets is None or bucket in self.allowed_buckets

    def _allows_region(self, region: str) -> bool:
        return self.allowed_regions is None or region in self.allowed_regions


def check_bucket_name(bucket: str) -> None:
    """Refuse what cannot be the name of a general purpose bucket or an access point's alias.

    Raises:
        InvalidInput: bucket_name_is_arn, bucket_name_invalid
    """
    if bucket.startswith("arn:"):
        raise InvalidInput(
            ErrorCode.BUCKET_NAME_IS_ARN,
            _ADVICE_ON_ACCESS_POINTS if ":accesspoint" in bucket else _ADVICE_ON_ARNS,
            {"bucket": bucket[:2048]},
        )
    if not _is_name(bucket):
        raise InvalidInput(
            ErrorCode.BUCKET_NAME_INVALID,
            "A bucket name has 3 or more letters, digits, dots, hyphens or underscores. Check it.",
            {"bucket": bucket[:255]},
        )


def _is_name(bucket: str) -> bool:
    return re.fullmatch(BUCKET_NAME, bucket) is not None and not bucket.endswith(_OTHER_KINDS)
