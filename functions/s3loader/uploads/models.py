"""The JSON of /api/uploads and the calls below it; sizes in bytes."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from s3loader.checksum import Checksum
from s3loader.errors import ErrorCode, JsonParams
from s3loader.limits import MAX_OBJECT_SIZE
from s3loader.schema import RequestBody, Schema

# The limit makes Pydantic refuse half characters too; what a name may be, BucketAccess says.
BucketName = Annotated[str, Field(max_length=2048)]
Key = Annotated[str, Field(min_length=1)]
UploadId = Annotated[str, Field(min_length=1)]
Size = Annotated[int, Field(strict=True, ge=0, le=MAX_OBJECT_SIZE)]
PartNumber = Annotated[int, Field(strict=True, ge=1, le=10_000)]
OnConflict = Literal["refuse", "replace", "keep-both"]


class NewFile(Schema):
    """A file that a person wants below the prefix; its name brings no path."""

    name: str
    size: Annotated[int, Field(strict=True, ge=0)]
    content_type: str = Field("", description="Empty: application/octet-stream.")


class PlanUploads(RequestBody):
    """Up to 1,000 files for one existing prefix (empty, or ending in `/`)."""

    bucket: BucketName
    prefix: str
    on_conflict: OnConflict = "refuse"
    files: list[NewFile]


class PutPlan(Schema):
    """Send the file in one PUT."""

    kind: Literal["put"]
    name: str
    key: str
    url: str
    headers: dict[str, str] = Field(
        description="Exactly what to send besides content-length, which is signed too."
    )
    expires_at: datetime
    nonce: str = Field(description="In the object's metadata as `s3loader-nonce`.")


class MultipartPlan(Schema):
    """Send the file in `partCount` parts of `partSize` bytes; the last one may be shorter."""

    kind: Literal["multipart"]
    name: str
    key: str
    upload_id: str
    part_size: int
    part_count: int
    nonce: str = Field(description="In the object's metadata as `s3loader-nonce`.")
    etag_is_md5: bool = Field(
        description="Whether S3's answer to a part is its MD5, as it is without KMS."
    )


class RefusedPlan(Schema):
    """This file cannot be uploaded as asked; nothing was begun for it.

    Where the code is aws_throttled, aws_error or aws_unreachable, planning it again may work.
    """

    kind: Literal["refused"]
    name: str
    code: ErrorCode
    detail: str
    params: JsonParams


UploadPlan = Annotated[PutPlan | MultipartPlan | RefusedPlan, Field(discriminator="kind")]


class UploadPlans(Schema):
    """A plan per file, in the order of the files."""

    plans: list[UploadPlan]


class SignParts(RequestBody):
    """Up to 100 parts of an upload of `size` bytes in all."""

    bucket: BucketName
    key: Key
    upload_id: UploadId
    size: Size
    part_numbers: list[PartNumber]


class SignedPart(Schema):
    """Where to PUT one part."""

    part_number: int
    url: str
    headers: dict[str, str]


class SignedParts(Schema):
    """URLs in the order of the part numbers asked for."""

    parts: list[SignedPart]
    expires_at: datetime


class UploadReference(RequestBody):
    """A multipart upload that has begun."""

    bucket: BucketName
    key: Key
    upload_id: UploadId


class UploadedPart(Schema):
    """A part that S3 has."""

    part_number: int
    size: int
    etag: str = Field(description="Without quotes.")


class UploadedParts(Schema):
    """All parts that S3 has, in order."""

    parts: list[UploadedPart]


class SentPart(Schema):
    """A part that the client sent and the ETag that S3 answered, quoted or not."""

    part_number: PartNumber
    etag: Annotated[str, Field(min_length=1)]


class SentUpload(Schema):
    """An upload whose bytes were all sent; `uploadId` null means a single PUT."""

    key: Key
    upload_id: UploadId | None
    size: Size
    parts: list[SentPart] = Field(default=[], max_length=10_000)
    nonce: str | None = Field(
        None,
        description=(
            "The plan's nonce. It decides, when an answer was lost, whether the object is ours."
        ),
    )
    etag: str | None = Field(
        None,
        description=(
            "Single PUT: the ETag S3 answered to it. With it a whole batch is checked by one "
            "listing; without it each object costs a HEAD."
        ),
    )
    on_conflict: OnConflict | None = Field(
        None,
        description=(
            "Multipart: what the plan was asked. `refuse` and `keep-both` never overwrite, "
            "`replace` does. Null: an object that was there before the upload began is replaced, "
            "because only a plan to replace it could begin; one that came since is a conflict, and "
            "so is one of which that cannot be told (it takes s3:ListBucket and "
            "s3:ListBucketMultipartUploads)."
        ),
    )
    crc64nvme: Annotated[str, Field(pattern=r"^[A-Za-z0-9+/]{11}=$")] | None = Field(
        None,
        description=(
            "CRC64NVME of all that was sent, base64. Where S3 tells the object's own, they are "
            "compared: another one is upload_damaged. A single PUT that a listing checks (its ETag "
            "is given and `verify` is not) is not compared, for that would cost a HEAD each."
        ),
    )
    verify: bool = Field(
        default=False,
        description=(
            "Single PUT: its ETag was not the MD5 of what was sent, so look at the object itself "
            "(one HEAD). Without KMS that is upload_damaged, unless a checksum shows otherwise."
        ),
    )


class CompleteUploads(RequestBody):
    """Up to 1,000 uploads of one bucket to finish and check."""

    bucket: BucketName
    uploads: list[SentUpload]


class CompletedUpload(Schema):
    """The object is in S3 with the right size."""

    kind: Literal["completed"]
    key: str
    size: int
    etag: str = Field(description="Without quotes.")
    version_id: str | None
    checksum: Checksum | None
    verified: Literal["CRC64NVME"] | None = Field(
        description="The checksum of S3 that was the same as the sent one; null: none to compare."
    )
    notified: bool = Field(
        description=(
            "Whether SNS took the event; subscribers get it at least once. False too where no "
            "topic is configured, or where nothing shows that this upload just made the object."
        )
    )


class FailedUpload(Schema):
    """The object is not, or not certainly, what was sent.

    The codes aws_throttled, aws_error and aws_unreachable mean that nothing is decided: keep the
    upload and ask for its completion again.
    """

    kind: Literal["failed"]
    key: str
    code: ErrorCode
    detail: str
    params: JsonParams


UploadResult = Annotated[CompletedUpload | FailedUpload, Field(discriminator="kind")]


class UploadResults(Schema):
    """A result per upload, in the order asked."""

    results: list[UploadResult]
