"""The checksum that a multipart upload was begun with."""

from typing import Literal

from pydantic import Field

from s3loader.schema import Schema


class DeclaredChecksum(Schema):
    """What S3 was told at the beginning to check parts by.

    Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html
    """

    algorithm: str = Field(description="As S3 calls it, such as CRC32.")
    type: Literal["full-object", "composite"] = Field(
        description="composite: S3 refuses every part that comes without a checksum, so that this "
        "app, which sends none with parts, cannot go on with the upload."
    )
