"""ARNs: of what a call is about, and where they point."""

from s3loader.aws.session import partition


def bucket_arn(region: str, bucket: str) -> str:
    """Return a bucket's ARN."""
    return f"arn:{partition(region).name}:s3:::{bucket}"


def region_of(arn: str) -> str:
    """Return the region that an ARN names."""
    return arn.split(":")[3]
