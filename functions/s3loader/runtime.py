"""The composition root: settings in, ports out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from s3loader.accounts.firebase import FirebaseSignIn
from s3loader.accounts.key_file import KeyFile
from s3loader.accounts.ports import KeySource
from s3loader.accounts.seal import Sealer
from s3loader.accounts.service import Accounts
from s3loader.activity.ports import Topic
from s3loader.aws.bucket import Buckets, OpenBucket
from s3loader.aws.bucket_inspector import S3BucketInspector
from s3loader.aws.bucket_lister import S3BucketLister
from s3loader.aws.clients import BATCHED, ClientCache, Endpoints
from s3loader.aws.cors_store import S3CorsStore
from s3loader.aws.object_lister import S3ObjectLister
from s3loader.aws.object_remover import S3ObjectRemover
from s3loader.aws.policy_reader import IamPolicyReader
from s3loader.aws.presigning import Presigner, addresses
from s3loader.aws.prober import S3Prober
from s3loader.aws.regions import RegionCache
from s3loader.aws.seal_secret import SealSecret
from s3loader.aws.server_account import AmbientAccount
from s3loader.aws.service_clients import ServiceClients
from s3loader.aws.simulator import IamSimulator
from s3loader.aws.sts import Sts
from s3loader.aws.topic import SnsTopic
from s3loader.aws.upload_store import S3UploadStore
from s3loader.bucket_access import BucketAccess
from s3loader.buckets.cors_doctor import CorsDoctor
from s3loader.buckets.ports import BucketLister
from s3loader.caller import Caller
from s3loader.deadline import Deadline
from s3loader.fingerprint import fingerprint
from s3loader.objects.ports import ObjectLister, ObjectRemover
from s3loader.permissions.asker import Asker
from s3loader.permissions.assessment import Assessment
from s3loader.permissions.bucket_rules import BucketRules, read_rules
from s3loader.permissions.effective import Effective
from s3loader.permissions.granted import GrantedPolicies, read_policies
from s3loader.permissions.kept import Kept
from s3loader.permissions.observed import Observations
from s3loader.permissions.ports import BucketInspector, Prober, Simulator
from s3loader.permissions.survey import Sources, Survey
from s3loader.settings import Settings, is_loopback
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
        self.policies = Kept[GrantedPolicies](worth_keeping=lambda granted: granted.is_lasting)
        self.rules = Kept[BucketRules](worth_keeping=lambda rules: rules.is_lasting)
        self.assessments = Kept[Assessment](worth_keeping=lambda found: found.is_lasting)
        self.observations = Observations()
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
        """Where events are announced; the service's own, not the caller's."""
        return self.runtime.topic

    @property
    def buckets(self) -> BucketLister:
        """The account's buckets."""
        client = self.runtime.clients.get("s3", self.caller.credentials, self._home_region)
        return S3BucketLister(client, self.runtime.regions)

    def objects(self, bucket: str) -> ObjectLister:
        """A bucket's listing."""
        return S3ObjectLister(self._buckets.open(bucket))

    def object_remover(self, bucket: str) -> ObjectRemover:
        """What deletes a bucket's objects."""
        return S3ObjectRemover(self._buckets.open(bucket, BATCHED))

    def uploads(self, bucket: str) -> UploadStore:
        """Uploads into a bucket."""
        return self._upload_store(self._buckets.open(bucket, BATCHED))

    def cors_doctor(self, bucket: str) -> CorsDoctor:
        """A bucket's CORS doctor, who asks anew where the bucket lies."""
        self.runtime.regions.forget(bucket)
        opened = self._buckets.open(bucket)
        example = put_headers("application/octet-stream", "cors-probe", must_be_new=True)
        return CorsDoctor(S3CorsStore(opened, self._addresses(opened)), example)

    def policies(self, *, refresh: bool) -> GrantedPolicies:
        """The policies of the caller's identity, kept for 5 minutes."""
        reader = IamPolicyReader(self._client("iam"), Deadline())
        return self.runtime.policies.get(
            fingerprint(self.caller.credentials),
            lambda: read_policies(self.caller.identity, reader, datetime.now(UTC)),
            refresh=refresh,
        )

    @property
    def simulator(self) -> Simulator:
        """IAM's own answer."""
        return IamSimulator(self._client("iam"))

    def inspector(self, bucket: str) -> BucketInspector:
        """A bucket's policy and its key's."""
        opened = self._buckets.open(bucket, BATCHED)
        return S3BucketInspector(opened, self._client("kms", opened.region))

    def prober(self, bucket: str) -> Prober:
        """Harmless tries in a bucket."""
        opened = self._buckets.open(bucket, BATCHED)
        return S3Prober(opened, self._upload_store(opened))

    def effective(self, bucket: str, *, refresh: bool) -> Effective:
        """What the caller may do in a bucket."""
        deadline = Deadline()
        inspector = self.inspector(bucket)
        sources = Sources(
            lambda: self.policies(refresh=refresh),
            lambda: self._rules(bucket, inspector, refresh=refresh),
            self.simulator,
            inspector.region,
        )
        survey = Survey(self._asker, sources, bucket, deadline, datetime.now(UTC))
        return Effective(
            fingerprint(self.caller.credentials),
            bucket,
            refresh,
            survey.assess,
            self.prober(bucket),
            self.runtime.assessments,
            self.runtime.observations,
            deadline,
        )

    def _rules(self, bucket: str, inspector: BucketInspector, *, refresh: bool) -> BucketRules:
        """A bucket's policy and key, kept for 5 minutes: no prefix changes them."""
        return self.runtime.rules.get(
            f"{fingerprint(self.caller.credentials)}/{bucket}",
            lambda: read_rules(bucket, inspector),
            refresh=refresh,
        )

    @property
    def _asker(self) -> Asker:
        origin = self.runtime.settings.s3_origin
        return Asker(
            self.caller.identity,
            long_term=self.caller.credentials.session_token is None,
            secure=origin is None or origin.startswith("https:"),
            source_ip="127.0.0.1" if is_loopback(origin) else None,
        )

    def _upload_store(self, bucket: OpenBucket) -> S3UploadStore:
        presigner = Presigner(
            self.caller.credentials,
            bucket.region,
            self._addresses(bucket),
            self.upload_rules.url_expiry,
        )
        return S3UploadStore(bucket, presigner)

    def _client(self, service: str, region: str | None = None) -> Any:  # noqa: ANN401
        """A client of what is asked much at once; IAM answers for a partition in any region."""
        return self.runtime.clients.get(
            service, self.caller.credentials, region or self._home_region, BATCHED
        )

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
            self.runtime.observations,
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
