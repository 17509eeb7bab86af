"""Composing the event of what happened."""

import hashlib
import unicodedata
from collections.abc import Sequence
from datetime import datetime
from urllib.parse import quote

from s3loader.activity.events import (
    BucketOpened,
    BucketOpenedData,
    DeletionData,
    DownloadCompleted,
    DownloadData,
    ObjectsDeleted,
    UploadCompleted,
    UploadData,
    UploadFailed,
    UploadFailureData,
)
from s3loader.caller import Caller


def id_of(*parts: str) -> str:
    """Return an id that follows from what happened, so that consumers can drop a repetition."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]


def upload_completed(
    *,
    bucket: str,
    region: str,
    key: str,
    size: int,
    etag: str,
    version_id: str | None,
    upload: str,
    by: Caller,
    at: datetime,
) -> UploadCompleted:
    """Compose the event.

    Args:
        upload: what tells this upload from others of the key: nonce, upload id or ETag. The
            event's id follows from it.
    """
    data = UploadData(
        bucket=bucket,
        key=key,
        size=size,
        etag=etag,
        version_id=version_id,
        region=region,
        **_who(by),
    )
    subject = _object(bucket, key)
    return UploadCompleted(id=id_of(bucket, key, upload), subject=subject, time=at, data=data)


def objects_deleted(
    *, event_id: str, bucket: str, region: str, keys: Sequence[str], by: Caller, at: datetime
) -> ObjectsDeleted:
    """Compose the event.

    Args:
        event_id: unlike an upload's a new one each time, for a key can be deleted again
    """
    data = DeletionData(bucket=bucket, count=len(keys), keys=list(keys), region=region, **_who(by))
    return ObjectsDeleted(id=event_id, subject=bucket, time=at, data=data)


def upload_failed(
    *, event_id: str, bucket: str, key: str, size: int, code: str, by: Caller, at: datetime
) -> UploadFailed:
    """Compose the event."""
    data = UploadFailureData(bucket=bucket, key=key, size=size, code=code, **_who(by))
    return UploadFailed(id=event_id, subject=_object(bucket, key), time=at, data=data)


def download_completed(
    *, event_id: str, bucket: str, count: int, size: int, by: Caller, at: datetime
) -> DownloadCompleted:
    """Compose the event."""
    data = DownloadData(bucket=bucket, count=count, size=size, **_who(by))
    return DownloadCompleted(id=event_id, subject=bucket, time=at, data=data)


def bucket_opened(*, event_id: str, bucket: str, by: Caller, at: datetime) -> BucketOpened:
    """Compose the event."""
    data = BucketOpenedData(bucket=bucket, **_who(by))
    return BucketOpened(id=event_id, subject=bucket, time=at, data=data)


def _who(by: Caller) -> dict[str, str]:
    return {
        "account_id": by.identity.account_id,
        "principal_arn": by.identity.arn,
        "user": by.user,
    }


def _object(bucket: str, key: str) -> str:
    """Return bucket/key, percent-encoded where CloudEvents allows no such character.

    Source: https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md#type-system
    """
    return f"{bucket}/{''.join(map(_allowed, key))}"


def _allowed(character: str) -> str:
    is_forbidden = unicodedata.category(character) in ("Cc", "Cn")  # controls, noncharacters
    return quote(character) if is_forbidden or character == "%" else character
