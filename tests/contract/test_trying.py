"""Trying to delete because a person asks: it tells the truth and leaves nothing behind."""

import json
from typing import Any

import boto3
import pytest
from mypy_boto3_iam import IAMClient
from mypy_boto3_s3 import S3Client

from local.embedded_aws import ADMINISTRATOR, REGION
from tests.contract.api import Api
from tests.contract.cast import Cast
from tests.contract.iam_user import (
    create_user,
    document,
    put_user_policy,
    register_keys,
    register_user,
)
from tests.contract.identities import Identity, allow
from tests.local.running_stack import RunningStack

READING = ["s3:ListBucket", "s3:GetObject"]


def deleting(actions: list[dict[str, Any]]) -> dict[str, Any]:
    return next(found for found in actions if found["action"] == "s3:DeleteObject")


def ask(api: Api, bucket: str) -> dict[str, Any]:
    told = api.get("/api/permissions/effective", {"bucket": bucket, "prefix": "in/"})
    return deleting(told.json()["actions"])


def try_it(api: Api, bucket: str) -> dict[str, Any]:
    body = {"bucket": bucket, "prefix": "in/", "action": "s3:DeleteObject"}
    tried = api.post("/api/permissions/try", body)
    assert tried.status_code == 200, tried.text
    return deleting(tried.json()["actions"])


def delete(api: Api, bucket: str, *keys: str) -> list[str]:
    body = {"bucket": bucket, "keys": [*keys], "confirmation": "delete"}
    answer = api.post("/api/objects/delete", body).json()
    if "results" not in answer:
        return [answer["code"]] * len(keys)
    return [found["code"] or found["outcome"] for found in answer["results"]]


@pytest.fixture
def full(s3: S3Client, bucket: str) -> str:
    """A bucket with two objects."""
    for key in ("in/a", "in/b"):
        s3.put_object(Bucket=bucket, Key=key, Body=b"x")
    return bucket


def keys_of(s3: S3Client, bucket: str) -> list[str]:
    return [found["Key"] for found in s3.list_objects_v2(Bucket=bucket)["Contents"]]


def user(stack: RunningStack, iam: IAMClient, *actions: str) -> Api:
    """A user who may do these things and read no policies."""
    name = create_user(iam)
    put_user_policy(iam, name, "own", document(*actions))
    return register_user(stack, iam, name)


def session(stack: RunningStack, iam: IAMClient, name: str, *actions: str) -> Api:
    """A role's session, whose session policy nobody can read."""
    sts = boto3.Session(*ADMINISTRATOR, region_name=REGION).client(
        "sts", endpoint_url=stack.aws_endpoint
    )
    keys = Cast(iam, sts).make(Identity(name, inline=(allow([*actions]),), role=True))
    sts.close()
    return register_keys(stack, keys.key_id, keys.secret, keys.session_token)


@pytest.mark.parametrize("temporary", [False, True], ids=["user", "session"])
def test_who_may_delete_is_told_so_and_can(
    stack: RunningStack, iam: IAMClient, s3: S3Client, full: str, temporary: bool
) -> None:
    may = ["s3:*Object", "s3:GetBucketPolicy"]
    api = session(stack, iam, "may-delete", *may) if temporary else user(stack, iam, *may)
    before = ask(api, full)
    assert (before["verdict"], before["triable"]) == ("unknown", True)
    told = try_it(api, full)
    assert (told["verdict"], told["source"], told["triable"]) == ("allowed", "observed", False)
    assert keys_of(s3, full) == ["in/a", "in/b"]
    assert delete(api, full, "in/a") == ["deleted"]
    assert keys_of(s3, full) == ["in/b"]


@pytest.mark.parametrize("temporary", [False, True], ids=["user", "session"])
def test_who_may_not_delete_is_told_so_and_cannot(
    stack: RunningStack, iam: IAMClient, s3: S3Client, full: str, temporary: bool
) -> None:
    api = session(stack, iam, "reads", *READING) if temporary else user(stack, iam, *READING)
    assert ask(api, full)["triable"]
    told = try_it(api, full)
    assert (told["verdict"], told["source"]) == ("denied", "observed")
    assert delete(api, full, "in/a") == ["access_denied"]
    assert keys_of(s3, full) == ["in/a", "in/b"]


def test_no_delete_marker_stays(
    stack: RunningStack, iam: IAMClient, s3: S3Client, full: str
) -> None:
    s3.put_bucket_versioning(Bucket=full, VersioningConfiguration={"Status": "Enabled"})
    assert try_it(user(stack, iam, "s3:*"), full)["verdict"] == "allowed"
    assert "DeleteMarkers" not in s3.list_object_versions(Bucket=full)


def test_one_refused_key_beside_others_that_are_deleted_is_not_their_prefix(
    stack: RunningStack, iam: IAMClient, s3: S3Client, full: str
) -> None:
    keep = {
        "Effect": "Deny",
        "Principal": "*",
        "Action": "s3:DeleteObject",
        "Resource": f"arn:aws:s3:::{full}/in/a",
    }
    s3.put_bucket_policy(
        Bucket=full, Policy=json.dumps({"Version": "2012-10-17", "Statement": [keep]})
    )
    api = user(stack, iam, "s3:*Object", "s3:ListBucket")
    assert delete(api, full, "in/a", "in/b") == ["access_denied", "deleted"]
    assert ask(api, full)["verdict"] == "unknown"
