import pytest
from s3loader.downloads.md5_parts import md5_part_size
from s3loader.errors import AwsBusy, AwsFailure, ErrorCode

from tests.unit.downloads.fake_source import CRC, PLAIN_ETAG, FakeSource, found

MIB = 1024 * 1024
OF_THREE_PARTS = f"{PLAIN_ETAG}-3"


def told_of(*parts: int) -> int | None:
    """What is told of an object of these parts, without a checksum."""
    there = found(sum(parts), f"{PLAIN_ETAG}-{len(parts)}")
    return md5_part_size(FakeSource(parts={"a": list(parts)}), "a", there)


@pytest.mark.parametrize("size", [0, 1, 100 * MIB])
def test_a_plain_etag_is_the_md5_of_the_whole(size: int) -> None:
    assert md5_part_size(FakeSource(), "a", found(size)) == size


@pytest.mark.parametrize(
    "parts",
    [(8, 8, 4), (8, 8, 8), (8, 8, 1), (8, 8), (8, 1), (5,), tuple([8] * 999 + [3])],
    ids=lambda parts: f"{parts[0]}..{parts[-1]}",
)
def test_equal_parts_are_told(parts: tuple[int, ...]) -> None:
    assert told_of(*parts) == parts[0]


@pytest.mark.parametrize(
    "parts",
    [(8, 9, 1), (8, 7, 8), (8, 7, 5), (8, 10), (8, 4, 4), (4, 8, 8), (0,)],
)
def test_of_unequal_parts_nothing_is_told(parts: tuple[int, ...]) -> None:
    assert told_of(*parts) is None


@pytest.mark.parametrize("etag", [PLAIN_ETAG, OF_THREE_PARTS])
def test_under_kms_or_a_customers_key_the_etag_is_no_md5(etag: str) -> None:
    source = FakeSource(parts={"a": [8, 8, 4]})
    assert md5_part_size(source, "a", found(20, etag, etag_is_md5=False)) is None
    assert not source.asked


@pytest.mark.parametrize(
    "etag", ["", "d41d8", PLAIN_ETAG.upper(), f"{PLAIN_ETAG}-0", f"{PLAIN_ETAG}-x"]
)
def test_what_another_server_calls_an_etag_shows_nothing(etag: str) -> None:
    assert md5_part_size(FakeSource(), "a", found(3, etag)) is None


def test_a_checksum_is_the_better_proof_so_parts_are_not_asked_for() -> None:
    source = FakeSource()
    assert md5_part_size(source, "a", found(20, OF_THREE_PARTS, checksum=CRC)) is None
    assert not source.asked


def test_a_server_that_does_not_know_of_parts_shows_nothing() -> None:
    source = FakeSource(parts={"a": AwsFailure(ErrorCode.AWS_ERROR, "416")})
    assert md5_part_size(source, "a", found(20, OF_THREE_PARTS)) is None


def test_a_server_that_is_busy_is_asked_again_later() -> None:
    source = FakeSource(parts={"a": AwsBusy(ErrorCode.AWS_THROTTLED, "slow down")})
    with pytest.raises(AwsBusy):
        md5_part_size(source, "a", found(20, OF_THREE_PARTS))
