from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from botocore.exceptions import ClientError
from s3loader.aws.bucket import OpenBucket
from s3loader.aws.object_inspector import S3ObjectInspector
from s3loader.aws.regions import RegionCache
from s3loader.caller import Credentials
from s3loader.deadline import Deadline
from s3loader.errors import ErrorCode, Forbidden, Missing
from s3loader.objects.details_models import Version
from s3loader.objects.details_ports import AskedObject

from tests.unit.aws.witness import WITNESS

LEE = Credentials("AKIALEELEELEELEELEE1", "lee-secret")
START = datetime(2026, 11, 23, tzinfo=UTC)


class Client:
    """Answers what it is given, and remembers what it was asked."""

    def __init__(self, answer: dict[str, Any] | ClientError) -> None:
        self.answer = answer
        self.asked: dict[str, Any] = {}

    def _call(self, **request: Any) -> dict[str, Any]:  # noqa: ANN401
        self.asked = request
        if isinstance(self.answer, ClientError):
            raise self.answer
        return self.answer

    head_object = get_object = get_object_tagging = list_object_versions = _call


def inspector_of(client: Any) -> S3ObjectInspector:  # noqa: ANN401
    bucket = OpenBucket("demo", "ap-northeast-2", LEE, client, client, RegionCache(), WITNESS)
    return S3ObjectInspector(bucket, Deadline())


def version(key: str, number: int, *, latest: bool = False) -> dict[str, Any]:
    return {
        "Key": key,
        "VersionId": f"v{number}",
        "IsLatest": latest,
        "LastModified": START + timedelta(seconds=number),
        "Size": number,
        "ETag": '"e"',
    }


def marker(key: str, number: int, *, latest: bool = False) -> dict[str, Any]:
    return {k: v for k, v in version(key, number, latest=latest).items() if k in _OF_MARKERS}


_OF_MARKERS = ("Key", "VersionId", "IsLatest", "LastModified")


def listed(answer: dict[str, Any]) -> tuple[list[Version], bool]:
    found = inspector_of(Client({"IsTruncated": False, **answer})).versions(AskedObject("a"))
    return found.versions, found.more


def test_versions_and_markers_are_told_newest_first() -> None:
    versions, _ = listed(
        {
            "Versions": [version("a", 3), version("a", 1)],
            "DeleteMarkers": [marker("a", 4, latest=True), marker("a", 2)],
        }
    )
    assert [found.version_id for found in versions] == ["v4", "v3", "v2", "v1"]
    assert [found.is_delete_marker for found in versions] == [True, False, True, False]
    assert (versions[0].size, versions[1].size) == (None, 3)


def test_of_one_second_the_latest_comes_first() -> None:
    versions, _ = listed(
        {"Versions": [version("a", 1)], "DeleteMarkers": [marker("a", 1, latest=True)]}
    )
    assert versions[0].is_delete_marker


def test_versions_of_longer_keys_are_not_the_keys() -> None:
    page = {"Versions": [version("a", 1), version("a.txt", 1), version("a/b", 1)]}
    versions, more = listed({**page, "IsTruncated": True, "NextKeyMarker": "a/b"})
    assert (len(versions), more) == (1, False)


def test_a_hundred_versions_are_told_and_that_there_are_more() -> None:
    page = {"Versions": [version("a", number) for number in range(100)]}
    client = Client({**page, "IsTruncated": True, "NextKeyMarker": "a"})
    found = inspector_of(client).versions(AskedObject("a", "v1", requester_pays=True))
    assert (len(found.versions), found.more) == (100, True)
    assert client.asked == {
        "Bucket": "demo",
        "Prefix": "a",
        "MaxKeys": 100,
        "RequestPayer": "requester",
    }


def test_tags_are_read_of_the_version_that_is_asked() -> None:
    client = Client({"TagSet": [{"Key": "team", "Value": "한글"}]})
    (tag,) = inspector_of(client).tags(AskedObject("a", "v1", requester_pays=True)).tags
    assert (tag.key, tag.value) == ("team", "한글")
    assert client.asked["VersionId"] == "v1"
    assert client.asked["RequestPayer"] == "requester"


@pytest.mark.parametrize(
    ("version_id", "action"), [(None, "s3:GetObjectTagging"), ("v", "s3:GetObjectVersionTagging")]
)
def test_the_permission_that_tags_need_is_named(version_id: str | None, action: str) -> None:
    denied = ClientError({"Error": {"Code": "AccessDenied"}}, "GetObjectTagging")
    with pytest.raises(Forbidden) as refused:
        inspector_of(Client(denied)).tags(AskedObject("a", version_id))
    assert refused.value.params["action"] == action


@pytest.mark.parametrize(
    ("version_id", "action"), [(None, "s3:GetObject"), ("v", "s3:GetObjectVersion")]
)
def test_the_permission_that_headers_need_is_named(version_id: str | None, action: str) -> None:
    denied = ClientError({"Error": {"Code": "403"}}, "HeadObject")
    with pytest.raises(Forbidden) as refused:
        inspector_of(Client(denied)).head(AskedObject("a", version_id))
    assert refused.value.params["action"] == action


@pytest.mark.parametrize(
    ("version_id", "status", "words"),
    [(None, "404", "is deleted"), ("v1", "405", "is a delete marker")],
)
def test_a_delete_marker_is_not_told_as_a_key_that_never_was(
    version_id: str | None, status: str, words: str
) -> None:
    error: Any = {
        "Error": {"Code": status},
        "ResponseMetadata": {"HTTPHeaders": {"x-amz-delete-marker": "true"}},
    }
    client = Client(ClientError(error, "HeadObject"))
    with pytest.raises(Missing) as missing:
        inspector_of(client).head(AskedObject("a", version_id))
    assert missing.value.code is ErrorCode.NOT_FOUND
    assert words in missing.value.detail
