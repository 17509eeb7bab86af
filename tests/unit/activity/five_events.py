"""One event of each type, as the API composes them."""

from datetime import UTC, datetime

from s3loader.accounts.arns import identity_of
from s3loader.activity.composing import (
    bucket_opened,
    download_completed,
    objects_deleted,
    upload_completed,
    upload_failed,
)
from s3loader.activity.events import Event, UploadCompleted
from s3loader.caller import Caller, Credentials

ARN = "arn:aws:iam::123456789012:user/lee"
BY = Caller(Credentials("AKIAEXAMPLE", "secret"), identity_of(ARN))
AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def upload(
    key: str = "in/한글.txt", nonce: str = "nonce", bucket: str = "demo", by: Caller = BY
) -> UploadCompleted:
    return upload_completed(
        bucket=bucket,
        region="ap-northeast-2",
        key=key,
        size=3,
        etag="e",
        version_id=None,
        upload=nonce,
        by=by,
        at=AT,
    )


def five_events(key: str = "in/한글.txt", bucket: str = "demo", by: Caller = BY) -> list[Event]:
    return [
        upload(key, bucket=bucket, by=by),
        objects_deleted(
            event_id="deletion", bucket=bucket, region="ap-northeast-2", keys=[key], by=by, at=AT
        ),
        upload_failed(
            event_id="failure", bucket=bucket, key=key, size=3, code="offline", by=by, at=AT
        ),
        download_completed(event_id="download", bucket=bucket, count=2, size=7, by=by, at=AT),
        bucket_opened(event_id="opening", bucket=bucket, by=by, at=AT),
    ]
