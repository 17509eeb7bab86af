"""HeadObject, with S3's own reason where it is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from botocore.exceptions import ClientError

from s3loader.aws.bucket import OpenBucket
from s3loader.deadline import Deadline
from s3loader.errors import ErrorCode, Missing

if TYPE_CHECKING:
    from mypy_boto3_s3.type_defs import (
        GetObjectRequestTypeDef,
        HeadObjectOutputTypeDef,
        HeadObjectRequestTypeDef,
    )

_GET_VERSION = "s3:GetObjectVersion"
_UNEXPLAINED = ("400", "403")


def head_object(
    bucket: OpenBucket,
    key: str,
    *,
    version_id: str | None = None,
    requester_pays: bool = False,
    deadline: Deadline | None = None,
) -> HeadObjectOutputTypeDef:
    """Read an object's headers and the checksum that S3 computed.

    Args:
        deadline: after which the reason of a refusal is not asked for

    Raises:
        Missing: not_found; also for a delete marker, which has no bytes
        Forbidden: access_denied; also for a missing object where listing is denied
        InvalidInput: customer_key_needed
    """
    request: HeadObjectRequestTypeDef = {
        "Bucket": bucket.name,
        "Key": key,
        "ChecksumMode": "ENABLED",
    }
    if version_id is not None:
        request["VersionId"] = version_id
    if requester_pays:
        request["RequestPayer"] = "requester"
    with bucket.failures(key, action=_GET_VERSION if version_id else None):
        try:
            return bucket.client.head_object(**request)
        except ClientError as error:
            _check_marker(error, version_id)
            in_time = deadline is None or not deadline.has_passed
            if in_time and error.response["Error"]["Code"] in _UNEXPLAINED:
                _ask_why(bucket, request)
            raise


def _check_marker(error: ClientError, version_id: str | None) -> None:
    """S3 answers 404 where the newest version is a delete marker, and 405 to a marker's own id."""
    headers = error.response.get("ResponseMetadata", {}).get("HTTPHeaders", {})
    if headers.get("x-amz-delete-marker") == "true":
        raise Missing(
            ErrorCode.NOT_FOUND,
            "That version is a delete marker and has no bytes. Choose another version."
            if version_id
            else "The object is deleted: its newest version is a delete marker. "
            "Choose an older version.",
        )


def _ask_why(bucket: OpenBucket, refused: HeadObjectRequestTypeDef) -> None:
    """Repeat as GET what HEAD refused: only an answer with a body has S3's error code."""
    request: GetObjectRequestTypeDef = {**refused, "Range": "bytes=0-0"}
    bucket.client.get_object(**request)["Body"].close()
