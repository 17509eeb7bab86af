from typing import Any

import pytest
from botocore.exceptions import ClientError
from s3loader.aws.bucket import OpenBucket
from s3loader.aws.bucket_protection import S3BucketProtection
from s3loader.aws.regions import RegionCache
from s3loader.buckets.models import BucketProtection, Retention
from s3loader.buckets.protection import read_protection
from s3loader.caller import Credentials
from s3loader.deadline import Deadline
from s3loader.errors import Missing

from tests.unit.aws.witness import WITNESS

LEE = Credentials("AKIALEELEELEELEELEE1", "lee-secret")


class Client:
    """Answers with what it is given; a word is an error code of S3's."""

    def __init__(self, versioning: dict[str, Any] | str, lock: dict[str, Any] | str) -> None:
        self._versioning = versioning
        self._lock = lock

    def get_bucket_versioning(self, Bucket: str) -> dict[str, Any]:
        return _answer(self._versioning, "GetBucketVersioning")

    def get_object_lock_configuration(self, Bucket: str) -> dict[str, Any]:
        return _answer(self._lock, "GetObjectLockConfiguration")


def _answer(told: dict[str, Any] | str, operation: str) -> dict[str, Any]:
    if isinstance(told, str):
        raise ClientError({"Error": {"Code": told}}, operation)
    return told


NO_LOCK = "ObjectLockConfigurationNotFoundError"


def protection(versioning: dict[str, Any] | str, lock: dict[str, Any] | str) -> BucketProtection:
    client: Any = Client(versioning, lock)
    bucket = OpenBucket("demo", "ap-northeast-2", LEE, client, client, RegionCache(), WITNESS)
    return read_protection(S3BucketProtection(bucket, Deadline()))


def locked(**default: object) -> dict[str, Any]:
    rule = {"Rule": {"DefaultRetention": default}} if default else {}
    return {"ObjectLockConfiguration": {"ObjectLockEnabled": "Enabled", **rule}}


@pytest.mark.parametrize(
    ("told", "state"),
    [({}, "off"), ({"Status": "Enabled"}, "enabled"), ({"Status": "Suspended"}, "suspended")],
)
def test_versioning_is_off_where_s3_says_nothing(told: dict[str, Any], state: str) -> None:
    assert protection(told, NO_LOCK).versioning == state


def test_a_bucket_without_object_lock_has_it_off() -> None:
    found = protection({}, NO_LOCK)
    assert (found.object_lock, found.default_retention) == ("off", None)


def test_object_lock_tells_how_long_new_versions_are_kept() -> None:
    found = protection({"Status": "Enabled"}, locked(Mode="GOVERNANCE", Days=30))
    assert found.object_lock == "on"
    assert found.default_retention == Retention(mode="GOVERNANCE", days=30, years=None)
    assert protection({}, locked()).default_retention is None


@pytest.mark.parametrize("code", ["AccessDenied", "NotImplemented"])
def test_what_may_not_be_read_is_unknown_and_no_error(code: str) -> None:
    found = protection(code, code)
    assert (found.versioning, found.object_lock) == ("unknown", "unknown")
    assert found.default_retention is None
    assert protection({"Status": "Enabled"}, code).versioning == "enabled"


def test_a_bucket_that_is_not_there_is_an_error() -> None:
    with pytest.raises(Missing):
        protection("NoSuchBucket", "NoSuchBucket")
