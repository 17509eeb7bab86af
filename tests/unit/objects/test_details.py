from datetime import UTC, datetime

import pytest
from s3loader.archive import Archive
from s3loader.errors import AwsBusy, ErrorCode, Forbidden, Missing, S3LoaderError
from s3loader.objects.details import describe
from s3loader.objects.details_models import (
    Encryption,
    ObjectDetails,
    ObjectHead,
    ShareLimit,
    Tag,
    Tags,
    Versions,
)
from s3loader.objects.details_ports import AskedObject

LIMIT = ShareLimit(max_seconds=60, bound_by="signature", session_ends_at=None)
TAGS = Tags(kind="tags", tags=[Tag(key="team", value="a")])
VERSIONS = Versions(kind="versions", versions=[], more=False)
DENIED = Forbidden(ErrorCode.ACCESS_DENIED, "denied", {"action": "s3:GetObjectTagging"})
GONE = Missing(ErrorCode.NOT_FOUND, "gone")
HEAD = ObjectHead(
    key="a",
    size=3,
    last_modified=datetime(2026, 11, 23, tzinfo=UTC),
    etag="e",
    version_id="v1",
    content_type="text/plain",
    content_encoding=None,
    content_language=None,
    content_disposition=None,
    cache_control=None,
    metadata={"title": "한글"},
    storage_class="STANDARD",
    archive=Archive(status="readable", restored_until=None),
    encryption=Encryption(kind="s3", kms_key_id=None),
    checksum=None,
    checksum_type=None,
    part_count=None,
    lock=None,
    replication_status=None,
)


class FakeInspector:
    """Answers each part, or fails it."""

    def __init__(self, **failures: S3LoaderError) -> None:
        self._failures = failures

    def head(self, asked: AskedObject) -> ObjectHead:
        self._fail("head")
        return HEAD

    def tags(self, asked: AskedObject) -> Tags:
        self._fail("tags")
        return TAGS

    def versions(self, asked: AskedObject) -> Versions:
        self._fail("versions")
        return VERSIONS

    def _fail(self, part: str) -> None:
        if part in self._failures:
            raise self._failures[part]


def details(**failures: S3LoaderError) -> ObjectDetails:
    return describe(AskedObject("a"), FakeInspector(**failures), LIMIT)


def test_headers_tags_and_versions_come_together() -> None:
    found = details()
    assert {name: getattr(found, name) for name in ObjectHead.model_fields} == dict(HEAD)
    assert (found.tags, found.versions, found.share) == (TAGS, VERSIONS, LIMIT)


def test_a_part_that_may_not_be_read_says_why_and_the_others_stay() -> None:
    found = details(tags=DENIED, versions=AwsBusy(ErrorCode.AWS_THROTTLED, "slow down"))
    assert found.size == 3
    assert found.tags.kind == "unreadable"
    assert (found.tags.code, found.tags.detail) == (ErrorCode.ACCESS_DENIED, "denied")
    assert found.tags.params == {"action": "s3:GetObjectTagging"}
    assert found.versions.kind == "unreadable"


def test_without_headers_there_are_no_details() -> None:
    with pytest.raises(Missing) as missing:
        details(head=GONE, tags=DENIED)
    assert missing.value is GONE
