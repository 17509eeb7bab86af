import pytest
from s3loader.downloads.md5_parts import md5_part_size
from s3loader.downloads.ports import FoundObject
from s3loader.errors import AwsBusy, AwsFailure, ErrorCode, S3LoaderError

from tests.unit.downloads.fake_source import CRC, PLAIN_ETAG, FakeSource, found

MIB = 1024 * 1024


def of_parts(count: int) -> str:
    return f"{PLAIN_ETAG}-{count}"


def size_of(there: FoundObject, first_part: int | S3LoaderError = 0) -> int | None:
    return md5_part_size(FakeSource(first_parts={"a": first_part}), "a", there)


@pytest.mark.parametrize("size", [0, 1, 100 * MIB])
def test_a_plain_etag_is_the_md5_of_the_whole(size: int) -> None:
    assert size_of(found(size)) == size


@pytest.mark.parametrize(
    ("size", "parts", "first"),
    [
        (20 * MIB, 3, 8 * MIB),
        (24 * MIB, 3, 8 * MIB),
        (16 * MIB + 1, 3, 8 * MIB),
        (5, 1, 5),
    ],
)
def test_equal_parts_are_told_by_the_first(size: int, parts: int, first: int) -> None:
    assert size_of(found(size, of_parts(parts)), first) == first


@pytest.mark.parametrize(
    ("size", "parts", "first"),
    [
        (24 * MIB + 1, 3, 8 * MIB),  # a later part is larger
        (16 * MIB, 3, 8 * MIB),  # later parts are smaller
        (0, 1, 0),
    ],
)
def test_unequal_parts_show_nothing(size: int, parts: int, first: int) -> None:
    assert size_of(found(size, of_parts(parts)), first) is None


@pytest.mark.parametrize("etag", [PLAIN_ETAG, of_parts(3)])
def test_under_kms_or_a_customers_key_the_etag_is_no_md5(etag: str) -> None:
    assert size_of(found(20 * MIB, etag, etag_is_md5=False), 8 * MIB) is None


@pytest.mark.parametrize("etag", ["", "d41d8", PLAIN_ETAG.upper(), of_parts(0), f"{PLAIN_ETAG}-x"])
def test_what_another_server_calls_an_etag_shows_nothing(etag: str) -> None:
    assert size_of(found(3, etag), 3) is None


def test_a_checksum_is_the_better_proof_so_parts_are_not_asked_for() -> None:
    source = FakeSource()
    assert md5_part_size(source, "a", found(20 * MIB, of_parts(3), checksum=CRC)) is None
    assert not source.asked


def test_a_server_that_does_not_know_of_parts_shows_nothing() -> None:
    unknown = AwsFailure(ErrorCode.AWS_ERROR, "416")
    assert size_of(found(20 * MIB, of_parts(3)), unknown) is None


def test_a_server_that_is_busy_is_asked_again_later() -> None:
    busy = AwsBusy(ErrorCode.AWS_THROTTLED, "slow down")
    with pytest.raises(AwsBusy):
        size_of(found(20 * MIB, of_parts(3)), busy)
