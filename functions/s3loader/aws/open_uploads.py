"""Multipart uploads of one bucket that are neither completed nor aborted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from botocore.compat import unquote_str
from botocore.exceptions import ClientError

from s3loader.aws.archives import STANDARD
from s3loader.aws.bucket import OpenBucket
from s3loader.aws.checksums import read_declared
from s3loader.aws.lifecycle import abort_rules
from s3loader.cursors import cursor_invalid
from s3loader.deadline import Deadline
from s3loader.permissions.asked_actions import LIST_UPLOADS
from s3loader.uploads.unfinished_ports import (
    AbortRule,
    Marker,
    OpenUpload,
    OpenUploadsPage,
    PartsSum,
)

if TYPE_CHECKING:
    from mypy_boto3_s3.type_defs import (
        ListMultipartUploadsOutputTypeDef,
        ListMultipartUploadsRequestTypeDef,
        MultipartUploadTypeDef,
    )


class S3OpenUploadLister:
    """Asks with the caller's rights until a deadline."""

    def __init__(self, bucket: OpenBucket, deadline: Deadline) -> None:
        self._bucket = bucket
        self._deadline = deadline

    @property
    def bucket(self) -> str:
        """The bucket's name."""
        return self._bucket.name

    def list_page(self, prefix: str, after: Marker | None, limit: int) -> OpenUploadsPage:
        """List up to 1,000 uploads."""
        request = self._request(prefix, after, limit)
        with self._bucket.failures(prefix=prefix):
            try:
                page = self._bucket.client.list_multipart_uploads(**request)
            except ClientError as error:
                if after and error.response["Error"]["Code"] == "InvalidArgument":
                    raise cursor_invalid() from None
                raise
            self._bucket.witness.saw(LIST_UPLOADS, prefix, let_through=True)
            return _page(page)

    def sum_parts(self, upload: OpenUpload) -> PartsSum:
        """Read all pages of parts, 1,000 a page."""
        pages = self._bucket.client.get_paginator("list_parts").paginate(
            Bucket=self._bucket.name, Key=upload.key, UploadId=upload.upload_id
        )
        sizes: list[int] = []
        with self._bucket.failures(upload.key):
            self._deadline.check()
            for page in pages:
                sizes += [part["Size"] for part in page.get("Parts", [])]
                if page["IsTruncated"]:
                    self._deadline.check()
        return PartsSum(sum(sizes), len(sizes), sizes[0] if sizes else None)

    def abort_rules(self) -> list[AbortRule]:
        """Read the bucket's lifecycle configuration."""
        self._deadline.check()
        return abort_rules(self._bucket)

    def canonical_id(self) -> str | None:
        """Ask S3 for the owner of the account's buckets."""
        self._deadline.check()
        with self._bucket.failures():
            return self._bucket.client.list_buckets(MaxBuckets=1).get("Owner", {}).get("ID")

    def _request(
        self, prefix: str, after: Marker | None, limit: int
    ) -> ListMultipartUploadsRequestTypeDef:
        request: ListMultipartUploadsRequestTypeDef = {
            "Bucket": self._bucket.name,
            "Prefix": prefix,
            "MaxUploads": limit,
            "EncodingType": "url",  # XML cannot hold every character that keys may have
        }
        if after:
            request["KeyMarker"], request["UploadIdMarker"] = after
        return request


def _page(page: ListMultipartUploadsOutputTypeDef) -> OpenUploadsPage:
    """Read an answer; not every server encodes keys when asked to, or names the key it ends at."""
    plain: Callable[[str], str] = unquote_str if page.get("EncodingType") == "url" else str
    uploads = [_upload(found, plain) for found in page.get("Uploads", [])]
    if not page["IsTruncated"] or not uploads:
        return OpenUploadsPage(uploads, None)
    return OpenUploadsPage(uploads, Marker(uploads[-1].key, uploads[-1].upload_id))


def _upload(found: MultipartUploadTypeDef, plain: Callable[[str], str]) -> OpenUpload:
    return OpenUpload(
        key=plain(found["Key"]),
        upload_id=found["UploadId"],
        initiated_at=found["Initiated"],
        initiator=found.get("Initiator", {}).get("ID") or None,
        storage_class=found.get("StorageClass", STANDARD),
        checksum=read_declared(found),
    )
