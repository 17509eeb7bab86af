"""The composition root: settings in, ports out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from s3loader.accounts.firebase import FirebaseSignIn
from s3loader.accounts.key_file import KeyFile
from s3loader.accounts.ports import KeySource
from s3loader.accounts.seal import Sealer
from s3loader.accounts.service import Accounts
from s3loader.activity.ports import Topic
from s3loader.aws.bucket import Buckets, OpenBucket
from s3loader.aws.bucket_lister import S3BucketLister
from s3loader.aws.clients import BATCHED, ClientCache, Endpoints
from s3loader.aws.cors_store import S3CorsStore
from s3loader.aws.object_lister import S3ObjectLister
from s3loader.aws.presigning import Presigner, addresses
from s3loader.aws.regions import RegionCache
from s3loader.aws.seal_secret import SealSecret
from s3loader.aws.server_account import AmbientAccount
from s3loader.aws.service_clients import ServiceClients
from s3loader.aws.sts import Sts
from s3loader.aws.topic import SnsTopic
from s3loader.aws.upload_store import S3UploadStore
from s3loader.bucket_access import BucketAccess
from s3loader.buckets.cors_doctor import CorsDoctor
from s3loader.buckets.ports import BucketLister
from s3loader.caller import Caller
from s3loader.objects.ports import ObjectLister
from s3loader.settings import Settings
from s3loader.uploads.ports import UploadStore
from s3loader.uploads.put_headers import put_headers
from s3loader.uploads.rules import UploadRules


class Runtime:
    """Everything that lives as long as the process."""

    def __init__(self, settings: Settings) -> None:
        endpoints = Endpoints(s3=settings.s3_origin, other=settings.aws_endpoint)
        own = ServiceClients(ClientCache(endpoints))
        self.settings = settings
        self.clients = ClientCache(endpoints)
        self.regions = RegionCache()
        self.access = BucketAccess(settings.allowed_buckets, settings.allowed_regions)
        self.topic = SnsTopic(own.sns, settings.sns_topic_arn) if settings.sns_topic_arn else None
        self.accounts = _accounts(settings, self.clients, self.access, _key_source(settings, own))
        self.upload_rules = UploadRules(
            settings.multipart_threshold,
            settings.max_file_size,
            settings.allowed_content_types,
            timedelta(seconds=settings.url_expiry_seconds),
        )

    def services_of(self, caller: Caller) -> "CallerServices":
        """Return the caller's AWS ports."""
        return CallerServices(self, caller)


@dataclass(frozen=True)
class CallerServices:
    """What one caller can reach, with the caller's own rights."""

    runtime: Runtime
    caller: Caller

    @property
    def access(self) -> BucketAccess:
        """The deployment's allow-lists."""
        return self.runtime.access

    @property
    def upload_rules(self) -> UploadRules:
        """What the deployment accepts."""
        return self.runtime.upload_rules

    @property
    def topic(self) -> Topic | None:
        """Where uploads are announced; the service's own, not the caller's."""
        return self.runtime.topic

    @property
    def buckets(self) -> BucketLister:
        """The account's buckets."""
        client = self.runtime.clients.get("s3", self.caller.credentials, self._home_region)
        return S3BucketLister(client, self.runtime.regions)

    def objects(self, bucket: str) -> ObjectLister:
        """A bucket's listing."""
        return S3ObjectLister(self._buckets.open(bucket))

    def uploads(self, bucket: str) -> UploadStore:
        """Uploads into a bucket."""
        opened = self._buckets.open(bucket, BATCHED)
        presigner = Presigner(
            self.caller.credentials,
            opened.region,
            self._addresses(opened),
            self.upload_rules.url_expiry,
        )
        return S3UploadStore(opened, presigner)

    def cors_doctor(self, bucket: str) -> CorsDoctor:
        """A bucket's CORS doctor, who asks anew where the bucket lies."""
        self.runtime.regions.forget(bucket)
        opened = self._buckets.open(bucket)
        example = put_headers("application/octet-stream", "cors-probe", must_be_new=True)
        return CorsDoctor(S3CorsStore(opened, self._addresses(opened)), example)

    def _addresses(self, bucket: OpenBucket) -> Sequence[str]:
        origins = self.runtime.settings.public_origins
        return addresses(bucket.name, bucket.region, origins)

    @property
    def _home_region(self) -> str:
        return self.caller.credentials.region or self.runtime.settings.aws_region

    @property
    def _buckets(self) -> Buckets:
        return Buckets(
            self.runtime.clients,
            self.runtime.regions,
            self.runtime.access,
            self.caller.credentials,
            self._home_region,
        )


def _key_source(settings: Settings, own: ServiceClients) -> KeySource:
    if settings.seal_secret_arn:
        return SealSecret(own.secrets, settings.seal_secret_arn)
    assert settings.seal_key_file  # noqa: S101 - Settings demands one of the two
    return KeyFile(settings.seal_key_file)


def _accounts(
    settings: Settings, clients: ClientCache, access: BucketAccess, keys: KeySource
) -> Accounts:
    sts = Sts(clients, local=settings.aws_endpoint is not None)
    project = settings.firebase_project_id
    return Accounts(
        sealer=Sealer(keys),
        identities=sts,
        server_account=AmbientAccount(sts, settings.aws_region),
        sign_in=FirebaseSignIn(project, settings.sign_in_domains) if project else None,
        lending=settings.server_credentials,
        access=access,
        default_region=settings.aws_region,
    )
