"""Entries of the statistics, as events leave them."""

from datetime import date

from s3loader.activity.counts import Action
from s3loader.activity.ports import Entry

LEE = "arn:aws:iam::123456789012:user/lee"
MONDAY = date(2026, 11, 23)
TUESDAY = date(2026, 11, 24)


def entry(
    event: str,
    action: Action = "upload",
    size: int | None = None,
    *,
    count: int = 1,
    user: str = LEE,
    bucket: str = "reports",
    day: date = MONDAY,
) -> Entry:
    return Entry(event, user, bucket, day, action, count, size)
