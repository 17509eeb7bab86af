"""Hashes of what is read, whatever is read twice or out of order."""

import base64
import hashlib

from hypothesis import given
from hypothesis import strategies as st
from s3loader.aws.content_hash import ContentHash, PartHash, combined, in_base64
from s3loader.aws.part_bodies import MemoryFile, WatchedFile

# The check value of CRC-64/NVME in the catalogue of CRCs, of the text "123456789".
CHECK = 0xAE8B14860A799888


def test_crc64nvme_is_the_one_that_nvme_defines() -> None:
    part = PartHash()
    part.feed(0, b"123456789")
    assert part.crc64nvme == CHECK
    assert base64.b64decode(in_base64(CHECK)) == CHECK.to_bytes(8, "big")


def test_what_is_read_again_counts_once() -> None:
    part = PartHash()
    for position, data in ((0, b"1234"), (0, b"12345678"), (2, b"34"), (6, b"789"), (9, b"")):
        part.feed(position, data)
    assert (part.size, part.crc64nvme) == (9, CHECK)
    assert part.md5 == hashlib.md5(b"123456789", usedforsecurity=False).digest()


def test_what_is_behind_a_gap_does_not_count() -> None:
    part = PartHash()
    part.feed(3, b"456")
    assert part.size == 0


@given(st.lists(st.binary(min_size=1, max_size=50), min_size=1, max_size=6), st.randoms())
def test_parts_in_any_order_make_the_whole(pieces: list[bytes], random: object) -> None:
    starts = [sum(map(len, pieces[:number])) for number in range(len(pieces))]
    content = ContentHash(with_md5=True)
    for start, piece in sorted(zip(starts, pieces, strict=True), reverse=True):
        content.part(start).feed(0, piece)
    whole = PartHash()
    whole.feed(0, b"".join(pieces))
    assert content.crc64nvme == in_base64(whole.crc64nvme)
    digests = b"".join(hashlib.md5(piece, usedforsecurity=False).digest() for piece in pieces)
    assert (
        content.etag(of_parts=True)
        == f"{hashlib.md5(digests, usedforsecurity=False).hexdigest()}-{len(pieces)}"
    )


def test_nothing_at_all_has_hashes_too() -> None:
    content = ContentHash(with_md5=True)
    assert content.etag(of_parts=False) == hashlib.md5(b"", usedforsecurity=False).hexdigest()
    assert content.crc64nvme == in_base64(0)
    assert combined([]) == 0


def test_an_etag_that_was_not_asked_for_is_not_known() -> None:
    content = ContentHash(with_md5=False)
    content.part(0).feed(0, b"x")
    assert content.etag(of_parts=False) is None


def test_a_watched_file_counts_from_where_it_was_first_read() -> None:
    begun: list[int] = []
    part = PartHash()

    def begin(at: int) -> object:
        begun.append(at)
        return part.feed

    file = WatchedFile(MemoryFile(memoryview(b"xx123456789"), lambda: None), begin, lambda: None)  # type: ignore[arg-type]
    file.seek(2)
    assert file.read(4) == b"1234"
    file.seek(2)
    assert file.read() == b"123456789"
    assert (begun, part.crc64nvme) == ([2], CHECK)
