"""The composition root: settings in, what lives as long as the process out."""

from datetime import timedelta

from s3loader.accounts.firebase import FirebaseSignIn
from s3loader.accounts.key_file import KeyFile
from s3loader.accounts.ports import KeySource
from s3loader.accounts.seal import Sealer
from s3loader.accounts.service import Accounts
from s3loader.activity.ports import Ledger, Topic
from s3loader.activity.told_once import ToldOnce
from s3loader.aws.clients import ClientCache, Endpoints
from s3loader.aws.firebase_secret import FirebaseSecret
from s3loader.aws.regions import RegionCache
from s3loader.aws.seal_secret import SealSecret
from s3loader.aws.server_account import AmbientAccount
from s3loader.aws.service_clients import ServiceClients
from s3loader.aws.sts import Sts
from s3loader.aws.topic import SnsTopic
from s3loader.bucket_access import BucketAccess
from s3loader.firebase.app import FirebaseProject
from s3loader.permissions.assessment import Assessment
from s3loader.permissions.bucket_rules import BucketRules
from s3loader.permissions.granted import GrantedPolicies
from s3loader.permissions.kept import Kept
from s3loader.permissions.observed import Observations
from s3loader.settings import Settings
from s3loader.uploads.layout import Layout
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
        self.policies = Kept[GrantedPolicies](worth_keeping=lambda read: read.is_worth_keeping)
        self.rules = Kept[BucketRules](worth_keeping=lambda rules: rules.is_lasting)
        self.assessments = Kept[Assessment](worth_keeping=lambda found: found.is_lasting)
        self.observations = Observations()
        self.topic = _topic(settings.sns_topic_arn, own)
        self.firebase = _firebase(settings, own)
        self.statistics: Ledger | None = None
        self.accounts = _accounts(settings, self.clients, self.access, _key_source(settings, own))
        self.upload_rules = UploadRules(
            settings.multipart_threshold,
            settings.max_file_size,
            settings.allowed_content_types,
            Layout(settings.part_size),
        )
        self.url_expiry = timedelta(seconds=settings.url_expiry_seconds)


def _topic(arn: str | None, own: ServiceClients) -> Topic | None:
    return ToldOnce(SnsTopic(own.sns, arn)) if arn else None


def _firebase(settings: Settings, own: ServiceClients) -> FirebaseProject | None:
    if not settings.firebase_project_id:
        return None
    arn = settings.firebase_secret_arn
    secret = FirebaseSecret(own.secrets, arn).read if arn else None
    return FirebaseProject(settings.firebase_project_id, secret)


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
