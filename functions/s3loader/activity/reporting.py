"""Turning what browsers report into events."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from s3loader.activity.composing import (
    bucket_opened,
    download_completed,
    id_of,
    upload_failed,
)
from s3loader.activity.events import Event
from s3loader.activity.models import AnyReport, DownloadReport, UploadFailureReport
from s3loader.activity.ports import Topic
from s3loader.activity.service import announce
from s3loader.bucket_access import BucketAccess
from s3loader.caller import Caller


def report(
    reports: Sequence[AnyReport],
    topic: Topic | None,
    access: BucketAccess,
    by: Caller,
    now: datetime,
) -> list[bool]:
    """Announce each and tell whether the topic took it.

    Raises:
        InvalidInput: bucket_name_is_arn, bucket_name_invalid; then nothing was announced
        Forbidden: bucket_not_allowed; the same
    """
    for one in reports:
        access.check_bucket(one.bucket)
    return announce(topic, [_event(one, by, now) for one in reports])


def _event(report: AnyReport, by: Caller, now: datetime) -> Event:
    # Nobody else's report can have this id.
    own_id = id_of(by.user, report.id)
    at = now - timedelta(seconds=report.seconds_ago)
    if isinstance(report, DownloadReport):
        return download_completed(
            event_id=own_id,
            bucket=report.bucket,
            count=report.count,
            size=report.size,
            by=by,
            at=at,
        )
    if isinstance(report, UploadFailureReport):
        return upload_failed(
            event_id=own_id,
            bucket=report.bucket,
            key=report.key,
            size=report.size,
            code=report.code,
            by=by,
            at=at,
        )
    return bucket_opened(event_id=own_id, bucket=report.bucket, by=by, at=at)
