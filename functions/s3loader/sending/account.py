"""Opening one bucket for uploads, as whoever works at this machine."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from s3loader.accounts.arns import identity_of
from s3loader.activity.told_once import ToldOnce
from s3loader.aws.bucket import Buckets, OpenBucket
from s3loader.aws.clients import STEADY, Endpoints
from s3loader.aws.file_sender import S3FileSender
from s3loader.aws.local_account import BYTES, LocalAccount, LocalClients
from s3loader.aws.open_uploads import S3OpenUploadLister
from s3loader.aws.part_sender import S3PartSender
from s3loader.aws.presigning import Presigner, addresses
from s3loader.aws.regions import RegionCache
from s3loader.aws.resources import region_of
from s3loader.aws.sts import Sts
from s3loader.aws.topic import SnsTopic
from s3loader.aws.upload_store import S3UploadStore
from s3loader.caller import Caller
from s3loader.deadline import Deadline
from s3loader.pauses import jittered_pause
from s3loader.permissions.observed import Observations
from s3loader.sending.confirming import Confirmer
from s3loader.sending.options import Options
from s3loader.sending.ports import FileSender
from s3loader.sending.progress import Progress
from s3loader.sending.tools import Tools
from s3loader.upload_settings import UploadSettings
from s3loader.uploads.announcing import Announcer
from s3loader.uploads.rules import UploadRules

# Completing an object of thousands of parts takes S3 minutes.
_COMPLETING_SECONDS = 900.0
_FOR_EVER = float("inf")
# Nothing is signed for others here; the store only has to be able to.
_UNUSED_LIFETIME = timedelta(minutes=15)


@dataclass(frozen=True)
class Place:
    """Where AWS is, and as whom.

    Attributes:
        profile: of AWS's configuration files; None: what AWS's tools take by themselves
        region: where STS is asked and buckets are looked up; None: the profile's, else the
            deployment's
        endpoint: origin of another S3 and its STS and SNS; None: the settings'
    """

    profile: str | None = None
    region: str | None = None
    endpoint: str | None = None


def open_tools(
    bucket: str, place: Place, settings: UploadSettings, options: Options, progress: Progress
) -> Tools:
    """Return what uploads into a bucket.

    Raises:
        NoCredentials: credentials_missing, credentials_unusable
        S3LoaderError: where the bucket, or STS, is not to be had
    """
    if place.endpoint:
        elsewhere = {"aws_endpoint": place.endpoint, "s3_endpoint": None}
        settings = settings.model_copy(update=elsewhere)
    account = LocalAccount(place.profile)
    endpoints = Endpoints(s3=settings.s3_origin, other=settings.aws_endpoint)
    clients = LocalClients(account, endpoints)
    home = place.region or account.region or settings.aws_region
    opened = _open(bucket, account, clients, home, settings)
    store = _store(opened)
    rules = settings.upload_rules
    usual = S3FileSender(
        opened,
        clients.apart("s3", opened.region, BYTES),
        rules,
        options.concurrency,
        object_checksums=settings.object_checksums,
    )
    # The CRT tells no ETags, so that only a checksum of S3's shows what arrived.
    by_crt = settings.object_checksums and _crt_sender(usual, opened, rules, account, endpoints.s3)
    return Tools(
        store=store,
        rules=rules,
        files=by_crt or usual,
        parts=S3PartSender(opened, clients.apart("s3", opened.region, BYTES)),
        open_uploads=S3OpenUploadLister(opened, Deadline(_FOR_EVER)),
        confirmer=Confirmer(
            store, rules, _announcer(settings, account, clients, home, store), jittered_pause
        ),
        options=options,
        progress=progress,
    )


def _crt_sender(
    usual: S3FileSender,
    bucket: OpenBucket,
    rules: UploadRules,
    account: LocalAccount,
    endpoint: str | None,
) -> FileSender | None:
    """Return what sends by AWS's CRT; None where it is not installed, or another process has it."""
    try:
        from s3loader.aws.crt_sender import CrtFileSender, CrtTaken
    except ImportError:
        return None
    try:
        return CrtFileSender(usual, bucket, rules, account, endpoint)
    except CrtTaken:
        return None


def _open(
    bucket: str,
    account: LocalAccount,
    clients: LocalClients,
    home: str,
    settings: UploadSettings,
) -> OpenBucket:
    buckets = Buckets(
        clients,
        RegionCache(),
        settings.bucket_access,
        account.credentials,
        home,
        Observations(),
    )
    return buckets.open(bucket, STEADY)


def _store(bucket: OpenBucket) -> S3UploadStore:
    presigner = Presigner(
        bucket.credentials,
        bucket.region,
        addresses(bucket.name, bucket.region, ()),
        _UNUSED_LIFETIME,
    )
    return S3UploadStore(bucket, presigner, _COMPLETING_SECONDS)


def _announcer(
    settings: UploadSettings,
    account: LocalAccount,
    clients: LocalClients,
    home: str,
    store: S3UploadStore,
) -> Announcer | None:
    """Only events tell who uploaded, so that without a topic nobody is asked."""
    arn = settings.sns_topic_arn
    if arn is None:
        return None
    sts = Sts(clients, local=settings.aws_endpoint is not None)
    caller = Caller(account.credentials, identity_of(sts.arn_of(account.credentials, home)))
    topic = SnsTopic(
        lambda topic_arn: clients.get("sns", account.credentials, region_of(topic_arn)), arn
    )
    return Announcer(ToldOnce(topic), store, caller, _now)


def _now() -> datetime:
    return datetime.now(UTC)
