"""DeleteObjects, and DeleteObject for keys that XML cannot carry."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from botocore.exceptions import ClientError

from s3loader.aws.bucket import OpenBucket
from s3loader.errors import ErrorCode, Forbidden, S3LoaderError
from s3loader.objects.ports import Outcome, Removal
from s3loader.permissions.asked_actions import DELETE
from s3loader.permissions.key_answers import KeyAnswers

if TYPE_CHECKING:
    from mypy_boto3_s3.type_defs import (
        DeleteObjectRequestTypeDef,
        DeleteObjectsRequestTypeDef,
        ErrorTypeDef,
    )


class S3ObjectRemover:
    """One bucket with the caller's rights; versions are never named, so none is ever deleted."""

    def __init__(self, bucket: OpenBucket, *, requester_pays: bool) -> None:
        self._bucket = bucket
        self._requester_pays = requester_pays
        self._answers = KeyAnswers(bucket.witness, DELETE)

    @property
    def bucket(self) -> str:
        """The bucket's name."""
        return self._bucket.name

    @property
    def region(self) -> str:
        """The bucket's region."""
        return self._bucket.region

    def remove_batch(self, keys: Sequence[str]) -> dict[str, Outcome]:
        """Delete up to 1,000 keys; botocore adds the checksum that S3 demands."""
        request: DeleteObjectsRequestTypeDef = {
            "Bucket": self._bucket.name,
            "Delete": {"Objects": [{"Key": key} for key in keys], "Quiet": False},
        }
        if self._requester_pays:
            request["RequestPayer"] = "requester"
        with self._bucket.failures():
            answer = self._bucket.patient_client.delete_objects(**request)
        self._bucket.notice_region(answer["ResponseMetadata"])
        outcomes: dict[str, Outcome] = {
            deleted["Key"]: _removal(is_marker=deleted.get("DeleteMarker", False))
            for deleted in answer.get("Deleted", [])
        }
        for error in answer.get("Errors", []):
            outcomes[error["Key"]] = self._refusal(error)
        for key, outcome in outcomes.items():
            self._remember(key, outcome)
        return outcomes

    def remove_one(self, key: str) -> Removal:
        """Delete one key, which the URL names."""
        request: DeleteObjectRequestTypeDef = {"Bucket": self._bucket.name, "Key": key}
        if self._requester_pays:
            request["RequestPayer"] = "requester"
        try:
            with self._bucket.failures(key):
                answer = self._bucket.client.delete_object(**request)
        except Forbidden as refusal:
            self._remember(key, refusal)
            raise
        removal = _removal(is_marker=answer.get("DeleteMarker", False))
        self._remember(key, removal)
        return removal

    def _remember(self, key: str, outcome: Outcome) -> None:
        """What is neither done nor refused shows nothing of the right."""
        if isinstance(outcome, str):
            self._answers.saw(key, let_through=True)
        elif outcome.code is ErrorCode.ACCESS_DENIED and outcome.params["action"] == DELETE:
            self._answers.saw(key, let_through=False)

    def _refusal(self, error: ErrorTypeDef) -> Outcome:
        told = ClientError(
            {"Error": {"Code": error.get("Code", ""), "Message": error.get("Message", "")}},
            "DeleteObjects",
        )
        try:
            with self._bucket.failures(error["Key"]):
                raise told
        except S3LoaderError as refusal:
            return refusal


def _removal(*, is_marker: bool) -> Removal:
    return "delete-marker" if is_marker else "deleted"
