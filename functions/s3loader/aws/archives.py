"""What S3's headers say of archived and restored objects."""

from __future__ import annotations

import re
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from s3loader.archive import Archive

if TYPE_CHECKING:
    from mypy_boto3_s3.type_defs import HeadObjectOutputTypeDef

STANDARD = "STANDARD"  # which S3 leaves out
# GLACIER_IR, the instant one, is read like any other.
_ARCHIVES = ("GLACIER", "DEEP_ARCHIVE")
_EXPIRY = re.compile(r'expiry-date="([^"]+)"')


def storage_class_of(head: HeadObjectOutputTypeDef) -> str:
    """Return the object's storage class."""
    return head.get("StorageClass", STANDARD)


def archive_of(head: HeadObjectOutputTypeDef) -> Archive:
    """Read it from an answer to HeadObject.

    https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html (x-amz-restore,
    x-amz-archive-status)
    """
    restore = head.get("Restore", "")
    if not head.get("ArchiveStatus") and storage_class_of(head) not in _ARCHIVES:
        return Archive(status="readable", restored_until=None)
    if 'ongoing-request="true"' in restore:
        return Archive(status="restoring", restored_until=None)
    if 'ongoing-request="false"' in restore:
        return Archive(status="restored", restored_until=_expiry(restore))
    return Archive(status="archived", restored_until=None)


def _expiry(restore: str) -> datetime | None:
    found = _EXPIRY.search(restore)
    try:
        return parsedate_to_datetime(found.group(1)) if found else None
    except ValueError:
        return None
