"""What became of each source, as the command line writes it; sizes in bytes."""

from typing import Annotated, Literal

from pydantic import Field

from s3loader.checksum import Checksum
from s3loader.errors import JsonParams, S3LoaderError, json_params
from s3loader.schema import Schema
from s3loader.sending.failures import LocalError
from s3loader.uploads.models import CompletedUpload
from s3loader.uploads.names import printable


class Planned(Schema):
    """It could go there: a dry run asked no more."""

    kind: Literal["planned"]
    source: str
    bucket: str
    key: str
    size: int | None = Field(description="Null: a stream's is not known before its end.")
    content_type: str


class Skipped(Schema):
    """There is an object of that key already, and it was left alone as asked."""

    kind: Literal["skipped"]
    source: str
    bucket: str
    key: str


class Completed(Schema):
    """It is in S3; see the API's CompletedUpload."""

    kind: Literal["completed"]
    source: str
    bucket: str
    key: str
    size: int
    etag: str
    version_id: str | None
    checksum: Checksum | None
    verified: Literal["CRC64NVME"] | None
    notified: bool


class Failed(Schema):
    """It is not, or not certainly, in S3."""

    kind: Literal["failed"]
    source: str
    bucket: str
    key: str | None = Field(description="Null where it got none.")
    code: str
    detail: str
    params: JsonParams


Result = Annotated[Planned | Skipped | Completed | Failed, Field(discriminator="kind")]


def completed(source: str, bucket: str, upload: CompletedUpload) -> Completed:
    """Say that it is in S3."""
    told = upload.model_dump(exclude={"kind"})
    return Completed(kind="completed", source=printable(source), bucket=bucket, **told)


def failed(source: str, bucket: str, key: str | None, error: S3LoaderError | LocalError) -> Failed:
    """Say why it is not."""
    return Failed(
        kind="failed",
        source=printable(source),
        bucket=bucket,
        key=key,
        code=error.code,
        detail=error.detail,
        params={
            name: printable(value) if isinstance(value, str) else value
            for name, value in json_params(error.params).items()
        },
    )
