"""A checksum of a whole object, as S3 tells it."""

from s3loader.schema import Schema


class Checksum(Schema):
    """A checksum of the whole object that S3 computed; base64."""

    algorithm: str
    value: str
