"""What a bucket says of its policy."""

from typing import Any

import pytest
from s3loader.aws.bucket import OpenBucket
from s3loader.aws.bucket_inspector import S3BucketInspector
from s3loader.aws.regions import RegionCache
from s3loader.caller import Credentials
from s3loader.deadline import Deadline
from s3loader.errors import Forbidden
from s3loader.permissions.ports import ForeignBucket

from tests.unit.aws.scripted_client import Refusal, ScriptedClient
from tests.unit.aws.witness import WITNESS

LEE = Credentials("AKIALEELEELEELEELEE1", "lee-secret")


def inspecting(aws_code: str) -> S3BucketInspector:
    def refuse(*_: object) -> dict[str, Any]:
        raise Refusal(aws_code)

    s3 = ScriptedClient("s3", refuse).client
    opened = OpenBucket("demo", "us-east-1", LEE, s3, s3, RegionCache(), WITNESS)
    return S3BucketInspector(opened, ScriptedClient("kms", refuse).client, Deadline())


def test_a_bucket_without_a_policy_has_none() -> None:
    assert inspecting("NoSuchBucketPolicy").policy() is None


def test_another_accounts_bucket_is_told_apart_from_a_hidden_policy() -> None:
    with pytest.raises(ForeignBucket):
        inspecting("MethodNotAllowed").policy()
    with pytest.raises(Forbidden) as hidden:
        inspecting("AccessDenied").policy()
    assert not isinstance(hidden.value, ForeignBucket)
