"""Details of objects and the protection of buckets, with IAM enforced."""

import uuid
from datetime import UTC, datetime
from typing import Any

import pytest
from mypy_boto3_iam import IAMClient
from mypy_boto3_s3 import S3Client

from local.embedded_aws import REGION
from tests.contract.api import Api, register
from tests.contract.iam_user import create_user, document, put_user_policy, register_user
from tests.local.running_stack import RunningStack


@pytest.fixture
def full(stack: RunningStack) -> Api:
    return register(stack, "demo-full")


@pytest.fixture
def reader(stack: RunningStack, iam: IAMClient) -> Api:
    """Who may read objects, but neither tags nor versions nor the bucket's settings."""
    user = create_user(iam)
    put_user_policy(iam, user, "reads", document("s3:GetObject", "s3:ListBucket"))
    return register_user(stack, iam, user)


def ask(api: Api, bucket: str, key: str, **more: str) -> tuple[int, dict[str, Any]]:
    answer = api.get("/api/objects/details", {"bucket": bucket, "key": key, **more})
    return answer.status_code, answer.json()


def details(api: Api, bucket: str, key: str, **more: str) -> dict[str, Any]:
    status, found = ask(api, bucket, key, **more)
    assert status == 200, found
    return found


def protection(api: Api, bucket: str) -> dict[str, Any]:
    found: dict[str, Any] = api.get("/api/buckets/protection", {"bucket": bucket}).json()
    return found


def keep_versions(s3: S3Client, bucket: str) -> None:
    s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})


@pytest.mark.parametrize(
    "key", ["plain.txt", "in/한글 이름.txt", "a+b%20c&d=e", "😀", "a/../b", " "]
)
def test_an_object_of_any_key_is_told(s3: S3Client, full: Api, bucket: str, key: str) -> None:
    s3.put_object(
        Bucket=bucket,
        Key=key,
        Body=b"hello",
        ContentType="text/plain",
        Metadata={"title": "report"},
        Tagging="team=a",
    )
    found = details(full, bucket, key)
    assert (found["key"], found["size"], found["contentType"]) == (key, 5, "text/plain")
    assert found["metadata"] == {"title": "report"}
    assert found["tags"] == {"kind": "tags", "tags": [{"key": "team", "value": "a"}]}
    (version,) = found["versions"]["versions"]
    assert details(full, bucket, key, versionId=version["versionId"])["size"] == 5
    assert found["archive"] == {"status": "readable", "restoredUntil": None}


def test_who_may_only_read_learns_what_else_is_hidden_and_why(
    s3: S3Client, reader: Api, bucket: str
) -> None:
    s3.put_object(Bucket=bucket, Key="a", Body=b"hello", Tagging="team=a")
    found = details(reader, bucket, "a")
    assert found["size"] == 5
    hidden = {part: found[part]["params"]["action"] for part in ("tags", "versions")}
    assert hidden == {"tags": "s3:GetObjectTagging", "versions": "s3:ListBucketVersions"}
    assert {found[part]["code"] for part in hidden} == {"access_denied"}


def test_who_may_not_read_the_object_gets_403_with_the_action(
    stack: RunningStack, iam: IAMClient, s3: S3Client, bucket: str
) -> None:
    s3.put_object(Bucket=bucket, Key="a", Body=b"hello")
    user = create_user(iam)
    put_user_policy(iam, user, "lists", document("s3:ListBucket"))
    status, problem = ask(register_user(stack, iam, user), bucket, "a")
    assert (status, problem["code"]) == (403, "access_denied")
    assert problem["params"]["action"] == "s3:GetObject"


