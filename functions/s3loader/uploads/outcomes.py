"""What became of one upload: an object that S3 has, or the reason why not."""

from dataclasses import dataclass
from typing import Literal

from s3loader.errors import S3LoaderError, json_params
from s3loader.uploads.models import CompletedUpload, FailedUpload, SentUpload
from s3loader.uploads.ports import StoredObject


@dataclass(frozen=True)
class Arrival:
    """An object that S3 has; no news where it may be another's that was there before."""

    stored: StoredObject
    is_news: bool = True
    verified: Literal["CRC64NVME"] | None = None
    """The checksum of S3's that is the same as the client's."""


Outcome = Arrival | S3LoaderError


def completed(upload: SentUpload, arrival: Arrival, *, notified: bool) -> CompletedUpload:
    """Say that the object is in S3."""
    stored = arrival.stored
    return CompletedUpload(
        kind="completed",
        key=upload.key,
        size=stored.size,
        etag=stored.etag,
        version_id=stored.version_id,
        checksum=stored.checksum,
        verified=arrival.verified,
        notified=notified,
    )


def failed(upload: SentUpload, error: S3LoaderError) -> FailedUpload:
    """Say why the object is not in S3, or not certainly."""
    return FailedUpload(
        kind="failed",
        key=upload.key,
        code=error.code,
        detail=error.detail,
        params=json_params(error.params),
    )
