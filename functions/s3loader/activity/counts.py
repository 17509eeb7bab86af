"""What is counted: actions per user, bucket and day."""

from datetime import date
from typing import Literal

from pydantic import Field

from s3loader.schema import Schema

Action = Literal["bucket-opened", "upload", "upload-failed", "download", "deletion"]


class DayCounts(Schema):
    """What one user did in one bucket on one day; sizes in bytes."""

    day: date = Field(description="In the deployment's time zone.")
    bucket: str
    bucket_opened: int
    uploads: int
    uploaded_bytes: int
    failed_uploads: int
    downloads: int
    downloaded_bytes: int
    deletions: int
