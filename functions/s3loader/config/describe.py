"""What the browser must know, out of what the deployment configures."""

from s3loader import limits
from s3loader.config.models import (
    BucketRules,
    Config,
    ContentTypes,
    Limits,
    SignInConfig,
    StatisticsConfig,
)
from s3loader.settings import Settings
from s3loader.version import VERSION


def describe(settings: Settings) -> Config:
    """Return the public part of the settings."""
    return Config(
        server_credentials=settings.server_credentials,
        limits=Limits(
            multipart_threshold=settings.multipart_threshold,
            part_size=settings.part_size,
            max_put_size=limits.MAX_PUT_SIZE,
            max_object_size=settings.max_file_size,
            max_files_per_batch=limits.MAX_FILES_PER_BATCH,
            max_parts_per_batch=limits.MAX_PARTS_PER_BATCH,
            max_key_bytes=limits.MAX_KEY_BYTES,
        ),
        content_types=ContentTypes(allowed=list(settings.allowed_content_types)),
        buckets=BucketRules(
            pinned=list(settings.pinned_buckets),
            allowed_regions=list(settings.allowed_regions),
            default_region=settings.aws_region,
        ),
        object_checksums=settings.object_checksums,
        announces=settings.sns_topic_arn is not None,
        statistics=StatisticsConfig(
            store=settings.statistics, time_zone=settings.statistics_time_zone
        ),
        sign_in=SignInConfig(
            providers=list(settings.sign_in_providers), emulator=_auth_emulator(settings)
        ),
        firebase=settings.firebase_web_config,
        version=VERSION,
    )


def _auth_emulator(settings: Settings) -> str | None:
    host = settings.firebase_auth_emulator_host
    return f"http://{host}" if host else None
