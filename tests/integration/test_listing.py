import boto3
import pytest
from mypy_boto3_s3 import S3Client
from starlette.testclient import TestClient

from tests.integration.conftest import MakeClient, register


def test_buckets_are_listed_with_their_dates(api: TestClient, s3: S3Client) -> None:
    page = api.get("/api/buckets").json()
    assert [bucket["name"] for bucket in page["buckets"]] == ["demo-photos"]
    assert page["buckets"][0]["createdAt"].endswith("Z")
    assert page["nextCursor"] is None


def test_only_allowed_buckets_are_shown_and_served(make_client: MakeClient, s3: S3Client) -> None:
    client = register(make_client(allowed_buckets=("demo-reports",)))
    assert client.get("/api/buckets").json()["buckets"] == []
    refused = client.get("/api/objects?bucket=demo-photos")
    assert refused.status_code == 403
    assert refused.json()["code"] == "bucket_not_allowed"


@pytest.fixture
def far_bucket() -> str:
    client = boto3.client("s3", region_name="eu-west-1")
    client.create_bucket(
        Bucket="demo-far", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"}
    )
    return "demo-far"


def test_a_bucket_in_a_region_that_is_not_served_is_refused(
    make_client: MakeClient, s3: S3Client, far_bucket: str
) -> None:
    client = register(make_client(allowed_regions=("ap-northeast-2",)))
    refused = client.get("/api/objects", params={"bucket": far_bucket}).json()
    assert refused["code"] == "region_not_allowed"
    assert refused["params"] == {"region": "eu-west-1", "allowed": ["ap-northeast-2"]}
    assert client.get("/api/objects?bucket=demo-photos").status_code == 200


def test_a_bucket_of_another_region_is_signed_for_its_own(api: TestClient, far_bucket: str) -> None:
    files = [{"name": "a", "size": 1}]
    answer = api.post("/api/uploads", json={"bucket": far_bucket, "prefix": "", "files": files})
    assert "demo-far.s3.eu-west-1.amazonaws.com" in answer.json()["plans"][0]["url"]


@pytest.mark.parametrize(
    ("bucket", "prefix", "exists"),
    [("demo-photos", "empty/", True), ("demo-photos", "gone/", False), ("demo-far", "", True)],
)
def test_an_empty_prefix_is_told_from_one_that_does_not_exist(
    api: TestClient, s3: S3Client, far_bucket: str, bucket: str, prefix: str, exists: bool
) -> None:
    s3.put_object(Bucket="demo-photos", Key="empty/", Body=b"")
    page = api.get("/api/objects", params={"bucket": bucket, "prefix": prefix}).json()
    assert page["objects"] == page["prefixes"] == []
    assert page["prefixExists"] is exists


def test_a_prefix_shows_what_lies_directly_below_without_its_marker(
    api: TestClient, s3: S3Client
) -> None:
    page = api.get("/api/objects", params={"bucket": "demo-photos", "prefix": "in/"}).json()
    assert page["prefixes"] == ["in/deep/"]
    assert page["prefixExists"] is True
    (found,) = page["objects"]
    assert found["key"] == "in/a.txt"
    assert found["size"] == 3
    assert found["etag"] == "900150983cd24fb0d6963f7d28e17f72"
    assert found["storageClass"] == "STANDARD"
    assert found["lastModified"].endswith("Z")


def test_pages_follow_each_other_to_the_end(api: TestClient, s3: S3Client) -> None:
    for number in range(5):
        s3.put_object(Bucket="demo-photos", Key=f"many/{number}", Body=b"")
    params = {"bucket": "demo-photos", "prefix": "many/", "limit": "2"}
    keys: list[str] = []
    cursor = ""
    while cursor is not None:
        page = api.get("/api/objects", params={**params, **({"cursor": cursor} if cursor else {})})
        keys += [found["key"] for found in page.json()["objects"]]
        cursor = page.json()["nextCursor"]
    assert keys == [f"many/{number}" for number in range(5)]


