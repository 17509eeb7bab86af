"""Telling whether a deletion in a bucket can be undone."""

from collections.abc import Callable
from typing import TypeVar

from s3loader.buckets.models import BucketProtection
from s3loader.buckets.ports import ProtectionReader
from s3loader.errors import AwsFailure, Forbidden

Setting = TypeVar("Setting")


def read_protection(reader: ProtectionReader) -> BucketProtection:
    """Read versioning and Object Lock; what the caller may not read is unknown."""
    lock = _or_unknown(reader.object_lock)
    return BucketProtection(
        versioning=_or_unknown(reader.versioning) or "unknown",
        object_lock=lock.state if lock else "unknown",
        default_retention=lock.default_retention if lock else None,
    )


def _or_unknown(read: Callable[[], Setting]) -> Setting | None:
    """Some servers answer that they do not have the setting at all, which tells as little."""
    try:
        return read()
    except (Forbidden, AwsFailure):
        return None
