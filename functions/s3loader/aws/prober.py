"""Trying actions in ways that change nothing."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from botocore.exceptions import ClientError

from s3loader.aws.bucket import OpenBucket
from s3loader.aws.deletion_try import try_to_delete
from s3loader.aws.upload_store import S3UploadStore
from s3loader.deadline import Deadline
from s3loader.errors import ErrorCode, S3LoaderError, Unauthenticated
from s3loader.permissions.asked_actions import (
    ABORT,
    DELETE,
    GET,
    GET_CORS,
    LIST,
    LIST_PARTS,
    LIST_UPLOADS,
    PUT,
)
from s3loader.permissions.ports import Glimpse

# A name and an upload id that nothing has: S3 looks at the right first and for the upload then.
_NOTHING = "s3loader-asks-what-it-may-do"
# Enough to find an object behind folders, if there is one.
_GLIMPSE = 100
_NO_CORS = "NoSuchCORSConfiguration"
_VERDICTS = {
    ErrorCode.ACCESS_DENIED: False,
    ErrorCode.UPLOAD_NOT_FOUND: True,
    ErrorCode.NOT_FOUND: True,
    ErrorCode.CONFLICT: True,
}


class S3Prober:
    """Tries what the caller may do in one bucket.

    Every probe returns True where S3 let it through, False where S3 refused it, and None where
    the answer shows nothing or it is too late to ask. Credentials that AWS no longer accepts are
    raised, as everywhere.
    """

    def __init__(
        self,
        bucket: OpenBucket,
        uploads: S3UploadStore,
        deadline: Deadline,
        new_suffix: Callable[[], str] = lambda: uuid.uuid4().hex,
    ) -> None:
        self._bucket = bucket
        self._uploads = uploads
        self._deadline = deadline
        self._new_suffix = new_suffix

    def list_bucket(self, prefix: str) -> Glimpse:
        """List the first entries directly below the prefix."""
        found: list[str] = []
        let_through = self._lets_through(LIST, lambda: found.extend(self._list(prefix)))
        return Glimpse(let_through, found[0] if found else None)

    def get_object(self, key: str) -> bool | None:
        """Read the first byte of an object that is there."""
        return self._lets_through(GET, lambda: self._get(key))

    def list_uploads(self, prefix: str) -> bool | None:
        """List one unfinished multipart upload below the prefix."""
        return self._lets_through(LIST_UPLOADS, lambda: self._list_uploads(prefix))

    def put_object(self, prefix: str) -> bool | None:
        """Send a part for an upload that does not exist."""
        return self._lets_through(PUT, lambda: self._uploads.check_put(prefix + _NOTHING))

    def abort_upload(self, prefix: str) -> bool | None:
        """Abort an upload that does not exist."""
        return self._lets_through(ABORT, lambda: self._uploads.abort(prefix + _NOTHING, _NOTHING))

    def list_parts(self, prefix: str) -> bool | None:
        """List the parts of an upload that does not exist."""
        return self._lets_through(
            LIST_PARTS, lambda: self._uploads.look_for_parts(prefix + _NOTHING, _NOTHING)
        )

    def get_cors(self) -> bool | None:
        """Read the bucket's CORS rules, which it may not have."""
        return self._lets_through(GET_CORS, self._get_cors)

    def delete_object(self, prefix: str) -> bool | None:
        """Delete a name that nothing has, on condition that it exists."""
        key = f"{prefix}{_NOTHING}-{self._new_suffix()}"
        return self._lets_through(DELETE, lambda: try_to_delete(self._bucket, key))

    def _list(self, prefix: str) -> list[str]:
        """Objects with bytes to read; the prefix's own marker is not below it."""
        with self._bucket.failures(prefix=prefix):
            answer = self._bucket.client.list_objects_v2(
                Bucket=self._bucket.name, Prefix=prefix, Delimiter="/", MaxKeys=_GLIMPSE
            )
        found = answer.get("Contents", [])
        return [each["Key"] for each in found if each["Key"] != prefix and each["Size"]]

    def _get(self, key: str) -> None:
        with self._bucket.failures(key):
            answer = self._bucket.client.get_object(
                Bucket=self._bucket.name, Key=key, Range="bytes=0-0"
            )
        answer["Body"].close()

    def _list_uploads(self, prefix: str) -> None:
        with self._bucket.failures(prefix=prefix):
            self._bucket.client.list_multipart_uploads(
                Bucket=self._bucket.name, Prefix=prefix, MaxUploads=1
            )

    def _get_cors(self) -> None:
        with self._bucket.failures():
            try:
                self._bucket.client.get_bucket_cors(Bucket=self._bucket.name)
            except ClientError as error:
                if error.response["Error"]["Code"] != _NO_CORS:
                    raise

    def _lets_through(self, action: str, call: Callable[[], object]) -> bool | None:
        try:
            self._deadline.check()
            call()
        except Unauthenticated:
            raise
        except S3LoaderError as error:
            return _shown_by(error, action)
        return True


def _shown_by(error: S3LoaderError, action: str) -> bool | None:
    """The right to use the KMS key, for example, is another one."""
    return _VERDICTS.get(error.code) if error.params.get("action", action) == action else None
