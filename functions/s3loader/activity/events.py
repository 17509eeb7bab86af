"""What happened, as CloudEvents 1.0 in structured JSON (https://cloudevents.io)."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from s3loader.caller import Caller
from s3loader.schema import Schema

SOURCE = "urn:s3loader"


class CloudEvent(Schema):
    """What every event has beside its type and data."""

    specversion: Literal["1.0"]
    id: str
    source: str
    subject: str
    time: datetime
    datacontenttype: Literal["application/json"]


class UploadData(Schema):
    """The object that arrived; size in bytes."""

    bucket: str
    key: str
    size: int
    etag: str
    version_id: str | None
    region: str
    account_id: str
    principal_arn: str
    user: str


class UploadCompleted(CloudEvent):
    """One object has arrived in S3."""

    type: Literal["upload.completed"]
    data: UploadData


class DeletionData(Schema):
    """The keys that are gone, or hidden by a delete marker where the bucket keeps versions."""

    bucket: str
    count: int
    keys: list[str]
    region: str
    account_id: str
    principal_arn: str
    user: str


class ObjectsDeleted(CloudEvent):
    """Objects of one bucket were deleted; one call may need several events."""

    type: Literal["objects.deleted"]
    data: DeletionData


class UploadFailureData(Schema):
    """The file that a browser has given up, as that browser says; size in bytes."""

    bucket: str
    key: str
    size: int
    code: str
    account_id: str
    principal_arn: str
    user: str


class UploadFailed(CloudEvent):
    """A browser has given an upload up; a later try may still succeed."""

    type: Literal["upload.failed"]
    data: UploadFailureData


class DownloadData(Schema):
    """Objects that a browser has saved, as that browser says; size in bytes of all together."""

    bucket: str
    count: int
    size: int
    account_id: str
    principal_arn: str
    user: str


class DownloadCompleted(CloudEvent):
    """Objects have arrived on a person's machine."""

    type: Literal["download.completed"]
    data: DownloadData


class BucketOpenedData(Schema):
    """The bucket that a person looks into, as the browser says."""

    bucket: str
    account_id: str
    principal_arn: str
    user: str


class BucketOpened(CloudEvent):
    """A person has opened a bucket."""

    type: Literal["bucket.opened"]
    data: BucketOpenedData


Event = UploadCompleted | ObjectsDeleted | UploadFailed | DownloadCompleted | BucketOpened


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
    """Build the event.

    Args:
        upload: what tells this upload from others of the key: nonce, upload id or ETag. The
            event's id follows from it, so consumers can drop an event that comes twice.
    """
    return UploadCompleted(
        specversion="1.0",
        id=hashlib.sha256("\n".join((bucket, key, upload)).encode()).hexdigest()[:32],
        source=SOURCE,
        type="upload.completed",
        subject=f"{bucket}/{key}",
        time=at,
        datacontenttype="application/json",
        data=UploadData(
            bucket=bucket,
            key=key,
            size=size,
            etag=etag,
            version_id=version_id,
            region=region,
            account_id=by.identity.account_id,
            principal_arn=by.identity.arn,
            user=by.user,
        ),
    )


def objects_deleted(
    *, event_id: str, bucket: str, region: str, keys: Sequence[str], by: Caller, at: datetime
) -> ObjectsDeleted:
    """Build the event.

    Args:
        event_id: unlike an upload's a new one each time, for a key can be deleted again
    """
    return ObjectsDeleted(
        specversion="1.0",
        id=event_id,
        source=SOURCE,
        type="objects.deleted",
        subject=bucket,
        time=at,
        datacontenttype="application/json",
        data=DeletionData(
            bucket=bucket,
            count=len(keys),
            keys=list(keys),
            region=region,
            account_id=by.identity.account_id,
            principal_arn=by.identity.arn,
            user=by.user,
        ),
    )


def upload_failed(
    *, event_id: str, bucket: str, key: str, size: int, code: str, by: Caller, at: datetime
) -> UploadFailed:
    """Build the event."""
    return UploadFailed(
        specversion="1.0",
        id=event_id,
        source=SOURCE,
        type="upload.failed",
        subject=f"{bucket}/{key}",
        time=at,
        datacontenttype="application/json",
        data=UploadFailureData(
            bucket=bucket,
            key=key,
            size=size,
            code=code,
            account_id=by.identity.account_id,
            principal_arn=by.identity.arn,
            user=by.user,
        ),
    )


def download_completed(
    *, event_id: str, bucket: str, count: int, size: int, by: Caller, at: datetime
) -> DownloadCompleted:
    """Build the event."""
    return DownloadCompleted(
        specversion="1.0",
        id=event_id,
        source=SOURCE,
        type="download.completed",
        subject=bucket,
        time=at,
        datacontenttype="application/json",
        data=DownloadData(
            bucket=bucket,
            count=count,
            size=size,
            account_id=by.identity.account_id,
            principal_arn=by.identity.arn,
            user=by.user,
        ),
    )


def bucket_opened(*, event_id: str, bucket: str, by: Caller, at: datetime) -> BucketOpened:
    """Build the event."""
    return BucketOpened(
        specversion="1.0",
        id=event_id,
        source=SOURCE,
        type="bucket.opened",
        subject=bucket,
        time=at,
        datacontenttype="application/json",
        data=BucketOpenedData(
            bucket=bucket,
            account_id=by.identity.account_id,
            principal_arn=by.identity.arn,
            user=by.user,
        ),
    )
