"""What routes do for one caller: AWS's ports, with the caller's own rights."""

from dataclasses import dataclass
from datetime import timedelta

from s3loader.activity.ports import Ledger, Topic
from s3loader.aws.bucket_lister import S3BucketLister
from s3loader.aws.bucket_protection import S3BucketProtection
from s3loader.aws.clients import STEADY
from s3loader.aws.cors_store import S3CorsStore
from s3loader.aws.object_inspector import S3ObjectInspector
from s3loader.aws.object_links import S3ObjectLinks
from s3loader.aws.object_lister import S3ObjectLister
from s3loader.aws.object_remover import S3ObjectRemover
from s3loader.aws.open_uploads import S3OpenUploadLister
from s3loader.bucket_access import BucketAccess
from s3loader.buckets.cors_doctor import CorsDoctor
from s3loader.buckets.ports import BucketLister, ProtectionReader
from s3loader.caller import Caller
from s3loader.caller_aws import CallerAws
from s3loader.caller_permissions import CallerPermissions
from s3loader.deadline import Deadline
from s3loader.downloads.ports import DownloadSource
from s3loader.objects.details_ports import ObjectInspector, ObjectLinks
from s3loader.objects.ports import ObjectLister, ObjectRemover
from s3loader.uploads.ports import UploadStore
from s3loader.uploads.put_headers import put_headers
from s3loader.uploads.rules import UploadRules
from s3loader.uploads.unfinished_ports import OpenUploadLister


@dataclass(frozen=True)
class CallerServices:
    """The ports of one request."""

    aws: CallerAws

    @property
    def caller(self) -> Caller:
        """Who asks."""
        return self.aws.caller

    @property
    def deadline(self) -> Deadline:
        """After which the request begins nothing more."""
        return self.aws.deadline

    @property
    def access(self) -> BucketAccess:
        """What the deployment allows to this caller."""
        return self.aws.access

    @property
    def upload_rules(self) -> UploadRules:
        """What the deployment accepts."""
        return self.aws.runtime.upload_rules

    @property
    def url_expiry(self) -> timedelta:
        """How long a URL for a transfer works."""
        return self.aws.runtime.url_expiry

    @property
    def topic(self) -> Topic | None:
        """Where events are announced; the service's own, not the caller's."""
        return self.aws.runtime.topic

    @property
    def statistics(self) -> Ledger | None:
        """Where what callers did is counted; None where nothing is."""
        return self.aws.runtime.statistics

    @property
    def permissions(self) -> CallerPermissions:
        """What the caller may do."""
        return CallerPermissions(self.aws)

    @property
    def buckets(self) -> BucketLister:
        """The account's buckets."""
        return S3BucketLister(self.aws.client("s3", patience=STEADY), self.aws.runtime.regions)

    def objects(self, bucket: str, *, requester_pays: bool) -> ObjectLister:
        """A bucket's listing."""
        return S3ObjectLister(self.aws.open(bucket, STEADY), requester_pays=requester_pays)

    def object_inspector(self, bucket: str) -> ObjectInspector:
        """What reads about a bucket's objects."""
        return S3ObjectInspector(self.aws.open(bucket), self.deadline)

    def object_links(self, bucket: str, lifetime: timedelta) -> ObjectLinks:
        """What signs links to a bucket's objects, each for the same time."""
        return S3ObjectLinks(self.aws.presigner(self.aws.open(bucket), lifetime))

    def object_remover(self, bucket: str, *, requester_pays: bool) -> ObjectRemover:
        """What deletes a bucket's objects."""
        return S3ObjectRemover(self.aws.open(bucket), requester_pays=requester_pays)

    def uploads(self, bucket: str) -> UploadStore:
        """Uploads into a bucket."""
        return self.aws.uploads(self.aws.open(bucket))

    def open_uploads(self, bucket: str) -> OpenUploadLister:
        """A bucket's unfinished uploads."""
        return S3OpenUploadLister(self.aws.open(bucket), self.deadline)

    def downloads(self, bucket: str, *, requester_pays: bool) -> DownloadSource:
        """Downloads from a bucket."""
        return self.aws.downloads(self.aws.open(bucket), requester_pays=requester_pays)

    def bucket_protection(self, bucket: str) -> ProtectionReader:
        """A bucket's versioning and Object Lock."""
        return S3BucketProtection(self.aws.open(bucket), self.deadline)

    def cors_doctor(self, bucket: str) -> CorsDoctor:
        """A bucket's CORS doctor, who asks anew where the bucket lies."""
        self.aws.runtime.regions.forget(bucket)
        opened = self.aws.open(bucket)
        example = put_headers("application/octet-stream", "cors-probe", must_be_new=True)
        store = S3CorsStore(opened, self.aws.addresses(opened), self.deadline)
        return CorsDoctor(store, example)
