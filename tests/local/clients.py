"""S3 as one demo user sees it."""

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError
from mypy_boto3_s3 import S3Client

from tests.local.running_stack import RunningStack

_SESSION = boto3.Session(region_name="ap-northeast-2")  # making one costs ten times a client
_S3 = Config(signature_version="s3v4", s3={"addressing_style": "path"})


def s3_client(stack: RunningStack, user: str) -> S3Client:
    """A client with that user's keys."""
    keys = stack.demo["users"][user]
    return s3_with_keys(stack, keys["accessKeyId"], keys["secretAccessKey"])


def s3_with_keys(
    stack: RunningStack, key_id: str, secret: str, session_token: str | None = None
) -> S3Client:
    """A client with any keys."""
    return _SESSION.client(
        "s3",
        endpoint_url=stack.aws_endpoint,
        config=_S3,
        aws_access_key_id=key_id,
        aws_secret_access_key=secret,
        aws_session_token=session_token,
    )


def code(error: ClientError) -> str:
    """The S3 error code of a refusal."""
    return error.response["Error"]["Code"]
