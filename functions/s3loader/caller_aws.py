"""AWS as one caller reaches it in one request."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from s3loader.aws.bucket import Buckets, OpenBucket
from s3loader.aws.clients import BATCHED, Patience
from s3loader.aws.download_source import S3DownloadSource
from s3loader.aws.presigning import Presigner, addresses
from s3loader.aws.upload_store import S3UploadStore
from s3loader.bucket_access import BucketAccess
from s3loader.caller import Caller
from s3loader.deadline import Deadline
from s3loader.runtime import Runtime


@dataclass(frozen=True)
class CallerAws:
    """The caller's clients and buckets, with the caller's own rights.

    Attributes:
        deadline: after which the request begins nothing more
    """

    runtime: Runtime
    caller: Caller
    deadline: Deadline

    def client(self, service: str, region: str | None = None, patience: Patience = BATCHED) -> Any:  # noqa: ANN401
        """Return a client; IAM answers for a partition in any region."""
        return self.runtime.clients.get(
            service, self.caller.credentials, region or self._home_region, patience
        )

    @property
    def access(self) -> BucketAccess:
        """What the deployment allows to this caller."""
        person = self.caller.person
        return self.runtime.access.narrowed(person.buckets if person else None)

    def open(self, bucket: str, patience: Patience = BATCHED) -> OpenBucket:
        """Return a bucket that the caller may use here; see `Buckets.open` for what fails."""
        buckets = Buckets(
            self.runtime.clients,
            self.runtime.regions,
            self.access,
            self.caller.credentials,
            self._home_region,
            self.runtime.observations,
        )
        return buckets.open(bucket, patience)

    def uploads(self, bucket: OpenBucket) -> S3UploadStore:
        """Return uploads into a bucket."""
        return S3UploadStore(bucket, self.presigner(bucket, self.runtime.url_expiry))

    def downloads(self, bucket: OpenBucket, *, requester_pays: bool) -> S3DownloadSource:
        """Return downloads from a bucket."""
        presigner = self.presigner(bucket, self.runtime.url_expiry)
        return S3DownloadSource(bucket, presigner, self.deadline, requester_pays=requester_pays)

    def presigner(self, bucket: OpenBucket, lifetime: timedelta) -> Presigner:
        """Return what signs URLs for browsers, each for so long."""
        return Presigner(self.caller.credentials, bucket.region, self.addresses(bucket), lifetime)

    def addresses(self, bucket: OpenBucket) -> Sequence[str]:
        """Return the names by which browsers reach a bucket."""
        origins = self.runtime.settings.public_origins
        return addresses(bucket.name, bucket.region, origins)

    @property
    def _home_region(self) -> str:
        return self.caller.credentials.region or self.runtime.settings.aws_region
