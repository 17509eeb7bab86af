"""Deleting through the API, with IAM enforced."""

import uuid
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import pytest
from botocore.exceptions import ClientError
from mypy_boto3_iam import IAMClient
from mypy_boto3_s3 import S3Client

from local.embedded_aws import REGION
from tests.contract.api import Api, register
from tests.contract.iam_user import create_user, document, put_user_policy, register_user
from tests.contract.identities import deny
from tests.local.running_stack import RunningStack


@pytest.fixture
def full(stack: RunningStack) -> Api:
    return register(stack, "demo-full")


def put(s3: S3Client, bucket: str, *keys: str) -> None:
    for key in keys:
        s3.put_object(Bucket=bucket, Key=key, Body=b"x")


def delete(api: Api, bucket: str, keys: Sequence[str]) -> list[dict[str, Any]]:
    body = {"bucket": bucket, "keys": keys, "confirmation": "delete"}
    answer = api.post("/api/objects/delete", body)
    assert answer.status_code == 200, answer.text
    results: list[dict[str, Any]] = answer.json()["results"]
    assert [result["key"] for result in results] == list(dict.fromkeys(keys))
    return results


def outcomes(results: Sequence[dict[str, Any]]) -> list[str]:
    return [result["code"] or result["outcome"] for result in results]


def left(s3: S3Client, bucket: str) -> list[str]:
    return [found["Key"] for found in s3.list_objects_v2(Bucket=bucket).get("Contents", [])]


ODD = [
    "한글 이름.txt",
    "a+b%20c&d=e",
    "'\"<>\\ ?#",
    " ",
    "😀",
    "tab\tline\nreturn\r",
    "bell\x07",
    "a/../b",
    "a//b",
]


def test_the_keys_that_were_asked_are_gone_and_no_others(
    s3: S3Client, full: Api, bucket: str
) -> None:
    put(s3, bucket, *ODD, "stays", "한글 이름")
    assert outcomes(delete(full, bucket, [*ODD, ODD[0]])) == ["deleted"] * len(ODD)
    assert left(s3, bucket) == ["stays", "한글 이름"]


def test_a_folder_is_its_marker_alone(s3: S3Client, full: Api, bucket: str) -> None:
    put(s3, bucket, "a/", "a/b", "a/c/d")
    delete(full, bucket, ["a/"])
    assert left(s3, bucket) == ["a/b", "a/c/d"]


def test_what_is_not_there_is_deleted_too(full: Api, bucket: str) -> None:
    assert outcomes(delete(full, bucket, ["absent"])) == ["deleted"]


def test_a_thousand_keys_go_in_one_call(s3: S3Client, full: Api, bucket: str) -> None:
    keys = [f"many/{number:04}" for number in range(1000)]
    put(s3, bucket, *keys, "stays")
    assert set(outcomes(delete(full, bucket, keys))) == {"deleted"}
    assert left(s3, bucket) == ["stays"]


def test_more_than_a_thousand_are_refused(full: Api, bucket: str) -> None:
    body = {"bucket": bucket, "keys": [f"{n}" for n in range(1001)], "confirmation": "delete"}
    assert full.post("/api/objects/delete", body).json()["code"] == "invalid_request"


@pytest.mark.parametrize("word", ["", "Delete", "delete ", "DELETE", "삭제", "yes"])
def test_without_the_very_word_nothing_is_deleted(
    s3: S3Client, full: Api, bucket: str, word: str
) -> None:
    put(s3, bucket, "a")
    refused = full.post(
        "/api/objects/delete", {"bucket": bucket, "keys": ["a"], "confirmation": word}
    )
    assert (refused.status_code, refused.json()["code"]) == (400, "confirmation_wrong")
    assert left(s3, bucket) == ["a"]


def test_where_versions_are_kept_the_object_is_hidden_and_can_come_back(
    s3: S3Client, full: Api, bucket: str
) -> None:
    s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
    put(s3, bucket, "a", "bell\x07")
    assert outcomes(delete(full, bucket, ["a", "bell\x07"])) == ["delete-marker"] * 2
    assert left(s3, bucket) == []
    versions = s3.list_object_versions(Bucket=bucket, Prefix="a")
    assert [version["Key"] for version in versions["Versions"]] == ["a"]
    s3.delete_object(Bucket=bucket, Key="a", VersionId=versions["DeleteMarkers"][0]["VersionId"])
    assert left(s3, bucket) == ["a"]


