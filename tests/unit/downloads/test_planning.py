import pytest
from s3loader.archive import Archive
from s3loader.downloads.models import DownloadPlan, ReadyDownload
from s3loader.downloads.planning import plan_downloads
from s3loader.errors import (
    AwsBusy,
    AwsUnreachable,
    Conflict,
    ErrorCode,
    Forbidden,
    InvalidInput,
    S3LoaderError,
    Unauthenticated,
)

from tests.unit.downloads.fake_source import CRC, EXPIRY, NOW, PLAIN_ETAG, FakeSource, found

DENIED = Forbidden(
    ErrorCode.ACCESS_DENIED, "denied", {"action": "s3:GetObject", "resource": "arn:x"}
)
EXPIRED = Unauthenticated(ErrorCode.CREDENTIALS_EXPIRED, "expired")
ARCHIVED = Archive(status="archived", restored_until=None)


def code_of(plan: DownloadPlan) -> str:
    return plan.kind if isinstance(plan, ReadyDownload) else plan.code


def codes(source: FakeSource, *keys: str) -> list[str]:
    plans = plan_downloads(source, keys)
    assert [plan.key for plan in plans] == list(keys)
    return [code_of(plan) for plan in plans]


def test_a_readable_object_has_a_url_and_what_proves_its_bytes() -> None:
    (plan,) = plan_downloads(FakeSource({"in/a": found(checksum=CRC)}), ["in/a"])
    assert plan == ReadyDownload(
        kind="ready",
        key="in/a",
        url=f"https://s3/0/in/a?{PLAIN_ETAG}",
        expires_at=EXPIRY,
        size=3,
        etag=PLAIN_ETAG,
        last_modified=NOW,
        checksum=CRC,
        md5_part_size=3,
    )


def test_neighbours_are_signed_for_different_addresses() -> None:
    source = FakeSource({f"{number}": found() for number in range(3)})
    plans = plan_downloads(source, ["0", "1", "2"])
    urls = [plan.url for plan in plans if isinstance(plan, ReadyDownload)]
    assert [url.split("/")[3] for url in urls] == ["0", "1", "2"]


def test_a_key_that_comes_twice_is_planned_twice_and_asked_about_once() -> None:
    source = FakeSource({"a": found(), "b": found()})
    assert codes(source, "a", "b", "a") == ["ready", "ready", "ready"]
    assert source.asked == {"head a": 1, "head b": 1}


def test_each_key_is_refused_alone_with_its_own_reason() -> None:
    source = FakeSource(
        {
            "denied": DENIED,
            "archived": found(archive=ARCHIVED, storage_class="GLACIER"),
            "sse-c": InvalidInput(ErrorCode.CUSTOMER_KEY_NEEDED, "sse-c"),
            "busy": AwsBusy(ErrorCode.AWS_THROTTLED, "slow down"),
            "late": AwsUnreachable(ErrorCode.AWS_UNREACHABLE, "late"),
            "there": found(),
        }
    )
    assert codes(source, "denied", "archived", "gone", "sse-c", "busy", "late", "there") == [
        "access_denied",
        "object_archived",
        "not_found",
        "customer_key_needed",
        "aws_throttled",
        "aws_unreachable",
        "ready",
    ]


def test_a_refusal_tells_what_lacks() -> None:
    source = FakeSource({"a": DENIED, "b": found(archive=ARCHIVED, storage_class="DEEP_ARCHIVE")})
    denied, archived = plan_downloads(source, ["a", "b"])
    assert not isinstance(denied, ReadyDownload)
    assert denied.params == {"action": "s3:GetObject", "resource": "arn:x"}
    assert not isinstance(archived, ReadyDownload)
    assert archived.params == {"storageClass": "DEEP_ARCHIVE", "restore": "none"}


@pytest.mark.parametrize("key", [".", "..", "a/../b", "./a", "a/.", "a/..", "/./"])
def test_a_key_that_browsers_would_rewrite_is_refused_without_asking(key: str) -> None:
    source = FakeSource({key: found()})
    assert codes(source, key) == ["key_not_addressable"]
    assert not source.asked


@pytest.mark.parametrize("key", ["...", ".hidden", "a/..b", "a../b", "%2e%2e/a", "a//b", "/a", "/"])
def test_other_keys_with_dots_and_slashes_are_planned(key: str) -> None:
    assert codes(FakeSource({key: found()}), key) == ["ready"]


def test_a_key_of_more_bytes_than_s3_takes_is_refused_without_asking() -> None:
    source = FakeSource()
    assert codes(source, "가" * 342) == ["key_too_long"]
    assert not source.asked


@pytest.mark.parametrize(
    "error",
    [
        EXPIRED,
        Conflict(ErrorCode.BUCKET_IN_OTHER_REGION, "moved"),
    ],
)
def test_what_fails_every_key_for_no_reason_of_its_own_fails_the_call(error: S3LoaderError) -> None:
    with pytest.raises(S3LoaderError) as whole:
        plan_downloads(FakeSource({"a": error, "b": error}), ["a", "..", "b"])
    assert whole.value is error


def test_credentials_that_end_in_the_middle_leave_what_was_planned() -> None:
    assert codes(FakeSource({"a": found(), "b": EXPIRED}), "a", "b") == [
        "ready",
        "credentials_expired",
    ]


def test_keys_that_are_all_denied_are_refused_one_by_one() -> None:
    assert codes(FakeSource({"a": DENIED, "b": DENIED}), "a", "b") == ["access_denied"] * 2
