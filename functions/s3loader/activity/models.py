"""The JSON of /api/activity."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from s3loader.activity.counts import DayCounts
from s3loader.schema import RequestBody, Schema

MAX_REPORTS = 100
MAX_DAYS = 366
# The largest whole number that a browser can count to.
MAX_FILE_BYTES = 2**53 - 1
# 1 PiB: more than a browser saves between two reports, and a counter's 64 bits hold 8,000 of them.
MAX_DOWNLOADED_BYTES = 2**50


class Report(Schema):
    """What every report says beside its kind."""

    id: str = Field(
        pattern=r"^[A-Za-z0-9_-]{16,64}$",
        description="Random; a report that is sent again with it counts once.",
    )
    seconds_ago: int = Field(
        ge=0, le=86_400, description="Since it happened, by the browser's own stopwatch."
    )
    bucket: str = Field(max_length=2048)


class BucketOpenedReport(Report):
    """A person has opened a bucket."""

    kind: Literal["bucket.opened"]


class DownloadReport(Report):
    """Objects are on the person's machine, verified."""

    kind: Literal["download.completed"]
    count: int = Field(ge=1, le=1_000_000)
    size: int = Field(ge=0, le=MAX_DOWNLOADED_BYTES, description="Bytes of all of them together.")


class UploadFailureReport(Report):
    """The browser has given an upload up."""

    kind: Literal["upload.failed"]
    key: str = Field(
        min_length=1,
        max_length=2048,
        description="Longer than S3 takes where that is why it failed.",
    )
    size: int = Field(ge=0, le=MAX_FILE_BYTES, description="Bytes of the file.")
    code: str = Field(
        pattern=r"^[a-z0-9_]{1,64}$", description='Why, as in a problem: "access_denied".'
    )


AnyReport = Annotated[
    BucketOpenedReport | DownloadReport | UploadFailureReport, Field(discriminator="kind")
]


class ReportActivity(RequestBody):
    """What only the browser knows."""

    reports: list[AnyReport] = Field(min_length=1, max_length=MAX_REPORTS)


class ReportedActivity(Schema):
    """Whether the topic took each event, in the order of the reports."""

    notified: list[bool]


class Activity(Schema):
    """What the caller did, by day and bucket; days without any are left out."""

    store: Literal["firestore", "file"]
    time_zone: str
    today: date = Field(description="In that time zone.")
    first: date
    last: date
    counts: list[DayCounts]
