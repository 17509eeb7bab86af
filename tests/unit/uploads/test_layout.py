from hypothesis import given
from hypothesis import strategies as st
from s3loader.limits import KIB, MAX_OBJECT_SIZE, MAX_PARTS, MAX_PUT_SIZE, MIB, MIN_PART_SIZE
from s3loader.uploads.layout import Layout

LAYOUT = Layout()
SIZES = st.integers(1, MAX_OBJECT_SIZE)


@given(SIZES)
def test_every_size_fits_in_10000_parts_that_s3_accepts(size: int) -> None:
    assert LAYOUT.part_count(size) <= MAX_PARTS
    assert MIN_PART_SIZE <= LAYOUT.part_size(size) <= MAX_PUT_SIZE
    assert LAYOUT.part_size(size) % MIB == 0


@given(SIZES)
def test_the_parts_add_up_to_the_file(size: int) -> None:
    count = LAYOUT.part_count(size)
    last = LAYOUT.part_length(size, count)
    assert 0 < last <= LAYOUT.part_size(size)
    assert (count - 1) * LAYOUT.part_size(size) + last == size


def test_parts_are_8_mib_until_10000_of_them_do_not_suffice() -> None:
    assert LAYOUT.part_size(80_000 * MIB) == 8 * MIB
    assert LAYOUT.part_size(80_000 * MIB + 1) == 9 * MIB


def test_parts_are_as_small_as_configured_until_10000_of_them_do_not_suffice() -> None:
    small = Layout(256 * KIB)
    assert (small.part_size(MIB), small.part_count(MIB + 1), small.part_length(MIB + 1, 5)) == (
        256 * KIB,
        5,
        1,
    )
    assert small.part_size(10_000 * 256 * KIB + 1) == MIB
