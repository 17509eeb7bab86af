"""What happened, as CloudEvents 1.0 in structured JSON (https://cloudevents.io)."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from s3loader.caller import Identity
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


class ObjectsDeleted(CloudEvent):
    """Objects of one bucket were deleted; one call may need several events."""

    type: Literal["objects.deleted"]
    data: DeletionData


Event = UploadCompleted | ObjectsDeleted


def upload_completed(
    *,
    bucket: str,
    region: str,
    key: str,
    size: int,
    etag: str,
    version_id: str | None,
    upload: str,
    by: Identity,
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
            account_id=by.account_id,
            principal_arn=by.arn,
        ),
    )


def objects_deleted(
    *, event_id: str, bucket: str, region: str, keys: Sequence[str], by: Identity, at: datetime
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
            account_id=by.account_id,
            principal_arn=by.arn,
        ),
    )
