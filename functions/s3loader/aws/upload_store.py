"""Uploads into one S3 bucket."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from s3loader.aws.bucket import OpenBucket
from s3loader.aws.checksums import read_checksum
from s3loader.aws.clients import LONG
from s3loader.aws.etags import hashes_content
from s3loader.aws.object_head import head_object
from s3loader.aws.presigning import Presigner
from s3loader.concurrency import within
from s3loader.errors import ErrorCode, Missing
from s3loader.uploads.models import SentPart, UploadedPart
from s3loader.uploads.ports import Begun, ListedObject, ListedPage, Over, StoredObject
from s3loader.uploads.put_headers import NONCE

if TYPE_CHECKING:
    from mypy_boto3_s3.type_defs import (
        CompleteMultipartUploadRequestTypeDef,
        CreateMultipartUploadRequestTypeDef,
        ListObjectsV2RequestTypeDef,
    )

_PAGE = 1000
_NO_UPLOAD = "s3loader-asks-whether-it-may-put"


class S3UploadStore:
    """One bucket with the caller's rights."""

    def __init__(
        self,
        bucket: OpenBucket,
        presigner: Presigner,
        completing_seconds: float = LONG.connect + LONG.read,
    ) -> None:
        self._bucket = bucket
        self._presigner = presigner
        self._completing_seconds = completing_seconds

    @property
    def bucket(self) -> str:
        """The bucket's name."""
        return self._bucket.name

    @property
    def region(self) -> str:
        """The bucket's region."""
        return self._bucket.region

    def list_below(self, prefix: str, start_after: str = "", starts_with: str = "") -> ListedPage:
        """List up to 1,000 entries of a prefix."""
        request: ListObjectsV2RequestTypeDef = {
            "Bucket": self._bucket.name,
            "Prefix": prefix + starts_with,
            "Delimiter": "/",
            "MaxKeys": _PAGE,
        }
        if start_after:
            request["StartAfter"] = start_after
        with self._bucket.failures():
            page = self._bucket.client.list_objects_v2(**request)
        self._bucket.notice_region(page["ResponseMetadata"])
        return ListedPage(
            objects=[
                ListedObject(
                    found["Key"], found["Size"], found["ETag"].strip('"'), found["LastModified"]
                )
                for found in page.get("Contents", [])
            ],
            prefixes=[found["Prefix"] for found in page.get("CommonPrefixes", [])],
            is_last=not page["IsTruncated"],
        )

    def head(self, key: str) -> StoredObject:
        """Read an object's headers and the checksum that S3 computed."""
        found = head_object(self._bucket, key)
        return StoredObject(
            size=found["ContentLength"],
            etag=found["ETag"].strip('"'),
            version_id=found.get("VersionId"),
            checksum=read_checksum(found),
            nonce=found["Metadata"].get(NONCE),
            last_modified=found["LastModified"],
            etag_is_md5=hashes_content(found),
        )

    def check_put(self, key: str) -> None:
        """Send a part for an upload that does not exist: S3 looks at the right to put first."""
        try:
            with self._bucket.failures(key):
                self._bucket.client.upload_part(
                    Bucket=self._bucket.name, Key=key, UploadId=_NO_UPLOAD, PartNumber=1, Body=b""
                )
        except Missing as missing:
            if missing.code is not ErrorCode.UPLOAD_NOT_FOUND:  # such as the bucket
                raise

    def expiry(self) -> datetime:
        """Return until when a URL signed from now on works."""
        return self._presigner.expiry()

    def sign_put(self, key: str, headers: Mapping[str, str], turn: int) -> str:
        """Sign the PUT of a whole object."""
        return self._presigner.sign_put(key, headers, turn)

    def sign_part(
        self, key: str, upload_id: str, part_number: int, headers: Mapping[str, str]
    ) -> str:
        """Sign the PUT of one part."""
        query = {"partNumber": str(part_number), "uploadId": upload_id}
        return self._presigner.sign_put(key, headers, part_number, query)

    def begin(
        self, key: str, content_type: str, nonce: str, storage_class: str | None = None
    ) -> Begun:
        """Create a multipart upload.

        No checksum algorithm is declared: that would oblige every part to carry its header.
        """
        request: CreateMultipartUploadRequestTypeDef = {
            "Bucket": self._bucket.name,
            "Key": key,
            "ContentType": content_type,
            "Metadata": {NONCE: nonce},
        }
        if storage_class:
            request["StorageClass"] = storage_class  # type: ignore[typeddict-item] # S3 checks it
        with self._bucket.failures(key):
            begun = self._bucket.client.create_multipart_upload(**request)
        return Begun(begun["UploadId"], etag_is_md5=hashes_content(begun))

    def begun_at(self, key: str, upload_id: str) -> datetime:
        """Look the upload up among the unfinished ones."""
        pages = self._bucket.client.get_paginator("list_multipart_uploads").paginate(
            Bucket=self._bucket.name, Prefix=key
        )
        with self._bucket.failures():
            for page in pages:
                for upload in page.get("Uploads", []):
                    if (upload["Key"], upload["UploadId"]) == (key, upload_id):
                        return upload["Initiated"]
        raise Missing(ErrorCode.UPLOAD_NOT_FOUND, "That multipart upload does not exist.")

    def list_parts(self, key: str, upload_id: str) -> list[UploadedPart]:
        """List all parts, 1,000 a call."""
        pages = self._bucket.client.get_paginator("list_parts").paginate(
            Bucket=self._bucket.name, Key=key, UploadId=upload_id
        )
        with self._bucket.failures(key):
            return [
                UploadedPart(
                    part_number=part["PartNumber"],
                    size=part["Size"],
                    etag=part["ETag"].strip('"'),
                )
                for page in pages
                for part in page.get("Parts", [])
            ]

    def look_for_parts(self, key: str, upload_id: str) -> None:
        """Ask for one part, which S3 refuses once the upload is gone."""
        with self._bucket.failures(key):
            self._bucket.client.list_parts(
                Bucket=self._bucket.name, Key=key, UploadId=upload_id, MaxParts=1
            )

    def complete(
        self, key: str, upload_id: str, parts: Sequence[SentPart], size: int, over: Over
    ) -> StoredObject:
        """Make the object of its parts; S3 refuses when their sum is not `size`.

        S3 may take minutes, in which it sends a blank now and then, so that no read times out.
        Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html
        """
        request: CompleteMultipartUploadRequestTypeDef = {
            "Bucket": self._bucket.name,
            "Key": key,
            "UploadId": upload_id,
            "MpuObjectSize": size,
            "MultipartUpload": {
                "Parts": [{"PartNumber": part.part_number, "ETag": part.etag} for part in parts]
            },
        }
        if over.kind == "nothing":
            request["IfNoneMatch"] = "*"
        if over.kind == "etag":
            request["IfMatch"] = f'"{over.etag}"'
        client = self._bucket.patient_client
        with self._bucket.failures(key):
            done = within(
                self._completing_seconds, lambda: client.complete_multipart_upload(**request)
            )
        return StoredObject(
            size=size,
            etag=done["ETag"].strip('"'),
            version_id=done.get("VersionId"),
            checksum=read_checksum(done),
        )

    def abort(self, key: str, upload_id: str) -> None:
        """Ask S3 to forget a multipart upload."""
        with self._bucket.failures(key):
            self._bucket.client.abort_multipart_upload(
                Bucket=self._bucket.name, Key=key, UploadId=upload_id
            )
