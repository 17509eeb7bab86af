"""The JSON of /api/buckets."""

from datetime import datetime

from pydantic import Field

from s3loader.schema import Schema


class Bucket(Schema):
    """A bucket of the connected account."""

    name: str
    region: str | None = Field(description="Null where AWS does not tell.")
    created_at: datetime | None


class BucketPage(Schema):
    """Up to 1,000 buckets in AWS's order."""

    buckets: list[Bucket]
    next_cursor: str | None
