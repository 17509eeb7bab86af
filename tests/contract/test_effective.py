"""What the app says an identity may do is what the embedded AWS lets it do."""

import json
import sys
from collections.abc import Iterator

import boto3
import httpx
import pytest
from mypy_boto3_s3 import S3Client

from local.embedded_aws import ADMINISTRATOR, REGION
from local.seed import administrator
from tests.contract.api import Api
from tests.contract.cast import Cast, Keys
from tests.contract.comparison import Comparison, table, total, unknown_share
from tests.contract.iam_user import register_keys
from tests.contract.identities import (
    EVERYTHING,
    IDENTITIES,
    OTHER,
    READY,
    Identity,
    bucket_policy,
)
from tests.contract.telling import permissions, with_tries
from tests.contract.trials import Trials, furnish
from tests.local.clients import s3_with_keys
from tests.local.running_stack import RunningStack

ROOT = Identity("root")
FEDERATED = Identity("federated")
EVERYBODY = [*IDENTITIES, ROOT, FEDERATED]


@pytest.fixture(scope="module")
def s3(stack: RunningStack) -> Iterator[S3Client]:
    client = administrator.s3(stack.aws_endpoint)
    yield client
    client.close()


@pytest.fixture(scope="module")
def keys(stack: RunningStack, s3: S3Client) -> dict[str, Keys]:
    """Makes everybody, the buckets, and the policy of one of them."""
    iam = administrator.iam(stack.aws_endpoint)
    sts = boto3.Session(*ADMINISTRATOR, region_name=REGION).client(
        "sts", endpoint_url=stack.aws_endpoint
    )
    cast = Cast(iam, sts)
    made = {identity.name: cast.make(identity) for identity in IDENTITIES}
    made["root"] = cast.make_root()
    made["federated"] = cast.make_federated([EVERYTHING])
    for bucket in (READY, OTHER):
        s3.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": REGION})
    policy = bucket_policy({name: found.arn for name, found in made.items()})
    s3.put_bucket_policy(Bucket=READY, Policy=json.dumps(policy))
    iam.close()
    sts.close()
    return made


@pytest.fixture(scope="module")
def browser() -> Iterator[httpx.Client]:
    with httpx.Client() as client:
        yield client


@pytest.fixture(scope="module")
def compared() -> list[Comparison]:
    return []


def account(stack: RunningStack, keys: Keys) -> tuple[Api, S3Client]:
    """The app and S3 as the identity uses them."""
    api = register_keys(stack, keys.key_id, keys.secret, keys.session_token)
    return api, s3_with_keys(stack, keys.key_id, keys.secret, keys.session_token)


@pytest.mark.parametrize("identity", EVERYBODY, ids=lambda identity: identity.name)
def test_nothing_allowed_is_refused_and_nothing_denied_works(
    stack: RunningStack,
    s3: S3Client,
    keys: dict[str, Keys],
    browser: httpx.Client,
    compared: list[Comparison],
    identity: Identity,
) -> None:
    api, own_s3 = account(stack, keys[identity.name])
    comparison = Comparison(identity.name)
    for bucket, prefix in identity.places:
        furnish(s3, bucket, prefix)
        untried = permissions(api, bucket, prefix)
        comparison.untried.update(found["verdict"] for found in untried)
        told = with_tries(api, bucket, prefix, untried)
        comparison.add(told, Trials(s3, own_s3, browser, bucket, prefix))
    own_s3.close()
    compared.append(comparison)
    assert comparison.false == []


def test_the_share_of_unknown_is_told(
    compared: list[Comparison], capsys: pytest.CaptureFixture[str]
) -> None:
    with capsys.disabled():
        sys.stdout.write(f"\n{table(compared)}\n")
    every = total(compared)
    assert unknown_share(every.untried) < 0.14
    assert unknown_share(every.verdicts) < 0.1
