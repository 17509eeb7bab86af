"""Downloads from one S3 bucket."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from s3loader.aws.archives import archive_of, storage_class_of
from s3loader.aws.bucket import OpenBucket
from s3loader.aws.checksums import read_checksum
from s3loader.aws.object_head import head_object
from s3loader.aws.presigning import Presigner
from s3loader.deadline import Deadline
from s3loader.downloads.ports import FoundObject
from s3loader.errors import ErrorCode, Forbidden
from s3loader.permissions.asked_actions import GET
from s3loader.permissions.key_answers import KeyAnswers

if TYPE_CHECKING:
    from mypy_boto3_s3.type_defs import HeadObjectOutputTypeDef, HeadObjectRequestTypeDef

_KMS = ("aws:kms", "aws:kms:dsse")
# https://docs.aws.amazon.com/AmazonS3/latest/userguide/ObjectsinRequesterPaysBuckets.html
_PAYER = {"x-amz-request-payer": "requester"}
# A browser would unpack what is stored packed, and hand over other bytes than were signed for.
_AS_STORED = {"response-content-encoding": "identity"}


class S3DownloadSource:
    """One bucket with the caller's rights; nothing is asked after the deadline."""

    def __init__(
        self, bucket: OpenBucket, presigner: Presigner, deadline: Deadline, *, requester_pays: bool
    ) -> None:
        self._bucket = bucket
        self._presigner = presigner
        self._deadline = deadline
        self._requester_pays = requester_pays
        self._answers = KeyAnswers(bucket.witness, GET)

    def head(self, key: str) -> FoundObject:
        """Read an object's headers and the checksum that S3 computed."""
        self._deadline.check()
        try:
            head = head_object(
                self._bucket, key, requester_pays=self._requester_pays, deadline=self._deadline
            )
        except Forbidden as refusal:
            self._remember(key, refusal)
            raise
        self._answers.saw(key, let_through=True)
        self._bucket.notice_region(head["ResponseMetadata"])
        return _found(head)

    def part_size(self, key: str, number: int) -> int:
        """Read the headers of one part alone."""
        self._deadline.check()
        request: HeadObjectRequestTypeDef = {
            "Bucket": self._bucket.name,
            "Key": key,
            "PartNumber": number,
        }
        if self._requester_pays:
            request["RequestPayer"] = "requester"
        with self._bucket.failures(key):
            head = self._bucket.client.head_object(**request)
            return head["ContentLength"] if "PartsCount" in head else self._read_part_size(request)

    def _read_part_size(self, request: HeadObjectRequestTypeDef) -> int:
        """Begin to read a part: MiniStack gives HEAD the whole object whatever part is asked."""
        self._deadline.check()
        answer = self._bucket.client.get_object(**request)
        answer["Body"].close()
        return answer["ContentLength"]

    def expiry(self) -> datetime:
        """Return until when a URL signed from now on works."""
        return self._presigner.expiry()

    def sign_get(self, key: str, found: FoundObject, turn: int) -> str:
        """Sign the GET of an object's bytes as they are stored."""
        query = {
            **(_PAYER if self._requester_pays else {}),
            **(_AS_STORED if found.content_encoding else {}),
        }
        return self._presigner.sign_get(key, query, turn)

    def _remember(self, key: str, refusal: Forbidden) -> None:
        if refusal.code is ErrorCode.ACCESS_DENIED and refusal.params["action"] == GET:
            self._answers.saw(key, let_through=False)


def _found(head: HeadObjectOutputTypeDef) -> FoundObject:
    return FoundObject(
        size=head["ContentLength"],
        etag=head["ETag"].strip('"'),
        etag_is_md5=not _hides_its_md5(head),
        last_modified=head["LastModified"],
        checksum=read_checksum(head),
        content_encoding=head.get("ContentEncoding"),
        storage_class=storage_class_of(head),
        archive=archive_of(head),
    )


def _hides_its_md5(head: HeadObjectOutputTypeDef) -> bool:
    return head.get("ServerSideEncryption") in _KMS or "SSECustomerAlgorithm" in head
