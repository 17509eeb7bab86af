"""Versioning and Object Lock of one bucket."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from botocore.exceptions import ClientError

from s3loader.aws.bucket import OpenBucket
from s3loader.buckets.models import Retention
from s3loader.buckets.ports import ObjectLock
from s3loader.deadline import Deadline

if TYPE_CHECKING:
    from mypy_boto3_s3.type_defs import ObjectLockConfigurationTypeDef

_STATES: Final[dict[str, Literal["enabled", "suspended"]]] = {
    "Enabled": "enabled",
    "Suspended": "suspended",
}
_NO_LOCK = "ObjectLockConfigurationNotFoundError"
_OFF = ObjectLock(state="off", default_retention=None)


class S3BucketProtection:
    """Reads with the caller's rights until a deadline."""

    def __init__(self, bucket: OpenBucket, deadline: Deadline) -> None:
        self._bucket = bucket
        self._deadline = deadline

    def versioning(self) -> Literal["off", "enabled", "suspended"]:
        """Read whether versions are kept; S3 says nothing where they never were."""
        self._deadline.check()
        with self._bucket.failures():
            answer = self._bucket.client.get_bucket_versioning(Bucket=self._bucket.name)
        return _STATES.get(answer.get("Status", ""), "off")

    def object_lock(self) -> ObjectLock:
        """Read the Object Lock configuration."""
        self._deadline.check()
        with self._bucket.failures():
            try:
                answer = self._bucket.client.get_object_lock_configuration(Bucket=self._bucket.name)
            except ClientError as error:
                if error.response["Error"]["Code"] == _NO_LOCK:
                    return _OFF
                raise
        return _lock(answer.get("ObjectLockConfiguration", {}))


def _lock(found: ObjectLockConfigurationTypeDef) -> ObjectLock:
    if found.get("ObjectLockEnabled") != "Enabled":
        return _OFF
    default = found.get("Rule", {}).get("DefaultRetention", {})
    mode = default.get("Mode")
    if mode is None:
        return ObjectLock(state="on", default_retention=None)
    retention = Retention(
        mode=mode, days=default.get("Days") or None, years=default.get("Years") or None
    )
    return ObjectLock(state="on", default_retention=retention)
