import pytest
from s3loader.bucket_access import BucketAccess, check_bucket_name
from s3loader.errors import ErrorCode, Forbidden, InvalidInput


@pytest.mark.parametrize(
    "name",
    [
        "demo-photos",
        "a.b.c",
        "123",
        "a" * 63,
        "Demo_2011",
        "demo-",
        "a" * 255,
        "mine-abcdefghijklmnopqrstuvwxyz01-s3alias",
    ],
)
def test_bucket_names_pass(name: str) -> None:
    check_bucket_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "ab",
        "a..b",
        "10.0.0.1",
        "b--x-s3",
        "demo/photos",
        "데모",
        "",
        "demo photos",
        "demo\n",
        "a" * 256,
    ],
)
def test_what_is_no_bucket_name_is_refused(name: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        check_bucket_name(name)
    assert refused.value.code is ErrorCode.BUCKET_NAME_INVALID


def test_an_arn_is_told_apart_from_a_misspelt_name() -> None:
    with pytest.raises(InvalidInput) as refused:
        check_bucket_name("arn:aws:s3:::demo-photos")
    assert refused.value.code is ErrorCode.BUCKET_NAME_IS_ARN


def test_an_access_points_arn_leads_to_its_alias() -> None:
    with pytest.raises(InvalidInput) as refused:
        check_bucket_name("arn:aws:s3:ap-northeast-2:123456789012:accesspoint/mine")
    assert refused.value.code is ErrorCode.BUCKET_NAME_IS_ARN
    assert "-s3alias" in refused.value.detail


def test_only_allowed_buckets_and_regions_pass_where_lists_are_given() -> None:
    access = BucketAccess(("demo-photos",), ("ap-northeast-2",))
    access.check_bucket("demo-photos")
    access.check_region("ap-northeast-2")
    with pytest.raises(Forbidden) as bucket:
        access.check_bucket("demo-reports")
    with pytest.raises(Forbidden) as region:
        access.check_region("us-east-1")
    assert bucket.value.code is ErrorCode.BUCKET_NOT_ALLOWED
    assert region.value.params == {"region": "us-east-1", "allowed": ["ap-northeast-2"]}


def test_an_empty_list_allows_nothing_and_none_everything() -> None:
    BucketAccess().check_bucket("demo-photos")
    with pytest.raises(Forbidden):
        BucketAccess(()).check_bucket("demo-photos")
    assert not BucketAccess(()).allows("demo-photos", None)


@pytest.mark.parametrize(
    ("of_server", "of_person", "allowed"),
    [
        (None, None, {"a-1", "b-1", "c-1"}),
        (None, ("a-1", "b-1"), {"a-1", "b-1"}),
        (("b-1", "c-1"), None, {"b-1", "c-1"}),
        (("b-1", "c-1"), ("a-1", "b-1"), {"b-1"}),
        (("c-1",), ("a-1",), set()),
        (None, (), set()),
    ],
)
def test_a_person_may_use_what_both_the_server_and_their_own_list_allow(
    of_server: tuple[str, ...] | None, of_person: tuple[str, ...] | None, allowed: set[str]
) -> None:
    access = BucketAccess(of_server).narrowed(of_person)
    assert {name for name in ("a-1", "b-1", "c-1") if access.allows(name, None)} == allowed


def test_a_persons_list_leaves_the_servers_regions_as_they_are() -> None:
    access = BucketAccess(None, ("ap-northeast-2",)).narrowed(("a-1",))
    assert not access.allows("a-1", "us-east-1")
