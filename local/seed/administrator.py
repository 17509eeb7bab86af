"""Clients with a local AWS's root keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import boto3
from botocore.config import Config

from local.embedded_aws import ADMINISTRATOR, REGION

if TYPE_CHECKING:
    from mypy_boto3_iam import IAMClient
    from mypy_boto3_s3 import S3Client
    from mypy_boto3_sns import SNSClient
    from mypy_boto3_sqs import SQSClient

_S3 = Config(signature_version="s3v4", s3={"addressing_style": "path"})

# Who polls has pauses of their own.
_SQS = Config(read_timeout=10, retries={"total_max_attempts": 1})


def s3(endpoint: str) -> S3Client:
    """Makes and fills buckets."""
    return _session().client("s3", endpoint_url=endpoint, config=_S3)


def iam(endpoint: str) -> IAMClient:
    """Makes users and their keys."""
    return _session().client("iam", endpoint_url=endpoint)


def sns(endpoint: str) -> SNSClient:
    """Makes the topic."""
    return _session().client("sns", endpoint_url=endpoint)


def sqs(endpoint: str) -> SQSClient:
    """Makes the queue of events, and takes them from it."""
    return _session().client("sqs", endpoint_url=endpoint, config=_SQS)


def _session() -> boto3.Session:
    key_id, secret = ADMINISTRATOR
    return boto3.Session(key_id, secret, region_name=REGION)
