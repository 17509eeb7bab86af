"""The composition root: settings in, what lives as long as the process out."""

from datetime import timedelta

from s3loader.accounts.admission import Admission
from s3loader.accounts.key_file import KeyFile
from s3loader.accounts.ports import KeySource, SignIn
from s3loader.accounts.seal import Sealer
from s3loader.accounts.service import Accounts
from s3loader.activity.ports import Topic
from s3loader.activity.told_once import ToldOnce
from s3loader.aws.clients import ClientCache, Endpoints
from s3loader.aws.regions import RegionCache
from s3loader.aws.seal_secret import SealSecret
from s3loader.aws.server_account import AmbientAccount
from s3loader.aws.service_clients import ServiceClients
from s3loader.aws.sts import Sts
from s3loader.aws.topic import SnsTopic
from s3loader.bucket_access import BucketAccess
from s3loader.firebase.app import FirebaseProject
from s3loader.firebase.sign_in import FirebaseSignIn
from s3loader.ledger import firebase_project, open_ledger
from s3loader.permissions.assessment import Assessment
from s3loader.permissions.bucket_rules import BucketRules
from s3loader.permissions.granted import GrantedPolicies
from s3loader.permissions.kept import Kept
from s3loader.permissions.observed import Observations
from s3loader.settings import Settings


class Runtime:
    """Everything that lives as long as the process."""

    def __init__(self, settings: Settings) -> None:
        endpoints = Endpoints(s3=settings.s3_origin, other=settings.aws_endpoint)
        own = ServiceClients(ClientCache(endpoints))
        self.settings = settings
        self.clients = ClientCache(endpoints)
        self.regions = RegionCache()
        self.access = settings.bucket_access
        self.policies = Kept[GrantedPolicies](worth_keeping=lambda read: read.is_worth_keeping)
        self.rules = Kept[BucketRules](worth_keeping=lambda rules: rules.is_lasting)
        self.assessments = Kept[Assessment](worth_keeping=lambda found: found.is_lasting)
        self.observations = Observations()
        self.topic = _topic(settings.sns_topic_arn, own)
        self.firebase = firebase_project(settings, own)
        self.statistics = open_ledger(settings, self.firebase)
        keys, sign_in = _key_source(settings, own), _sign_in(settings, self.firebase)
        self.accounts = _accounts(settings, self.clients, self.access, keys, sign_in)
        self.upload_rules = settings.upload_rules
        self.url_expiry = timedelta(seconds=settings.url_expiry_seconds)


def _topic(arn: str | None, own: ServiceClients) -> Topic | None:
    return ToldOnce(SnsTopic(own.sns, arn)) if arn else None


def _key_source(settings: Settings, own: ServiceClients) -> KeySource:
    if settings.seal_secret_arn:
        return SealSecret(own.secrets, settings.seal_secret_arn)
    assert settings.seal_key_file  # noqa: S101 - Settings demands one of the two
    return KeyFile(settings.seal_key_file)


def _sign_in(settings: Settings, firebase: FirebaseProject | None) -> SignIn | None:
    admission = Admission(
        settings.sign_in_domains, settings.sign_in_claim, settings.sign_in_buckets
    )
    return FirebaseSignIn(firebase, admission) if firebase else None


def _accounts(
    settings: Settings,
    clients: ClientCache,
    access: BucketAccess,
    keys: KeySource,
    sign_in: SignIn | None,
) -> Accounts:
    sts = Sts(clients, local=settings.aws_endpoint is not None)
    return Accounts(
        sealer=Sealer(keys),
        identities=sts,
        server_account=AmbientAccount(sts, settings.aws_region),
        sign_in=sign_in,
        lending=settings.server_credentials,
        access=access,
        default_region=settings.aws_region,
    )
