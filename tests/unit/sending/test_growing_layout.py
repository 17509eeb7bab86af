"""Parts that grow with a stream."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from s3loader.limits import MAX_OBJECT_SIZE, MAX_PARTS, MAX_PUT_SIZE, MIB, MIN_PART_SIZE
from s3loader.sending.growing_layout import GrowingLayout

TIB = 1024**4


def lengths(layout: GrowingLayout, size: int) -> list[int]:
    """What a sender cuts, one part after the other."""
    sent, found = 0, []
    while sent < size:
        found.append(min(layout.next_size(sent), size - sent))
        sent += found[-1]
    return found


def test_parts_are_small_while_little_was_sent() -> None:
    assert lengths(GrowingLayout(), 3 * 1024 * MIB)[:250] == [8 * MIB] * 250


@given(st.integers(1, 40 * TIB))
def test_every_part_is_one_that_s3_takes_and_10_000_suffice(size: int) -> None:
    parts = lengths(GrowingLayout(), size)
    assert len(parts) <= MAX_PARTS
    assert all(MIN_PART_SIZE <= part <= MAX_PUT_SIZE for part in parts[:-1])
    assert sum(parts) == size


@given(st.integers(1, 10 * TIB))
def test_completing_counts_the_parts_as_they_were_cut(size: int) -> None:
    layout = GrowingLayout()
    parts = lengths(layout, size)
    assert layout.part_count(size) == len(parts)
    assert layout.part_length(size, len(parts)) == parts[-1]
    assert layout.part_size(size) == max(parts)


def test_nothing_has_one_part() -> None:
    assert GrowingLayout().part_count(0) == 1


def test_a_stream_of_unknown_length_may_have_41_tib() -> None:
    assert round(GrowingLayout().capacity / TIB, 1) == 41.0


def test_a_stream_that_is_known_to_be_so_long_may_be_as_large_as_an_object_can_be() -> None:
    layout = GrowingLayout(expected=MAX_OBJECT_SIZE)
    assert layout.capacity == MAX_OBJECT_SIZE
    assert layout.part_count(MAX_OBJECT_SIZE) == MAX_PARTS


@pytest.mark.parametrize("size", [200_000_000_000, 2 * TIB])
def test_a_stream_that_is_longer_than_was_expected_goes_too(size: int) -> None:
    assert len(lengths(GrowingLayout(expected=100_000_000_000), size)) <= MAX_PARTS
