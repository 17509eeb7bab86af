"""The running stack that contract tests talk to; each pytest worker that needs one has its own."""

import uuid
from collections.abc import Iterator

import pytest
from mypy_boto3_iam import IAMClient
from mypy_boto3_s3 import S3Client

from local.embedded_aws import REGION
from local.seed import administrator
from tests.local.running_stack import RunningStack, running_stack


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningStack]:
    with running_stack(tmp_path_factory.mktemp("stack")) as started:
        yield started


@pytest.fixture
def s3(stack: RunningStack) -> Iterator[S3Client]:
    """S3 with the administrator's rights."""
    client = administrator.s3(stack.aws_endpoint)
    yield client
    client.close()


@pytest.fixture
def iam(stack: RunningStack) -> Iterator[IAMClient]:
    """IAM with the administrator's rights."""
    client = administrator.iam(stack.aws_endpoint)
    yield client
    client.close()


@pytest.fixture
def bucket(s3: S3Client) -> str:
    """A new bucket without CORS rules."""
    name = f"test-{uuid.uuid4()}"
    s3.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": REGION})
    return name
