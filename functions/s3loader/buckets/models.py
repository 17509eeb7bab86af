"""The JSON of /api/buckets."""

from datetime import datetime
from enum import StrEnum
from typing import Literal

from pydantic import Field

from s3loader.schema import RequestBody, Schema


class Bucket(Schema):
    """A bucket of the connected account."""

    name: str
    region: str | None = Field(description="Null where AWS does not tell.")
    created_at: datetime | None


class BucketPage(Schema):
    """Up to 1,000 buckets in AWS's order."""

    buckets: list[Bucket]
    next_cursor: str | None


class Retention(Schema):
    """What Object Lock does to every new version by default."""

    mode: Literal["GOVERNANCE", "COMPLIANCE"]
    days: int | None
    years: int | None


class BucketProtection(Schema):
    """What keeps objects of a bucket from being lost by a deletion."""

    versioning: Literal["off", "enabled", "suspended", "unknown"]
    object_lock: Literal["off", "on", "unknown"]
    default_retention: Retention | None


class CorsRule(Schema):
    """One rule of a bucket, its elements as S3 has them."""

    id: str | None
    allowed_origins: list[str]
    allowed_methods: list[str]
    allowed_headers: list[str]
    expose_headers: list[str]
    max_age_seconds: int | None


class CorsProblemCode(StrEnum):
    """What keeps a browser from the bucket; the frontend has a sentence for each."""

    NO_RULES = "no_rules"
    ORIGIN_MISSING = "origin_missing"
    METHODS_MISSING = "methods_missing"
    HEADERS_MISSING = "headers_missing"
    ETAG_NOT_EXPOSED = "etag_not_exposed"
    RULES_UNREADABLE = "rules_unreadable"


class CorsProblem(Schema):
    """One missing piece."""

    code: CorsProblemCode
    detail: str
    missing: list[str] = Field(description="The origin, methods or headers that lack.")


class CorsProbe(Schema):
    """A request that changes nothing and meets the same preflight as an upload.

    It is the PUT of a part of an upload that does not exist: any readable answer, an error too,
    shows that CORS lets the origin through.
    """

    url: str = Field(description="Presigned; works for a minute.")
    headers: dict[str, str]


class CorsDiagnosis(Schema):
    """Whether browsers at an origin may exchange bytes with a bucket, and what mends it."""

    bucket: str
    origin: str
    region: str
    verdict: Literal["ok", "missing", "incomplete", "unknown"]
    problems: list[CorsProblem]
    suggested_rule: CorsRule | None = Field(description="The smallest rule that mends it.")
    rules: list[CorsRule] | None = Field(description="As they are; null if unreadable.")
    repaired_rules: list[CorsRule] | None = Field(
        description="As a repair would leave them: the same rules in the same order, and one more."
    )
    fingerprint: str | None = Field(description="Of the rules as they are; a repair wants it.")
    probes: list[CorsProbe] = Field(description="One for each address that uploads use.")


class RepairCors(RequestBody):
    """A confirmed repair of the rules that a diagnosis showed."""

    bucket: str
    origin: str = Field(max_length=255)
    fingerprint: str = Field(max_length=64)
