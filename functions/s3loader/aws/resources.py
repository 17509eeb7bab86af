"""ARNs of what a call is about, for messages about permissions."""

from s3loader.aws.session import partition


def bucket_arn(region: str, bucket: str) -> str:
    """Return a bucket's ARN."""
    return f"arn:{partition(region)}:s3:::{bucket}"


def object_arn(region: str, bucket: str, key: str) -> str:
    """Return an object's ARN."""
    return f"{bucket_arn(region, bucket)}/{key}"
