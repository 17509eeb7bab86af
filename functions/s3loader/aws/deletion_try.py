"""Finding out whether a deletion would be let through, by deleting what is not there."""

from s3loader.aws.bucket import OpenBucket
from s3loader.aws.failures import aws_failures
from s3loader.aws.resources import bucket_arn
from s3loader.errors import S3LoaderError
from s3loader.observability import logger

# Deletes only what exists, and needs no permission but s3:DeleteObject:
# https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-deletes.html
_IF_IT_EXISTS = "*"


def try_to_delete(bucket: OpenBucket, key: str) -> None:
    """Delete an object that does not exist, which S3 looks for once it has seen the right.

    A server that ignores the condition may put a delete marker there; it is removed again.

    Raises:
        Missing: not_found, which shows the right
        Conflict: conflict, which shows it too
        Forbidden: access_denied
    """
    with bucket.failures(key):
        answer = bucket.client.delete_object(Bucket=bucket.name, Key=key, IfMatch=_IF_IT_EXISTS)
    if answer.get("DeleteMarker"):
        _remove_marker(bucket, key, answer["VersionId"])


def _remove_marker(bucket: OpenBucket, key: str, version_id: str) -> None:
    """Not by way of the bucket's failures: a refusal is about s3:DeleteObjectVersion."""
    try:
        with aws_failures(f"{bucket_arn(bucket.region, bucket.name)}/{key}"):
            bucket.client.delete_object(Bucket=bucket.name, Key=key, VersionId=version_id)
    except S3LoaderError as error:
        extra = {"bucket": bucket.name, "key": key, "code": error.code}
        logger.warning("a try left a delete marker", extra=extra)
