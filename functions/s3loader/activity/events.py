"""What happened, as CloudEvents 1.0 in structured JSON (https://cloudevents.io)."""

import hashlib
from datetime import datetime
from typing import Literal

from s3loader.caller import Identity
from s3loader.schema import Schema

SOURCE = "urn:s3loader"


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


class UploadCompleted(Schema):
    """One object has arrived in S3."""

    specversion: Literal["1.0"]
    id: str
    source: str
    type: Literal["upload.completed"]
    subject: str
    time: datetime
    datacontenttype: Literal["application/json"]
    data: UploadData


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
        upload: what tells this upload from others of the key: upload id, nonce or ETag. The
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
