"""Filling buffers from whatever gives bytes."""

import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from s3loader.sending.failures import LocalError
from s3loader.sending.reading import StreamReader


def filled(reader: StreamReader, size: int) -> bytes:
    buffer = memoryview(bytearray(size))
    return bytes(buffer[: reader.fill(buffer)])


def test_a_file_is_read_in_full_buffers_until_its_end() -> None:
    reader = StreamReader(io.BytesIO(b"abcdefgh"))
    assert [filled(reader, 3) for _ in range(4)] == [b"abc", b"def", b"gh", b""]


def test_pieces_of_any_size_make_full_buffers() -> None:
    reader = StreamReader(iter([b"", b"a", b"bcdef", b"", b"gh"]))
    assert [filled(reader, 3) for _ in range(4)] == [b"abc", b"def", b"gh", b""]


def test_a_pipe_gives_short_reads_and_still_full_buffers() -> None:
    read, write = os.pipe()
    with os.fdopen(read, "rb", buffering=0) as pipe, os.fdopen(write, "wb", buffering=0) as other:
        other.write(b"ab")
        reader = StreamReader(pipe)
        other.write(b"cd")
        other.close()
        assert filled(reader, 10) == b"abcd"


def test_a_stream_that_does_not_wait_is_not_taken_for_its_end() -> None:
    read, write = os.pipe()
    os.set_blocking(read, False)
    with (
        os.fdopen(read, "rb", buffering=0) as pipe,
        os.fdopen(write, "wb"),
        pytest.raises(LocalError) as broken,
    ):
        filled(StreamReader(pipe), 10)
    assert broken.value.params == {"cause": "BlockingIOError"}


def test_reading_that_fails_is_told_with_its_cause() -> None:
    def pieces() -> Iterator[bytes]:
        yield b"abc"
        raise BrokenPipeError("the other side went away: secret")

    reader = StreamReader(pieces())
    with pytest.raises(LocalError) as broken:
        filled(reader, 10)
    assert (broken.value.code, broken.value.params) == (
        "stream_broken",
        {"cause": "BrokenPipeError"},
    )
    assert "secret" not in broken.value.detail
    assert isinstance(broken.value.__cause__, BrokenPipeError)


def test_text_is_no_stream_of_bytes(tmp_path: Path) -> None:
    path = tmp_path / "text"
    path.write_text("text")
    with path.open() as file, pytest.raises(LocalError) as broken:
        filled(StreamReader(file), 10)  # type: ignore[arg-type]
    assert broken.value.params == {"cause": "TypeError"}
