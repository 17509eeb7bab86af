"""Headers, tags and versions of one bucket's objects."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from s3loader.aws.bucket import OpenBucket
from s3loader.aws.object_head import head_object
from s3loader.aws.object_headers import read_headers
from s3loader.deadline import Deadline
from s3loader.objects.details_models import ObjectHead, Tag, Tags, Version, Versions
from s3loader.objects.details_ports import AskedObject

if TYPE_CHECKING:
    from mypy_boto3_s3.type_defs import (
        DeleteMarkerEntryTypeDef,
        GetObjectTaggingRequestTypeDef,
        ListObjectVersionsRequestTypeDef,
        ObjectVersionTypeDef,
    )

_NEWEST = 100
_GET_VERSION_TAGS = "s3:GetObjectVersionTagging"
_NO_VERSION = "null"  # what S3 calls the version of a key without versioning


class S3ObjectInspector:
    """One bucket with the caller's rights, until a deadline."""

    def __init__(self, bucket: OpenBucket, deadline: Deadline) -> None:
        self._bucket = bucket
        self._deadline = deadline

    def head(self, asked: AskedObject) -> ObjectHead:
        """Read the headers."""
        self._deadline.check()
        answer = head_object(
            self._bucket,
            asked.key,
            version_id=asked.version_id,
            requester_pays=asked.requester_pays,
            deadline=self._deadline,
        )
        self._bucket.notice_region(answer["ResponseMetadata"])
        return read_headers(asked.key, answer)

    def tags(self, asked: AskedObject) -> Tags:
        """Read the tags."""
        self._deadline.check()
        request: GetObjectTaggingRequestTypeDef = {"Bucket": self._bucket.name, "Key": asked.key}
        if asked.version_id:
            request["VersionId"] = asked.version_id
        if asked.requester_pays:
            request["RequestPayer"] = "requester"
        action = _GET_VERSION_TAGS if asked.version_id else None
        with self._bucket.failures(asked.key, action=action):
            answer = self._bucket.client.get_object_tagging(**request)
        tags = [Tag(key=tag["Key"], value=tag["Value"]) for tag in answer["TagSet"]]
        return Tags(kind="tags", tags=tags)

    def versions(self, asked: AskedObject) -> Versions:
        """List the versions; S3 sorts by key, so those of the key come before longer ones."""
        self._deadline.check()
        request: ListObjectVersionsRequestTypeDef = {
            "Bucket": self._bucket.name,
            "Prefix": asked.key,
            "MaxKeys": _NEWEST,
        }
        if asked.requester_pays:
            request["RequestPayer"] = "requester"
        with self._bucket.failures():
            answer = self._bucket.client.list_object_versions(**request)
        found = [_version(each) for each in answer.get("Versions", []) if _is_of(asked, each)]
        markers = [_marker(each) for each in answer.get("DeleteMarkers", []) if _is_of(asked, each)]
        return Versions(
            kind="versions",
            versions=sorted(found + markers, key=_age, reverse=True),
            more=answer["IsTruncated"] and answer.get("NextKeyMarker") == asked.key,
        )


def _is_of(asked: AskedObject, entry: Mapping[str, object]) -> bool:
    return entry["Key"] == asked.key


def _version(entry: ObjectVersionTypeDef) -> Version:
    return Version(
        version_id=entry.get("VersionId", _NO_VERSION),
        is_latest=entry["IsLatest"],
        is_delete_marker=False,
        last_modified=entry["LastModified"],
        size=entry["Size"],
        etag=entry["ETag"].strip('"'),
        storage_class=entry.get("StorageClass"),
    )


def _marker(entry: DeleteMarkerEntryTypeDef) -> Version:
    return Version(
        version_id=entry.get("VersionId", _NO_VERSION),
        is_latest=entry["IsLatest"],
        is_delete_marker=True,
        last_modified=entry["LastModified"],
        size=None,
        etag=None,
        storage_class=None,
    )


def _age(version: Version) -> tuple[bool, float]:
    """S3 has seconds only; the latest is known even among those of one second."""
    return version.is_latest, version.last_modified.timestamp()
