"""ListObjectsV2, one page at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from botocore.exceptions import ClientError

from s3loader.aws.bucket import OpenBucket
from s3loader.cursors import cursor_invalid
from s3loader.objects.models import ObjectSummary
from s3loader.objects.ports import ObjectListing
from s3loader.permissions.asked_actions import LIST

if TYPE_CHECKING:
    from mypy_boto3_s3.type_defs import ListObjectsV2RequestTypeDef, ObjectTypeDef


class S3ObjectLister:
    """One bucket's listing; botocore asks for URL-encoded keys and decodes them."""

    def __init__(self, bucket: OpenBucket) -> None:
        self._bucket = bucket

    @property
    def bucket(self) -> str:
        """The bucket's name."""
        return self._bucket.name

    def list_page(self, prefix: str, token: str | None, limit: int) -> ObjectListing:
        """List what lies directly below a prefix."""
        request: ListObjectsV2RequestTypeDef = {
            "Bucket": self._bucket.name,
            "Prefix": prefix,
            "Delimiter": "/",
            "MaxKeys": limit,
        }
        if token:
            request["ContinuationToken"] = token
        with self._bucket.failures(prefix=prefix):
            try:
                page = self._bucket.client.list_objects_v2(**request)
            except ClientError as error:
                if token and error.response["Error"]["Code"] == "InvalidArgument":
                    raise cursor_invalid() from None
                raise
        self._bucket.notice_region(page["ResponseMetadata"])
        self._bucket.witness.saw(LIST, prefix, let_through=True)
        return ObjectListing(
            prefixes=[found["Prefix"] for found in page.get("CommonPrefixes", [])],
            objects=[_summary(found) for found in page.get("Contents", [])],
            token=page.get("NextContinuationToken") if page["IsTruncated"] else None,
        )


def _summary(found: ObjectTypeDef) -> ObjectSummary:
    return ObjectSummary(
        key=found["Key"],
        size=found["Size"],
        last_modified=found["LastModified"],
        etag=found["ETag"].strip('"'),
        storage_class=found.get("StorageClass", "STANDARD"),
    )
