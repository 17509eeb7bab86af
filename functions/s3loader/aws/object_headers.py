"""What S3's headers say of an object."""

from __future__ import annotations

import re
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from typing import TYPE_CHECKING, Final, Literal

from s3loader.aws.archives import archive_of, storage_class_of
from s3loader.aws.checksums import checksum_type, read_any_checksum
from s3loader.objects.details_models import Encryption, Lock, ObjectHead

if TYPE_CHECKING:
    from mypy_boto3_s3.type_defs import HeadObjectOutputTypeDef

_PARTS = re.compile(r'"?[0-9a-f]{32}-(\d+)"?')
_ENCRYPTIONS: Final[dict[str, Literal["s3", "kms", "kms-dual"]]] = {
    "AES256": "s3",
    "aws:kms": "kms",
    "aws:kms:dsse": "kms-dual",
}


def read_headers(key: str, head: HeadObjectOutputTypeDef) -> ObjectHead:
    """Return an answer to HeadObject as the API tells it."""
    return ObjectHead(
        key=key,
        size=head["ContentLength"],
        last_modified=head["LastModified"],
        etag=head["ETag"].strip('"'),
        version_id=head.get("VersionId"),
        content_type=head.get("ContentType"),
        content_encoding=head.get("ContentEncoding"),
        content_language=head.get("ContentLanguage"),
        content_disposition=head.get("ContentDisposition"),
        cache_control=head.get("CacheControl"),
        metadata={name: readable(value) for name, value in head["Metadata"].items()},
        storage_class=storage_class_of(head),
        archive=archive_of(head),
        encryption=_encryption(head),
        checksum=read_any_checksum(head),
        checksum_type=checksum_type(head),
        part_count=_part_count(head["ETag"]),
        lock=_lock(head),
        replication_status=head.get("ReplicationStatus"),
    )


def readable(value: str) -> str:
    """Decode metadata that S3 sends as RFC 2047 words because it is not ASCII.

    https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingMetadata.html
    """
    if "=?" not in value:
        return value
    try:
        return str(make_header(decode_header(value)))
    except (HeaderParseError, LookupError, ValueError):
        return value


def _encryption(head: HeadObjectOutputTypeDef) -> Encryption:
    if head.get("SSECustomerAlgorithm"):
        return Encryption(kind="customer-key", kms_key_id=None)
    kind = _ENCRYPTIONS.get(head.get("ServerSideEncryption", ""), "none")
    return Encryption(kind=kind, kms_key_id=head.get("SSEKMSKeyId"))


def _part_count(etag: str) -> int | None:
    found = _PARTS.fullmatch(etag)
    return int(found.group(1)) if found else None


def _lock(head: HeadObjectOutputTypeDef) -> Lock | None:
    """S3 leaves out what the caller may not read, and legal hold where none was ever set."""
    mode = head.get("ObjectLockMode")
    legal_hold = head.get("ObjectLockLegalHoldStatus")
    if not mode and not legal_hold:
        return None
    return Lock(
        mode=mode,
        retain_until=head.get("ObjectLockRetainUntilDate"),
        legal_hold=legal_hold == "ON" if legal_hold else None,
    )
