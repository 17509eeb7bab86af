"""Which region a bucket lies in."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import TYPE_CHECKING

from botocore.exceptions import ClientError

from s3loader.aws.failures import aws_failures
from s3loader.errors import ErrorCode, Missing

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

REGION_HEADER = "x-amz-bucket-region"


class RegionCache:
    """Regions of the buckets seen last; a bucket's region is the same for every caller."""

    def __init__(self, size: int = 4096) -> None:
        self._size = size
        self._regions: OrderedDict[str, str] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, bucket: str) -> str | None:
        """Return the region, if known."""
        return self._regions.get(bucket)

    def put(self, bucket: str, region: str) -> None:
        """Remember a region."""
        with self._lock:
            self._regions[bucket] = region
            while len(self._regions) > self._size:
                self._regions.popitem(last=False)

    def forget(self, bucket: str) -> None:
        """Look a bucket up anew next time."""
        with self._lock:
            self._regions.pop(bucket, None)


def find_region(client: S3Client, bucket: str) -> str | None:
    """Ask S3, which names the region even to those who may not see the bucket.

    Returns:
        The region, or None where the answer has no x-amz-bucket-region.

    Raises:
        Missing: bucket_not_found
        AwsUnreachable: no answer
    """
    with aws_failures(bucket):
        try:
            headers = client.head_bucket(Bucket=bucket)["ResponseMetadata"]["HTTPHeaders"]
        except ClientError as error:
            answer = error.response["ResponseMetadata"]
            if answer["HTTPStatusCode"] == 404:
                raise _not_found(bucket) from None
            headers = answer["HTTPHeaders"]
    return headers.get(REGION_HEADER)


def _not_found(bucket: str) -> Missing:
    return Missing(
        ErrorCode.BUCKET_NOT_FOUND,
        "There is no bucket of that name. Check the name.",
        {"bucket": bucket},
    )
