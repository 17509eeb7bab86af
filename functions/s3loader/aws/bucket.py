"""One bucket as one caller reaches it: the only way from a name to a client."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from s3loader.aws.clients import BATCHED, LONG, ClientCache, Patience
from s3loader.aws.failures import aws_failures
from s3loader.aws.regions import REGION_HEADER, RegionCache, find_region
from s3loader.aws.resources import bucket_arn
from s3loader.bucket_access import BucketAccess
from s3loader.caller import Credentials
from s3loader.errors import ErrorCode, S3LoaderError
from s3loader.fingerprint import fingerprint
from s3loader.permissions.asked_actions import KEY_ACTIONS, OBJECT_ACTIONS
from s3loader.permissions.observed import Observations
from s3loader.permissions.witness import Witness, prefix_of

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client
    from mypy_boto3_s3.type_defs import ResponseMetadataTypeDef

_MOVED = (ErrorCode.BUCKET_IN_OTHER_REGION, ErrorCode.BUCKET_NOT_FOUND)


@dataclass(frozen=True)
class OpenBucket:
    """A bucket whose name and region are allowed here."""

    name: str
    region: str
    credentials: Credentials
    client: S3Client
    patient_client: S3Client
    regions: RegionCache
    witness: Witness

    @contextmanager
    def failures(
        self, key: str | None = None, prefix: str | None = None, action: str | None = None
    ) -> Iterator[None]:
        """Turn botocore's exceptions into the error tree; they are about a key or the bucket.

        A bucket that turns out to be elsewhere, or gone, is looked up anew next time, and
        what S3 refuses is remembered.

        Args:
            prefix: what a listing is about
            action: the permission that the call needs, where it is not its operation's usual one
        """
        arn = bucket_arn(self.region, self.name)
        try:
            with aws_failures(arn if key is None else f"{arn}/{key}", action):
                yield
        except S3LoaderError as error:
            if error.code in _MOVED:
                self.regions.forget(self.name)
            if error.code is ErrorCode.ACCESS_DENIED:
                self._remember_refusal(error, key, prefix)
            raise

    def _remember_refusal(self, error: S3LoaderError, key: str | None, prefix: str | None) -> None:
        action = str(error.params["action"])
        if action in KEY_ACTIONS:
            self.witness.saw_key_refused(action, str(error.params["resource"]))
        elif action in OBJECT_ACTIONS and key is not None:
            self.witness.saw_refused(action, key)
        else:
            self.witness.saw(action, prefix if key is None else prefix_of(key), let_through=False)

    def notice_region(self, answer: ResponseMetadataTypeDef) -> None:
        """Learn where the bucket is now: botocore follows it there, a presigned URL would not."""
        told = answer["HTTPHeaders"].get(REGION_HEADER, self.region)
        if told != self.region:
            self.regions.put(self.name, told)


@dataclass(frozen=True)
class Buckets:
    """Opens buckets for one caller."""

    clients: ClientCache
    regions: RegionCache
    access: BucketAccess
    credentials: Credentials
    home_region: str
    observations: Observations

    def open(self, bucket: str, patience: Patience = BATCHED) -> OpenBucket:
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
            regions=self.regions,
            witness=Witness(self.observations, fingerprint(self.credentials), bucket),
            client=self.clients.get("s3", self.credentials, region, patience),
            patient_client=self.clients.get("s3", self.credentials, region, LONG),
        )

    def _region_of(self, bucket: str) -> str:
        known = self.regions.get(bucket)
        if known:
            return known
        client = self.clients.get("s3", self.credentials, self.home_region, BATCHED)
        found = find_region(client, bucket)
        if found:
            self.regions.put(bucket, found)
        return found or self.home_region
