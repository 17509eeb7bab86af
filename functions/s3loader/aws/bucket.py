"""One bucket as one caller reaches it: the only way from a name to a client."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from s3loader.aws.clients import LONG, STEADY, ClientCache, Patience
from s3loader.aws.regions import RegionCache, find_region
from s3loader.aws.resources import bucket_arn, object_arn
from s3loader.bucket_access import BucketAccess
from s3loader.caller import Credentials

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client


@dataclass(frozen=True)
class OpenBucket:
    """A bucket whose name and region are allowed here."""

    name: str
    region: str
    credentials: Credentials
    client: S3Client
    patient_client: S3Client

    @property
    def arn(self) -> str:
        """The bucket's ARN."""
        return bucket_arn(self.region, self.name)

    def object_arn(self, key: str) -> str:
        """The ARN of one of its objects."""
        return object_arn(self.region, self.name, key)


@dataclass(frozen=True)
class Buckets:
    """Opens buckets for one caller."""

    clients: ClientCache
    regions: RegionCache
    access: BucketAccess
    credentials: Credentials
    home_region: str

    def open(self, bucket: str, patience: Patience = STEADY) -> OpenBucket:
        """Check the name, find the region and return the bucket.

        Args:
            patience: of the bucket's usual calls

        Raises:
            InvalidInput: bucket_name_is_arn, bucket_name_invalid
            Forbidden: bucket_not_allowed, region_not_allowed
            Missing: bucket_not_found
        """
        self.access.check_bucket(bucket)
        region = self._region_of(bucket)
        self.access.check_region(region)
        return OpenBucket(
            name=bucket,
            region=region,
            credentials=self.credentials,
            client=self.clients.get("s3", self.credentials, region, patience),
            patient_client=self.clients.get("s3", self.credentials, region, LONG),
        )

    def _region_of(self, bucket: str) -> str:
        known = self.regions.get(bucket)
        if known:
            return known
        found = find_region(self.clients.get("s3", self.credentials, self.home_region), bucket)
        if found:
            self.regions.put(bucket, found)
        return found or self.home_region
