"""ListBuckets, one page at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from s3loader.aws.failures import aws_failures
from s3loader.aws.regions import RegionCache
from s3loader.buckets.models import Bucket
from s3loader.buckets.ports import BucketListing

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client
    from mypy_boto3_s3.type_defs import BucketTypeDef, ListBucketsRequestTypeDef

_PAGE = 1000


class S3BucketLister:
    """The buckets of the client's account."""

    def __init__(self, client: S3Client, regions: RegionCache) -> None:
        self._client = client
        self._regions = regions

    def list_page(self, token: str | None) -> BucketListing:
        """List up to 1,000 buckets; S3 names regions only when a page size is given."""
        request: ListBucketsRequestTypeDef = {"MaxBuckets": _PAGE}
        if token:
            request["ContinuationToken"] = token
        with aws_failures("*"):
            page = self._client.list_buckets(**request)
        buckets = [self._bucket(found) for found in page.get("Buckets", [])]
        return BucketListing(buckets, page.get("ContinuationToken"))

    def _bucket(self, found: BucketTypeDef) -> Bucket:
        name = found["Name"]
        region = found.get("BucketRegion")
        if region:
            self._regions.put(name, region)
        return Bucket(
            name=name,
            region=region or self._regions.get(name),
            created_at=found.get("CreationDate"),
        )