def keys_in(api: TestClient, **params: str) -> list[str]:
    """Follows the pages of a listing to its end."""
    keys: list[str] = []
    cursor: str | None = ""
    while cursor is not None:
        more = {"cursor": cursor} if cursor else {}
        answer = api.get("/api/objects", params={"bucket": "demo-photos", **params, **more})
        assert answer.status_code == 200, answer.text
        assert answer.json()["prefixes"] == []
        keys += [found["key"] for found in answer.json()["objects"]]
        cursor = answer.json()["nextCursor"]
    return keys


@pytest.mark.parametrize("limit", ["1", "2", "1000"])
def test_a_recursive_listing_has_every_object_below_and_the_markers(
    api: TestClient, s3: S3Client, limit: str
) -> None:
    in_folder = keys_in(api, prefix="in/", recursive="true", limit=limit)
    assert in_folder == ["in/", "in/a.txt", "in/deep/b.txt"]
    assert keys_in(api, recursive="true", limit=limit) == [*in_folder, "root.txt"]


@pytest.mark.parametrize(("prefix", "exists"), [("in/", True), ("gone/", False), ("", True)])
def test_a_recursive_listing_tells_whether_the_prefix_exists(
    api: TestClient, s3: S3Client, prefix: str, exists: bool
) -> None:
    params = {"bucket": "demo-photos", "prefix": prefix, "recursive": "true"}
    assert api.get("/api/objects", params=params).json()["prefixExists"] is exists


@pytest.mark.parametrize("recursive", ["true", "false"])
def test_a_page_of_one_kind_of_listing_does_not_continue_the_other(
    api: TestClient, s3: S3Client, recursive: str
) -> None:
    listing = {"bucket": "demo-photos", "limit": "1"}
    first = api.get("/api/objects", params={**listing, "recursive": recursive}).json()
    other = "false" if recursive == "true" else "true"
    next_page = {**listing, "recursive": other, "cursor": first["nextCursor"]}
    assert api.get("/api/objects", params=next_page).json()["code"] == "cursor_invalid"


def test_a_cursor_of_another_prefix_is_invalid(api: TestClient, s3: S3Client) -> None:
    first = api.get("/api/objects", params={"bucket": "demo-photos", "limit": "1"}).json()
    other = {"bucket": "demo-photos", "prefix": "in/", "cursor": first["nextCursor"]}
    assert api.get("/api/objects", params=other).json()["code"] == "cursor_invalid"
    assert api.get("/api/buckets?cursor=zzz").json()["code"] == "cursor_invalid"


@pytest.mark.parametrize("key", ["odd/한글 😀.txt", "odd/a+b%20c.txt", "odd/a&<b>.txt", "odd/ "])
def test_odd_keys_come_back_as_they_are(api: TestClient, s3: S3Client, key: str) -> None:
    s3.put_object(Bucket="demo-photos", Key=key, Body=b"")
    page = api.get("/api/objects", params={"bucket": "demo-photos", "prefix": "odd/"}).json()
    assert [found["key"] for found in page["objects"]] == [key]


@pytest.mark.parametrize(
    ("bucket", "status", "code"),
    [
        ("arn:aws:s3:::demo-photos", 422, "bucket_name_is_arn"),
        ("demo photos", 422, "bucket_name_invalid"),
        ("demo-nowhere", 404, "bucket_not_found"),
    ],
)
def test_each_wrong_bucket_name_has_its_own_message(
    api: TestClient, bucket: str, status: int, code: str
) -> None:
    answer = api.get("/api/objects", params={"bucket": bucket})
    assert (answer.status_code, answer.json()["code"]) == (status, code)


@pytest.mark.parametrize("limit", ["0", "1001", "many"])
def test_a_page_has_1_to_1000_entries(api: TestClient, limit: str) -> None:
    answer = api.get("/api/objects", params={"bucket": "demo-photos", "limit": limit})
    assert answer.json()["code"] == "invalid_request"
    assert answer.json()["params"] == {"fields": ["limit"]}
