"""The JSON of /api/objects."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from s3loader.errors import ErrorCode
from s3loader.schema import RequestBody, Schema


class ObjectSummary(Schema):
    """One object of a listing."""

    key: str
    size: int = Field(description="Bytes.")
    last_modified: datetime
    etag: str = Field(description="Without quotes.")
    storage_class: str


class ObjectPage(Schema):
    """What lies directly below a prefix, up to `limit` entries in S3's order."""

    prefixes: list[str] = Field(description="Full prefixes, each ending in `/`.")
    objects: list[ObjectSummary]
    next_cursor: str | None
    prefix_exists: bool = Field(
        description="Whether any key begins with the prefix, its marker included; the root exists."
    )


class DeleteObjects(RequestBody):
    """Keys to delete and the word that the person typed."""

    bucket: str
    keys: Annotated[
        list[Annotated[str, Field(min_length=1, max_length=1024)]],
        Field(min_length=1, max_length=1000),
    ]
    requester_pays: bool = Field(
        default=False, description="The person has agreed to pay for the requests."
    )
    confirmation: str = Field(description='Exactly "delete"; anything else answers 400.')


class DeleteResult(Schema):
    """What became of one key."""

    key: str
    outcome: Literal["deleted", "delete-marker", "failed"]
    code: ErrorCode | None = Field(description="Null unless it failed.")
    detail: str | None


class DeleteResults(Schema):
    """One result per key, in the order asked; a key that was asked twice has one."""

    results: list[DeleteResult]
    notified: bool = Field(
        description=(
            "Whether SNS took the events of all that was deleted; subscribers get them at least "
            "once. False too where nothing was deleted or no topic is configured."
        )
    )
