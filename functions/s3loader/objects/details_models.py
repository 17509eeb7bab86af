"""The JSON of one object's details, preview and link."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from s3loader.archive import Archive
from s3loader.checksum import Checksum
from s3loader.errors import ErrorCode
from s3loader.schema import RequestBody, Schema


class Encryption(Schema):
    """How S3 encrypts the object."""

    kind: Literal["none", "s3", "kms", "kms-dual", "customer-key"]
    kms_key_id: str | None


class Lock(Schema):
    """What Object Lock keeps; null fields are not set or may not be read."""

    mode: Literal["GOVERNANCE", "COMPLIANCE"] | None
    retain_until: datetime | None
    legal_hold: bool | None


class Unreadable(Schema):
    """A part of the details that could not be read, and why."""

    kind: Literal["unreadable"]
    code: ErrorCode
    detail: str
    params: dict[str, str | int | list[str]]


class Tag(Schema):
    """One tag."""

    key: str
    value: str


class Tags(Schema):
    """The object's tags."""

    kind: Literal["tags"]
    tags: list[Tag]


class Version(Schema):
    """One version of the key; a delete marker has no size and no ETag."""

    version_id: str
    is_latest: bool
    is_delete_marker: bool
    last_modified: datetime
    size: int | None
    etag: str | None
    storage_class: str | None


class Versions(Schema):
    """The newest versions of the key; `more` where S3 has further ones."""

    kind: Literal["versions"]
    versions: list[Version]
    more: bool


class ShareLimit(Schema):
    """How long a link of this caller can work."""

    max_seconds: int
    bound_by: Literal["signature", "session"] = Field(
        description=(
            "signature: SigV4 allows 7 days. session: a link ends with the temporary credentials "
            "that signed it."
        )
    )
    session_ends_at: datetime | None = Field(
        description="When the credentials end, where the server knows; AWS does not tell it."
    )


class ObjectHead(Schema):
    """What S3's headers tell of one object, or of one version of it."""

    key: str
    size: int
    last_modified: datetime
    etag: str
    version_id: str | None
    content_type: str | None
    content_encoding: str | None
    content_language: str | None
    content_disposition: str | None
    cache_control: str | None
    metadata: dict[str, str]
    storage_class: str
    archive: Archive
    encryption: Encryption
    checksum: Checksum | None
    checksum_type: Literal["full-object", "composite"] | None
    part_count: int | None = Field(description="Null where it was not uploaded in parts.")
    lock: Lock | None
    replication_status: str | None


class ObjectDetails(ObjectHead):
    """One object, or one version of it, without its bytes."""

    tags: Annotated[Tags | Unreadable, Field(discriminator="kind")]
    versions: Annotated[Versions | Unreadable, Field(discriminator="kind")]
    share: ShareLimit


class PreviewObject(RequestBody):
    """An object, or a version of it, to look at."""

    bucket: str
    key: Annotated[str, Field(min_length=1, max_length=1024)]
    version_id: Annotated[str, Field(min_length=1, max_length=1024)] | None = None
    requester_pays: bool = False


class Preview(Schema):
    """A presigned GET that no browser executes: its type is one of a short list, as attachment."""

    url: str
    expires_at: datetime
    kind: Literal["image", "text", "csv", "json", "pdf", "audio", "video", "none"] = Field(
        description="How it can be shown; by the name and the stored type."
    )
    content_type: str = Field(description="What the URL makes S3 answer, whatever is stored.")
    size: int
    etag: str


class ShareObject(RequestBody):
    """An object, or a version of it, to hand to somebody."""

    bucket: str
    key: Annotated[str, Field(min_length=1, max_length=1024)]
    version_id: Annotated[str, Field(min_length=1, max_length=1024)] | None = None
    seconds: Annotated[int, Field(ge=60, le=604_800)] = Field(description="How long it works.")
    requester_pays: bool = False


class SharedLink(Schema):
    """A presigned GET of the whole object, as attachment under its own name."""

    url: str
    expires_at: datetime = Field(description="At the latest; credentials may end before.")
    limit: ShareLimit
