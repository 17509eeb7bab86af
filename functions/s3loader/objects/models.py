"""The JSON of /api/objects."""

from datetime import datetime

from pydantic import Field

from s3loader.schema import Schema


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
