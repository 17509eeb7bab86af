"""What S3 answers at run time corrects what the policies seemed to promise."""

import json
import uuid
from typing import Any

import pytest
from mypy_boto3_iam import IAMClient
from mypy_boto3_s3 import S3Client

from local.embedded_aws import REGION
from tests.contract.api import Api
from tests.contract.iam_user import create_user, document, put_user_policy, register_user
from tests.local.running_stack import RunningStack

# The bucket's policy stays unseen, and that it denies deleting only trying can show.
MAY = ["s3:ListBucket", "s3:GetObject", "s3:PutObject", "s3:DeleteObject"]


@pytest.fixture
def bucket(s3: S3Client) -> str:
    """A bucket whose policy lets nobody delete below kept/."""
    name = f"observed-{uuid.uuid4()}"
    s3.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": REGION})
    statement = {
        "Effect": "Deny",
        "Principal": "*",
        "Action": "s3:DeleteObject",
        "Resource": f"arn:aws:s3:::{name}/kept/*",
    }
    policy = {"Version": "2012-10-17", "Statement": [statement]}
    s3.put_bucket_policy(Bucket=name, Policy=json.dumps(policy))
    s3.put_object(Bucket=name, Key="kept/a.txt", Body=b"a")
    return name


@pytest.fixture
def api(stack: RunningStack, iam: IAMClient) -> Api:
    user = create_user(iam)
    put_user_policy(iam, user, "own", document(*MAY, "iam:Get*", "iam:List*"))
    return register_user(stack, iam, user)


def deleting(api: Api, bucket: str, prefix: str, **more: str) -> dict[str, Any]:
    place = {"bucket": bucket, "prefix": prefix, **more}
    actions = api.get("/api/permissions/effective", place).json()["actions"]
    return next(found for found in actions if found["action"] == "s3:DeleteObject")


def delete(api: Api, bucket: str, *names: str) -> None:
    keys = [f"kept/{name}" for name in names]
    body = {"bucket": bucket, "keys": keys, "confirmation": "delete"}
    assert api.post("/api/objects/delete", body).json()["code"] == "access_denied"


def test_one_refused_deletion_leaves_it_open_and_may_be_tried(api: Api, bucket: str) -> None:
    deleting(api, bucket, "kept/")
    delete(api, bucket, "a.txt")
    refused = deleting(api, bucket, "kept/")
    assert (refused["verdict"], refused["source"]) == ("unknown", "observed")
    assert (refused["reasonCode"], refused["triable"]) == ("refused", True)
    body = {"bucket": bucket, "prefix": "kept/", "action": "s3:DeleteObject"}
    assert api.post("/api/permissions/try", body).status_code == 200
    assert deleting(api, bucket, "kept/")["verdict"] == "denied"


def test_refused_deletions_correct_the_verdict_at_its_prefix_until_it_is_refreshed(
    api: Api, bucket: str
) -> None:
    promised = deleting(api, bucket, "kept/")
    assert (promised["verdict"], promised["missing"]) == ("allowed", ["s3:GetBucketPolicy"])
    delete(api, bucket, "a.txt", "b.txt")
    refused = deleting(api, bucket, "kept/")
    assert (refused["verdict"], refused["source"]) == ("denied", "observed")
    assert deleting(api, bucket, "")["verdict"] == "allowed"
    assert deleting(api, bucket, "kept/", refresh="true")["verdict"] == "allowed"


def test_one_accounts_refusal_says_nothing_about_anothers(
    stack: RunningStack, iam: IAMClient, api: Api, bucket: str
) -> None:
    delete(api, bucket, "a.txt", "b.txt")
    other = create_user(iam)
    put_user_policy(iam, other, "own", document(*MAY, "iam:Get*", "iam:List*"))
    assert deleting(register_user(stack, iam, other), bucket, "kept/")["verdict"] == "allowed"
