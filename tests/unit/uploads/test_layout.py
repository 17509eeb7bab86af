from hypothesis import given
from hypothesis import strategies as st
from s3loader.limits import MAX_OBJECT_SIZE, MAX_PARTS, MAX_PUT_SIZE, MIB, MIN_PART_SIZE
from s3loader.uploads.layout import part_count, part_length, part_size

SIZES = st.integers(1, MAX_OBJECT_SIZE)


@given(SIZES)
def test_every_size_fits_in_10000_parts_that_s3_accepts(size: int) -> None:
    assert part_count(size) <= MAX_PARTS
    assert MIN_PART_SIZE <= part_size(size) <= MAX_PUT_SIZE
    assert part_size(size) % MIB == 0


@given(SIZES)
def test_the_parts_add_up_to_the_file(size: int) -> None:
    count = part_count(size)
    last = part_length(size, count)
    assert 0 < last <= part_size(size)
    assert (count - 1) * part_size(size) + last == size


def test_parts_are_8_mib_until_10000_of_them_do_not_suffice() -> None:
    assert part_size(80_000 * MIB) == 8 * MIB
    assert part_size(80_000 * MIB + 1) == 9 * MIB
