"""Whether an object's bytes can be read, or lie in an archive from which they must be restored."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from s3loader.errors import Conflict, ErrorCode
from s3loader.schema import Schema


class Archive(Schema):
    """Whether the bytes can be read: an archived object must be restored first."""

    status: Literal["readable", "archived", "restoring", "restored"]
    restored_until: datetime | None = Field(description="Of a restored copy.")


def check_readable(archive: Archive, storage_class: str) -> None:
    """Refuse an object whose bytes cannot be read now.

    Raises:
        Conflict: object_archived, with the storage class and how far a restore is (none, ongoing)
    """
    if archive.status not in _ADVICE:
        return
    restore = "ongoing" if archive.status == "restoring" else "none"
    raise Conflict(
        ErrorCode.OBJECT_ARCHIVED,
        f"The object lies in an archive ({storage_class}). {_ADVICE[archive.status]}",
        {"storageClass": storage_class, "restore": restore},
    )


_ADVICE = {
    "archived": "Restore it first, for example in the S3 console.",
    "restoring": "It is being restored, which can take hours. Try again later.",
}
