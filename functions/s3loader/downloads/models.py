"""The JSON of /api/downloads."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from s3loader.checksum import Checksum
from s3loader.errors import ErrorCode, JsonParams
from s3loader.schema import RequestBody, Schema

Key = Annotated[str, Field(min_length=1, max_length=1024)]


class PlanDownloads(RequestBody):
    """Objects of one bucket to download."""

    bucket: str
    keys: Annotated[list[Key], Field(min_length=1, max_length=100)]
    requester_pays: bool = Field(
        default=False, description="Whether the caller agrees to pay for requests and transfer."
    )


class ReadyDownload(Schema):
    """A presigned GET; a range of the object needs the headers `range` and `if-match`."""

    kind: Literal["ready"]
    key: str
    url: str
    expires_at: datetime
    size: int = Field(description="Bytes.")
    etag: str = Field(description="Without quotes.")
    last_modified: datetime
    checksum: Checksum | None = Field(description="Of the whole object; null where S3 has none.")
    md5_part_size: int | None = Field(
        description=(
            "Bytes of each part of which the ETag is the MD5 of MD5s; the object's size where the "
            "ETag is its plain MD5; null where the ETag is no MD5 (KMS, customer keys, unequal "
            "parts)."
        )
    )


class RefusedDownload(Schema):
    """Why a key cannot be downloaded now."""

    kind: Literal["refused"]
    key: str
    code: ErrorCode
    detail: str
    params: JsonParams


DownloadPlan = Annotated[ReadyDownload | RefusedDownload, Field(discriminator="kind")]


class DownloadPlans(Schema):
    """A plan per key, in the order asked."""

    downloads: list[DownloadPlan]
