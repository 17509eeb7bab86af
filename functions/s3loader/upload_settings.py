"""What the API and the command line both need to know: where S3 is, and what it may be given."""

from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from s3loader.bucket_access import BucketAccess
from s3loader.limits import MAX_OBJECT_SIZE, MIB, MIN_PART_SIZE
from s3loader.setting_types import (
    BucketName,
    Listed,
    MimePattern,
    Origin,
    PartBytes,
    Region,
    TopicArn,
    Unset,
)
from s3loader.uploads.layout import Layout
from s3loader.uploads.rules import UploadRules


class UploadSettings(BaseSettings):
    """Each field is the variable of the same name in capitals; sizes in bytes."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    aws_region: Region = "ap-northeast-2"
    aws_endpoint: Annotated[Origin | None, Unset] = None
    s3_endpoint: Annotated[Origin | None, Unset] = None
    s3_checksums: bool | None = None
    sns_topic_arn: Annotated[TopicArn | None, Unset] = None
    allowed_buckets: Annotated[tuple[BucketName, ...], *Listed] = ()
    allowed_regions: Annotated[tuple[Region, ...], *Listed] = ()
    multipart_threshold: Annotated[int, PartBytes] = 100_000_000
    part_size: Annotated[int, PartBytes] = 8 * MIB
    max_file_size: Annotated[int, Field(ge=1, le=MAX_OBJECT_SIZE)] = MAX_OBJECT_SIZE
    allowed_content_types: Annotated[tuple[MimePattern, ...], *Listed] = ("*/*",)

    @property
    def s3_origin(self) -> str | None:
        """Where S3 is reached; None means AWS."""
        return self.s3_endpoint or self.aws_endpoint

    @property
    def object_checksums(self) -> bool:
        """Whether S3 computes a CRC64NVME of each object: AWS does, other servers if so set."""
        return self.s3_checksums if self.s3_checksums is not None else self.s3_origin is None

    @property
    def bucket_access(self) -> BucketAccess:
        """Which buckets may be touched."""
        return BucketAccess(self.allowed_buckets or None, self.allowed_regions or None)

    @property
    def upload_rules(self) -> UploadRules:
        """What may be uploaded, and how it is cut."""
        return UploadRules(
            self.multipart_threshold,
            self.max_file_size,
            self.allowed_content_types,
            Layout(self.part_size),
        )

    @model_validator(mode="after")
    def _parts_that_s3_takes(self) -> Self:
        smallest = min(self.multipart_threshold, self.part_size)
        if self.s3_origin is None and smallest < MIN_PART_SIZE:
            raise ValueError("MULTIPART_THRESHOLD and PART_SIZE are at least 5 MiB for Amazon S3")
        return self
