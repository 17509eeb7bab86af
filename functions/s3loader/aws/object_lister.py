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

    def __init__(self, bucket: OpenBucket, *, requester_pays: bool) -> None:
        self._bucket = bucket
        self._requester_pays = requester_pays

    @property
    def bucket(self) -> str:
        """The bucket's name."""
        return self._bucket.name

    def list_page(
        self, prefix: str, token: str | None, limit: int, *, recursive: bool
    ) -> ObjectListing:
        """List what lies below a prefix; what is remembered is about listings up to a `/`."""
        request = self._request(prefix, token, limit, recursive=recursive)
        place = None if recursive else prefix
        with self._bucket.failures(prefix=place):
            try:
                page = self._bucket.client.list_objects_v2(**request)
            except ClientError as error:
                if token and error.response["Error"]["Code"] == "InvalidArgument":
                    raise cursor_invalid() from None
                raise
        self._bucket.notice_region(page["ResponseMetadata"])
        self._bucket.witness.saw(LIST, place, let_through=True)
        return ObjectListing(
            prefixes=[found["Prefix"] for found in page.get("CommonPrefixes", [])],
            objects=[_summary(found) for found in page.get("Contents", [])],
            token=page.get("NextContinuationToken") if page["IsTruncated"] else None,
        )

    def _request(
        self, prefix: str, token: str | None, limit: int, *, recursive: bool
    ) -> ListObjectsV2RequestTypeDef:
        request: ListObjectsV2RequestTypeDef = {
            "Bucket": self._bucket.name,
            "Prefix": prefix,
            "MaxKeys": limit,
        }
        if not recursive:
            request["Delimiter"] = "/"
        if token:
            request["ContinuationToken"] = token
        if self._requester_pays:
            request["RequestPayer"] = "requester"
        return request


def _summary(found: ObjectTypeDef) -> ObjectSummary:
    return ObjectSummary(
        key=found["Key"],
        size=found["Size"],
        last_modified=found["LastModified"],
        etag=found["ETag"].strip('"'),
        storage_class=found.get("StorageClass", "STANDARD"),
    )
