"""The JSON of GET /api/uploads/unfinished; sizes in bytes."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from s3loader.schema import Schema
from s3loader.uploads.declared_checksum import DeclaredChecksum


class UnfinishedUpload(Schema):
    """A multipart upload that was begun and neither completed nor aborted."""

    key: str
    upload_id: str
    initiated_at: datetime
    initiator: str | None = Field(
        description="ARN, or the account's id for a root user; null where S3 does not say."
    )
    is_own: bool = Field(
        description="Whether the caller's own principal began it, as far as S3 tells."
    )
    storage_class: str
    checksum: DeclaredChecksum | None = Field(description="Null where it was begun without.")
    size: int | None = Field(
        description="Sum of the parts that S3 has; null where not listed, or not in time."
    )
    part_count: int | None = Field(description="How many parts S3 has; null as above.")
    part_size: int | None = Field(description="Bytes of the first part; null where there is none.")


class PartsLifetime(Schema):
    """What ends unfinished uploads by itself: a lifecycle rule of the bucket."""

    kind: Literal["rule", "none", "unknown"] = Field(
        description="unknown: the lifecycle rules could not be read."
    )
    days: int | None = Field(description="Of the shortest rule that covers the whole prefix.")


class UnfinishedUploads(Schema):
    """One page of unfinished uploads, in S3's order: by key, then by time."""

    uploads: list[UnfinishedUpload]
    next_cursor: str | None
    lifetime: PartsLifetime
