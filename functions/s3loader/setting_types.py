"""What the value of one environment variable may be."""

import re
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_settings import NoDecode

from s3loader.bucket_access import BUCKET_NAME, REGION
from s3loader.limits import KIB, MAX_PUT_SIZE
from s3loader.sign_in_rules import buckets_of_people, custom_claim, people_in_json


def _split(value: object) -> object:
    if isinstance(value, str):
        return tuple(item.strip() for item in value.split(",") if item.strip())
    return value


def _matching(pattern: str, meaning: str) -> AfterValidator:
    def check(value: str) -> str:
        if not re.fullmatch(pattern, value):
            raise ValueError(f"must be {meaning}")
        return value

    return AfterValidator(check)


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        raise ValueError("must be a time zone like Asia/Seoul") from None
    return name


def _empty_is_unset(value: object) -> object:
    return None if value == "" else value


Region = Annotated[str, _matching(REGION, "a region like ap-northeast-2")]
Origin = Annotated[str, _matching(r"https?://[^/?#\s]+", "http(s)://host[:port] with no path")]
BucketName = Annotated[str, _matching(BUCKET_NAME, "a bucket name")]
MimePattern = Annotated[
    str, _matching(r"(\*|[\w.+-]+)/(\*|[\w.+-]+)", "a MIME type such as image/* or text/csv")
]
TopicArn = Annotated[
    str, _matching(r"arn:[\w-]+:sns:[\w-]+:\d{12}:[\w-]+", "the ARN of a topic that is not FIFO")
]
SecretArn = Annotated[str, _matching(r"arn:[\w-]+:secretsmanager:[\w-]+:.+", "a secret's ARN")]
Domain = Annotated[str, _matching(r"[a-z0-9-]+(\.[a-z0-9-]+)+", "a domain like example.com")]
# Amazon S3 takes parts from 5 MiB on; below that only a local server does.
PartBytes = Field(ge=64 * KIB, le=MAX_PUT_SIZE)
TimeZone = Annotated[str, AfterValidator(_known_zone)]
CustomClaim = Annotated[str, AfterValidator(custom_claim)]
PeoplesBuckets = Annotated[
    dict[str, tuple[BucketName, ...]],
    BeforeValidator(people_in_json),
    AfterValidator(buckets_of_people),
]
Unset = BeforeValidator(_empty_is_unset)
Listed = (NoDecode, BeforeValidator(_split))
