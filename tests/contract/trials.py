"""What really happens when an identity tries each action at a place, on objects nobody misses."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Literal

import httpx
from botocore.exceptions import ClientError
from mypy_boto3_s3 import S3Client
from mypy_boto3_s3.type_defs import CORSConfigurationTypeDef

# Names that policies may tell apart, each with and without the tag that some ask for.
NAMES = ("plain.txt", "tagged.txt", "report.pdf")
TAGGED = "tagged.txt"
_CORS: CORSConfigurationTypeDef = {
    "CORSRules": [{"AllowedOrigins": ["https://proof.example"], "AllowedMethods": ["GET"]}]
}


def furnish(administrator: S3Client, bucket: str, prefix: str) -> None:
    """Puts the objects that are tried below a prefix."""
    for name in NAMES:
        tags = "stage=public" if name == TAGGED else "stage=draft"
        administrator.put_object(Bucket=bucket, Key=prefix + name, Body=b"proof", Tagging=tags)


class Trials:
    """One identity's tries at one place; each returns whether S3 let it through."""

    def __init__(
        self,
        administrator: S3Client,
        identity: S3Client,
        browser: httpx.Client,
        bucket: str,
        prefix: str,
    ) -> None:
        self._administrator = administrator
        self._identity = identity
        self._browser = browser
        self._bucket = bucket
        self._prefix = prefix

    def of(self, action: str) -> list[bool]:
        """Try an action on everything that it could be about here."""
        whole: dict[str, Callable[[], object]] = {
            "s3:ListBucket": self._list,
            "s3:ListBucketMultipartUploads": self._list_uploads,
            "s3:GetBucketCORS": lambda: self._identity.get_bucket_cors(Bucket=self._bucket),
            "s3:PutBucketCORS": self._put_cors,
        }
        if action in whole:
            return [_let_through(whole[action])]
        if action in self._of_uploads:
            return [self._tried(self._of_uploads[action], NAMES[0])]
        each: dict[str, Callable[[str], object]] = {
            "s3:GetObject": lambda key: self._by_url("get_object", key),
            "s3:PutObject": lambda key: self._by_url("put_object", key),
            "s3:DeleteObject": self._delete,
            "s3:DeleteObjectVersion": self._delete_version,
            "s3:GetObjectTagging": self._get_tags,
        }
        return [self._tried(each[action], name) for name in NAMES]

    @property
    def _of_uploads(self) -> dict[str, Callable[[str], object]]:
        """What no policy here tells apart by name."""
        return {
            "s3:AbortMultipartUpload": self._abort,
            "s3:ListMultipartUploadParts": self._list_parts,
        }

    def _tried(self, call: Callable[[str], object], name: str) -> bool:
        return _let_through(lambda: call(self._prefix + name))

    def _list(self) -> None:
        self._identity.list_objects_v2(
            Bucket=self._bucket, Prefix=self._prefix, Delimiter="/", MaxKeys=5
        )

    def _list_uploads(self) -> None:
        self._identity.list_multipart_uploads(Bucket=self._bucket, Prefix=self._prefix)

    def _put_cors(self) -> None:
        self._identity.put_bucket_cors(Bucket=self._bucket, CORSConfiguration=_CORS)

    def _by_url(self, method: Literal["get_object", "put_object"], key: str) -> None:
        """As a browser does it."""
        target = {"Bucket": self._bucket, "Key": key}
        url = self._identity.generate_presigned_url(method, Params=target)
        if method == "get_object":
            answer = self._browser.get(url)
        else:
            answer = self._browser.put(url, content=b"proof")
        if answer.status_code != 200:
            code = "AccessDenied" if "<Code>AccessDenied</Code>" in answer.text else answer.text
            raise ClientError({"Error": {"Code": code}}, method)

    def _delete(self, key: str) -> None:
        self._identity.delete_object(Bucket=self._bucket, Key=key)

    def _delete_version(self, key: str) -> None:
        self._identity.delete_object(Bucket=self._bucket, Key=key, VersionId="null")

    def _get_tags(self, key: str) -> None:
        self._identity.get_object_tagging(Bucket=self._bucket, Key=key)

    def _abort(self, key: str) -> None:
        with self._upload(key) as upload_id:
            self._identity.abort_multipart_upload(Bucket=self._bucket, Key=key, UploadId=upload_id)

    def _list_parts(self, key: str) -> None:
        with self._upload(key) as upload_id:
            self._identity.list_parts(Bucket=self._bucket, Key=key, UploadId=upload_id)

    @contextmanager
    def _upload(self, key: str) -> Iterator[str]:
        """An upload of the administrator's, gone afterwards."""
        s3, bucket = self._administrator, self._bucket
        upload_id = s3.create_multipart_upload(Bucket=bucket, Key=key)["UploadId"]
        try:
            yield upload_id
        finally:
            _let_through(
                lambda: s3.abort_multipart_upload(Bucket=bucket, Key=key, UploadId=upload_id)
            )


def _let_through(call: Callable[[], object]) -> bool:
    """Whether S3 did not refuse; what else it says (that nothing is there) came after the right."""
    try:
        call()
    except ClientError as error:
        return error.response["Error"]["Code"] not in ("AccessDenied", "403")
    return True
