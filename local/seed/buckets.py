"""The demo buckets and the CORS rules that let the app's pages reach two of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from local.embedded_aws import REGION

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client
    from mypy_boto3_s3.type_defs import CORSConfigurationTypeDef

WITH_CORS = ("demo-photos", "demo-reports")
BUCKETS = (*WITH_CORS, "demo-no-cors")

_EXPOSED = ["ETag", "x-amz-request-id", "x-amz-version-id", "x-amz-checksum-type"] + [
    f"x-amz-checksum-{algorithm}"
    for algorithm in ("crc32", "crc32c", "crc64nvme", "sha1", "sha256")
]


def ensure_buckets(s3: S3Client, app_port: int) -> set[str]:
    """Creates the buckets that are missing and names them; the CORS rules follow the app's port."""
    missing = set(BUCKETS) - {bucket["Name"] for bucket in s3.list_buckets()["Buckets"]}
    for name in missing:
        s3.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": REGION})
    for name in WITH_CORS:
        s3.put_bucket_cors(Bucket=name, CORSConfiguration=_cors(app_port))
    return missing


def _cors(app_port: int) -> CORSConfigurationTypeDef:
    return {
        "CORSRules": [
            {
                "ID": "s3-loader",
                "AllowedOrigins": [f"http://127.0.0.1:{app_port}", f"http://localhost:{app_port}"],
                "AllowedMethods": ["GET", "PUT", "HEAD", "POST", "DELETE"],
                "AllowedHeaders": ["*"],
                "ExposeHeaders": _EXPOSED,
                "MaxAgeSeconds": 3000,
            }
        ]
    }
