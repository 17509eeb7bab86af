"""The JSON of /api/config."""

from typing import Literal

from pydantic import Field

from s3loader.schema import Schema


class Limits(Schema):
    """What one upload and one call may hold; sizes in bytes."""

    multipart_threshold: int = Field(description="Files larger than this go by multipart.")
    part_size: int = Field(
        description="Of a part; larger, in whole MiB, only where 10,000 parts would not do."
    )
    max_put_size: int
    max_object_size: int = Field(description="The largest file this server accepts.")
    max_files_per_batch: int
    max_parts_per_batch: int
    max_key_bytes: int


class ContentTypes(Schema):
    """Allowed MIME types; `image/*` and `*/*` are wildcards."""

    allowed: list[str]


class BucketRules(Schema):
    """Buckets and regions that this deployment names; an empty list allows all."""

    pinned: list[str]
    allowed_regions: list[str]
    default_region: str


class StatisticsConfig(Schema):
    """Whether uploads, downloads and deletions are counted, and by which days."""

    store: Literal["off", "firestore", "file"]
    time_zone: str = Field(description='In which days begin and end: "Asia/Seoul".')


class SignInConfig(Schema):
    """How people sign in for the server's own account; Firebase's web config is needed too."""

    providers: list[Literal["google", "email"]]
    emulator: str | None = Field(
        description="Origin of Firebase's Auth emulator; null in every deployment."
    )


class Config(Schema):
    """What the browser must know before anyone signs in."""

    server_credentials: Literal["off", "signed-in", "open"]
    limits: Limits
    content_types: ContentTypes
    buckets: BucketRules
    object_checksums: bool = Field(
        description="Whether S3 computes a CRC64NVME of each object, as AWS does."
    )
    announces: bool = Field(description="Whether events have a topic to go to.")
    statistics: StatisticsConfig
    sign_in: SignInConfig
    firebase: dict[str, str] | None = Field(description="Firebase's web config, or null.")
    version: str
