"""What a bucket, and the key that encrypts it, say about who may do what."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from botocore.exceptions import ClientError

from s3loader.aws.bucket import OpenBucket
from s3loader.aws.failures import aws_failures
from s3loader.aws.policy_holder import checked_document
from s3loader.deadline import Deadline
from s3loader.errors import ErrorCode
from s3loader.permissions.ports import ForeignBucket, PolicyDocument

if TYPE_CHECKING:
    from mypy_boto3_kms import KMSClient
    from mypy_boto3_s3.type_defs import ServerSideEncryptionConfigurationOutputTypeDef

_NO_POLICY = "NoSuchBucketPolicy"
# https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketPolicy.html
_OF_ANOTHER_ACCOUNT = "MethodNotAllowed"
_NO_ENCRYPTION = "ServerSideEncryptionConfigurationNotFoundError"
# AWS's own key: everybody in the account may use it through S3.
_AWS_KEY = "alias/aws/s3"


class S3BucketInspector:
    """Reads with the caller's rights until a deadline; KMS is asked in the bucket's region."""

    def __init__(self, bucket: OpenBucket, kms: KMSClient, deadline: Deadline) -> None:
        self._bucket = bucket
        self._kms = kms
        self._deadline = deadline

    @property
    def region(self) -> str:
        """The bucket's region."""
        return self._bucket.region

    def policy(self) -> PolicyDocument | None:
        """Read the bucket's policy; None where it has none.

        Raises:
            ForeignBucket: access_denied
            Forbidden: access_denied
        """
        self._deadline.check()
        with self._bucket.failures():
            try:
                answer = self._bucket.client.get_bucket_policy(Bucket=self._bucket.name)
            except ClientError as error:
                if error.response["Error"]["Code"] == _NO_POLICY:
                    return None
                if error.response["Error"]["Code"] == _OF_ANOTHER_ACCOUNT:
                    raise _foreign(self._bucket.name) from None
                raise
            return _parsed(answer["Policy"])

    def encryption_key(self) -> str | None:
        """Read which KMS key the default encryption names (ARN, id or alias); None for none.

        Raises:
            Forbidden: access_denied
        """
        self._deadline.check()
        with self._bucket.failures():
            try:
                answer = self._bucket.client.get_bucket_encryption(Bucket=self._bucket.name)
            except ClientError as error:
                if error.response["Error"]["Code"] == _NO_ENCRYPTION:
                    return None
                raise
            return _named_key(answer["ServerSideEncryptionConfiguration"])

    def key_arn(self, key: str) -> str:
        """Return the ARN by which policies name a key; only KMS knows an alias's.

        Raises:
            Forbidden: access_denied
        """
        if ":key/" in key:
            return key
        self._deadline.check()
        with aws_failures(key):
            return self._kms.describe_key(KeyId=key)["KeyMetadata"]["Arn"]

    def key_policy(self, key: str) -> PolicyDocument:
        """Read a KMS key's policy.

        Raises:
            Forbidden: access_denied
        """
        arn = self.key_arn(key) if "alias/" in key else key
        self._deadline.check()
        with aws_failures(arn):
            return _parsed(self._kms.get_key_policy(KeyId=arn, PolicyName="default")["Policy"])


def _foreign(bucket: str) -> ForeignBucket:
    return ForeignBucket(
        ErrorCode.ACCESS_DENIED,
        f"{bucket} belongs to another account, which alone may read its policy.",
        {"action": "", "resource": bucket},
    )


def _named_key(encryption: ServerSideEncryptionConfigurationOutputTypeDef) -> str | None:
    for rule in encryption["Rules"]:
        default = rule.get("ApplyServerSideEncryptionByDefault", {})
        key = default.get("KMSMasterKeyID")
        if key and not key.endswith(_AWS_KEY):
            return key
    return None


def _parsed(text: str) -> PolicyDocument:
    try:
        return checked_document(json.loads(text))
    except ValueError:
        return checked_document(text)