def test_a_reader_is_refused_and_told_which_permission_lacks(
    stack: RunningStack, s3: S3Client, bucket: str
) -> None:
    put(s3, bucket, "a", "bell\x07")
    body = {"bucket": bucket, "keys": ["a", "bell\x07"], "confirmation": "delete"}
    refused = register(stack, "demo-reader").post("/api/objects/delete", body)
    assert (refused.status_code, refused.json()["code"]) == (403, "access_denied")
    told = {"action": "s3:DeleteObject", "resource": f"arn:aws:s3:::{bucket}/a"}
    assert refused.json()["params"] == told
    assert left(s3, bucket) == ["a", "bell\x07"]


def test_who_may_delete_below_one_prefix_deletes_there_and_nowhere_else(
    stack: RunningStack, iam: IAMClient, s3: S3Client, bucket: str
) -> None:
    put(s3, bucket, "mine/a", "theirs/a")
    user = create_user(iam)
    allowed = document("s3:DeleteObject", resource=f"arn:aws:s3:::{bucket}/mine/*")
    put_user_policy(iam, user, "deletes", allowed)
    api = register_user(stack, iam, user)
    assert outcomes(delete(api, bucket, ["mine/a", "theirs/a"])) == ["deleted", "access_denied"]
    assert left(s3, bucket) == ["theirs/a"]


def test_of_2500_keys_exactly_the_denied_ones_stay_and_every_one_is_told(
    stack: RunningStack, iam: IAMClient, s3: S3Client, bucket: str
) -> None:
    keys = [f"{'kept' if number % 10 == 0 else 'many'}/{number:04}" for number in range(2500)]
    put(s3, bucket, *keys)
    api = register_user(stack, iam, keeper(iam, bucket))
    results = [
        result
        for start in range(0, len(keys), 1000)
        for result in delete(api, bucket, keys[start : start + 1000])
    ]
    assert [result["key"] for result in results] == keys
    denied = [result["key"] for result in results if result["code"] == "access_denied"]
    assert denied == [key for key in keys if key.startswith("kept/")]
    assert sum(result["outcome"] == "deleted" for result in results) == 2250
    assert left(s3, bucket) == denied


def keeper(iam: IAMClient, bucket: str) -> str:
    """Makes a user who may delete everything but what lies below kept/."""
    user = create_user(iam)
    everything, kept = f"arn:aws:s3:::{bucket}/*", f"arn:aws:s3:::{bucket}/kept/*"
    policy = document("s3:DeleteObject", resource=everything)
    policy["Statement"].append(deny("s3:DeleteObject", kept))
    put_user_policy(iam, user, "deletes", policy)
    return user


def test_a_locked_version_stays_below_the_delete_marker(
    stack: RunningStack, s3: S3Client, full: Api
) -> None:
    bucket = f"locked-{uuid.uuid4()}"
    s3.create_bucket(
        Bucket=bucket,
        CreateBucketConfiguration={"LocationConstraint": REGION},
        ObjectLockEnabledForBucket=True,
    )
    locked = s3.put_object(
        Bucket=bucket,
        Key="a",
        Body=b"x",
        ObjectLockMode="COMPLIANCE",
        ObjectLockRetainUntilDate=datetime(2099, 1, 1, tzinfo=UTC),
    )["VersionId"]
    assert outcomes(delete(full, bucket, ["a"])) == ["delete-marker"]
    assert left(s3, bucket) == []
    with pytest.raises(ClientError, match="AccessDenied"):
        s3.delete_object(Bucket=bucket, Key="a", VersionId=locked)
    assert s3.get_object(Bucket=bucket, Key="a", VersionId=locked)["Body"].read() == b"x"
    asked = {"bucket": bucket, "key": "a", "versionId": locked}
    versions = full.get("/api/objects/details", asked).json()["versions"]["versions"]
    assert [version["isDeleteMarker"] for version in versions] == [True, False]
