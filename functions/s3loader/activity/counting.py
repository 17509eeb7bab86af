"""What an event adds to the statistics."""

from datetime import date
from zoneinfo import ZoneInfo

from s3loader.activity.counts import Action
from s3loader.activity.events import (
    DownloadCompleted,
    Event,
    ObjectsDeleted,
    UploadCompleted,
    UploadFailed,
)
from s3loader.activity.ports import Entry
from s3loader.activity.queued import Malformed

# JSON's numbers are exact up to here, and a store's 64-bit counter takes a thousand of them.
_MOST = 2**53 - 1


def entry_of(event: Event, zone: ZoneInfo) -> Entry:
    """Return what the event adds, to the day on which it happened in the zone.

    Raises:
        Malformed: no calendar has that day
    """
    action, count, size = _amounts(event)
    return Entry(
        event=event.id,
        user=event.data.user,
        bucket=event.data.bucket,
        day=_day(event, zone),
        action=action,
        count=min(count, _MOST),
        bytes=None if size is None else min(size, _MOST),
    )


def _day(event: Event, zone: ZoneInfo) -> date:
    try:
        return event.time.astimezone(zone).date()
    except OverflowError:  # before the year 1 or after 9999 there
        raise Malformed("time: out of range") from None


def _amounts(event: Event) -> tuple[Action, int, int | None]:
    match event:
        case UploadCompleted():
            return "upload", 1, event.data.size
        case UploadFailed():
            return "upload-failed", 1, None
        case DownloadCompleted():
            return "download", event.data.count, event.data.size
        case ObjectsDeleted():
            return "deletion", event.data.count, None
    return "bucket-opened", 1, None
