"""Failures as RFC 9457 problem+json."""

from pydantic import Field

from s3loader.errors import ErrorCode
from s3loader.schema import Schema

MEDIA_TYPE = "application/problem+json"


class Problem(Schema):
    """What every failed call answers; `code` decides the message that a person sees."""

    type: str = Field(description="urn:s3loader:error:<code>")
    title: str
    status: int
    code: ErrorCode
    detail: str = Field(description="English: what happened and what to do.")
    request_id: str
    params: dict[str, str | int | list[str]]
