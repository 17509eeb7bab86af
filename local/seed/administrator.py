"""Clients with the embedded AWS's root keys."""

import boto3
from botocore.config import Config
from mypy_boto3_iam import IAMClient
from mypy_boto3_s3 import S3Client
from mypy_boto3_sns import SNSClient

from local.embedded_aws import ADMINISTRATOR, REGION

_S3 = Config(signature_version="s3v4", s3={"addressing_style": "path"})


def s3(endpoint: str) -> S3Client:
    """Makes and fills buckets."""
    return _session().client("s3", endpoint_url=endpoint, config=_S3)


def iam(endpoint: str) -> IAMClient:
    """Makes users and their keys."""
    return _session().client("iam", endpoint_url=endpoint)


def sns(endpoint: str) -> SNSClient:
    """Makes the topic."""
    return _session().client("sns", endpoint_url=endpoint)


def _session() -> boto3.Session:
    key_id, secret = ADMINISTRATOR
    return boto3.Session(key_id, secret, region_name=REGION)
