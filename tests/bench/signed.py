"""Presigned URLs for those who upload with them, signed in advance: signing costs them nothing."""

from dataclasses import dataclass

from mypy_boto3_s3 import S3Client

from tests.bench.load import Load
from tests.bench.seaweedfs import S3Server


@dataclass(frozen=True)
class Signed:
    """URLs of a load: per file, and of a multipart upload where it is one file."""

    key: str
    uploadId: str | None
    puts: dict[str, str]
    parts: list[str]
    create: str | None
    complete: str | None


def signed(load: Load, server: S3Server, prefix: str, part_size: int) -> Signed:
    """Signs for an hour; begins the multipart upload of a single file. `part_size` in bytes."""
    signer = _Signer(server.client(), server.bucket)
    names = [f"{number:05}.bin" for number in range(load.files)]
    puts = {name: signer.sign("put_object", Key=prefix + name) for name in names}
    key = prefix + names[0]
    if load.files > 1:
        return Signed(key, None, puts, [], None, None)
    begun = signer.client.create_multipart_upload(Bucket=server.bucket, Key=key)["UploadId"]
    numbers = range(1, -(-load.size // part_size) + 1)
    return Signed(
        key,
        begun,
        puts,
        [signer.sign("upload_part", Key=key, UploadId=begun, PartNumber=n) for n in numbers],
        signer.sign("create_multipart_upload", Key=key),
        signer.sign("complete_multipart_upload", Key=key, UploadId=begun),
    )


@dataclass(frozen=True)
class _Signer:
    client: S3Client
    bucket: str

    def sign(self, operation: str, **what: str | int) -> str:
        params = {"Bucket": self.bucket, **what}
        return self.client.generate_presigned_url(operation, Params=params)
