"""Comparing what S3 has with what was sent, before anybody is told that it arrived."""

from typing import Literal

from s3loader.errors import Conflict, ErrorCode
from s3loader.uploads.models import SentUpload
from s3loader.uploads.outcomes import Arrival
from s3loader.uploads.ports import StoredObject

_CRC64NVME: Literal["CRC64NVME"] = "CRC64NVME"


def arrived(upload: SentUpload, stored: StoredObject, *, is_news: bool = True) -> Arrival:
    """Say that an object of the right size arrived, and whether a checksum shows its content.

    Raises:
        Conflict: upload_damaged
    """
    told = stored.checksum
    if upload.crc64nvme is None or told is None or told.algorithm != _CRC64NVME:
        if upload.verify and stored.etag_is_md5:
            raise _damaged(upload.key)
        return Arrival(stored, is_news)
    if told.value != upload.crc64nvme:
        raise _damaged(upload.key)
    return Arrival(stored, is_news, verified=_CRC64NVME)


def lacks_checksum(upload: SentUpload, stored: StoredObject) -> bool:
    """Tell whether the client sent a checksum that S3's answer so far has none to compare with."""
    return upload.crc64nvme is not None and stored.checksum is None


def _damaged(key: str) -> Conflict:
    return Conflict(
        ErrorCode.UPLOAD_DAMAGED,
        "The object in S3 has other bytes than were sent. "
        "Upload the file again to replace it, or delete the object.",
        {"key": key},
    )