def test_every_version_is_told_newest_first_with_its_delete_marker(
    s3: S3Client, full: Api, bucket: str
) -> None:
    keep_versions(s3, bucket)
    sizes = [1, 2, 3]
    ids = [s3.put_object(Bucket=bucket, Key="v", Body=b"x" * n)["VersionId"] for n in sizes]
    s3.put_object(Bucket=bucket, Key="v.txt", Body=b"other")
    body = {"bucket": bucket, "keys": ["v"], "confirmation": "delete"}
    (deleted,) = full.post("/api/objects/delete", body).json()["results"]
    assert deleted["outcome"] == "delete-marker"

    found = details(full, bucket, "v", versionId=ids[0])
    assert (found["size"], found["versionId"]) == (1, ids[0])
    told = found["versions"]["versions"]
    assert (told[0]["isDeleteMarker"], told[0]["isLatest"], told[0]["size"]) == (True, True, None)
    assert {version["versionId"] for version in told[1:]} == set(ids)
    assert not found["versions"]["more"]

    status, problem = ask(full, bucket, "v")
    assert (status, problem["code"]) == (404, "not_found")
    status, problem = ask(full, bucket, "v", versionId=told[0]["versionId"])
    assert (status, problem["code"]) == (404, "not_found")
    assert "delete marker" in problem["detail"]


def test_a_version_that_is_not_there_is_not_found(s3: S3Client, full: Api, bucket: str) -> None:
    keep_versions(s3, bucket)
    s3.put_object(Bucket=bucket, Key="v", Body=b"x")
    status, problem = ask(full, bucket, "v", versionId="none")
    assert (status, problem["code"]) == (404, "not_found")


def test_a_hundred_versions_are_told_and_that_there_are_more(
    s3: S3Client, full: Api, bucket: str
) -> None:
    keep_versions(s3, bucket)
    for number in range(101):
        s3.put_object(Bucket=bucket, Key="v", Body=str(number).encode())
    versions = details(full, bucket, "v")["versions"]
    assert (len(versions["versions"]), versions["more"]) == (100, True)


def test_a_lock_is_told(s3: S3Client, full: Api) -> None:
    bucket = locked_bucket(s3)
    until = datetime(2099, 1, 1, tzinfo=UTC)
    s3.put_object(
        Bucket=bucket,
        Key="kept",
        Body=b"x",
        ObjectLockMode="COMPLIANCE",
        ObjectLockRetainUntilDate=until,
        ObjectLockLegalHoldStatus="ON",
    )
    lock = details(full, bucket, "kept")["lock"]
    assert (lock["mode"], lock["legalHold"]) == ("COMPLIANCE", True)
    assert datetime.fromisoformat(lock["retainUntil"]) == until


def locked_bucket(s3: S3Client) -> str:
    name = f"locked-{uuid.uuid4()}"
    s3.create_bucket(
        Bucket=name,
        CreateBucketConfiguration={"LocationConstraint": REGION},
        ObjectLockEnabledForBucket=True,
    )
    return name


def test_a_bucket_tells_whether_deletions_can_be_undone(
    s3: S3Client, full: Api, bucket: str
) -> None:
    off = {"versioning": "off", "objectLock": "off", "defaultRetention": None}
    assert protection(full, bucket) == off
    keep_versions(s3, bucket)
    assert protection(full, bucket)["versioning"] == "enabled"
    s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Suspended"})
    assert protection(full, bucket)["versioning"] == "suspended"


def test_a_bucket_tells_its_default_retention(s3: S3Client, full: Api) -> None:
    bucket = locked_bucket(s3)
    s3.put_object_lock_configuration(
        Bucket=bucket,
        ObjectLockConfiguration={
            "ObjectLockEnabled": "Enabled",
            "Rule": {"DefaultRetention": {"Mode": "GOVERNANCE", "Days": 30}},
        },
    )
    assert protection(full, bucket) == {
        "versioning": "enabled",
        "objectLock": "on",
        "defaultRetention": {"mode": "GOVERNANCE", "days": 30, "years": None},
    }


def test_who_may_not_read_the_settings_is_told_that_they_are_unknown(
    reader: Api, bucket: str
) -> None:
    assert protection(reader, bucket) == {
        "versioning": "unknown",
        "objectLock": "unknown",
        "defaultRetention": None,
    }
