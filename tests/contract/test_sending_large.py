"""`s3loader upload` with files and streams of real size: bytes compared, memory seen."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from mypy_boto3_s3 import S3Client

from tests.bench.seaweedfs import ACCESS_KEY_ID, SECRET_ACCESS_KEY, S3Server, seaweedfs
from tests.contract.command import Command

MIB = 1024 * 1024
GIB = 1024 * MIB

# Gives 3 GiB that differ everywhere, hashes them, and tells the most memory it ever had.
STREAM = """
import hashlib, resource, sys
from s3loader.uploads import upload

digest = hashlib.sha256()
block = bytes(range(256)) * 4096

def pieces():
    for number in range(3 * 1024):
        piece = number.to_bytes(8, "big") + block[8:]
        digest.update(piece)
        yield piece

upload(pieces(), sys.argv[1]).check()
print(digest.hexdigest(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[S3Server]:
    with seaweedfs(tmp_path_factory.mktemp("seaweedfs")) as started:
        started.make_prefix("in/")
        yield started


@pytest.fixture
def s3(server: S3Server) -> Iterator[S3Client]:
    client = server.client()
    yield client
    client.close()


@pytest.fixture
def command(server: S3Server, tmp_path: Path) -> Command:
    keys = {"AWS_ACCESS_KEY_ID": ACCESS_KEY_ID, "AWS_SECRET_ACCESS_KEY": SECRET_ACCESS_KEY}
    return Command({**keys, "AWS_ENDPOINT": server.endpoint, "AWS_REGION": "us-east-1"}, tmp_path)


def stored_digest(s3: S3Client, bucket: str, key: str) -> str:
    digest = hashlib.sha256()
    for piece in s3.get_object(Bucket=bucket, Key=key)["Body"].iter_chunks(MIB):
        digest.update(piece)
    s3.delete_object(Bucket=bucket, Key=key)
    return digest.hexdigest()


def write(path: Path, size: int) -> str:
    """Makes a file that differs everywhere; returns its SHA-256."""
    digest = hashlib.sha256()
    block = bytes(range(256)) * 4096
    with path.open("wb") as file:
        for number in range(-(-size // MIB)):
            piece = (number.to_bytes(8, "big") + block[8:])[: size - number * MIB]
            digest.update(piece)
            file.write(piece)
    return digest.hexdigest()


# Of a file: None where it goes by one PUT. A stream's parts begin at 8 MiB.
SIZES = {0: None, 1: None, 100_000_000: None, 100_000_001: 12}


@pytest.mark.parametrize(
    ("way", "size", "parts"),
    [
        *((way, *sized) for way in ("file", "stream", "resume") for sized in SIZES.items()),
        ("file", 2 * GIB, 256),
    ],
)
def test_every_byte_arrives(
    server: S3Server, s3: S3Client, command: Command, way: str, size: int, parts: int | None
) -> None:
    digest = write(command.folder / "f.bin", size)
    target = f"s3://{server.bucket}/in/f.bin"
    if way == "stream":
        with (command.folder / "f.bin").open("rb") as file:
            ended = command.run("--json", "-", target, stdin=file)
    else:
        ended = command.run("--json", *(["--resume"] if way == "resume" else []), "f.bin", target)
    assert ended.code == 0, ended.out + ended.err
    assert ended.result["size"] == size
    if way != "stream":
        assert ended.result["etag"].partition("-")[2] == str(parts or "")
    assert stored_digest(s3, server.bucket, "in/f.bin") == digest


def test_a_stream_of_3_gib_needs_little_memory(
    server: S3Server, s3: S3Client, command: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    (command.folder / "stream.py").write_text(STREAM)
    done = subprocess.run(
        [sys.executable, "stream.py", f"s3://{server.bucket}/in/stream.bin"],
        cwd=command.folder,
        env={**os.environ, **command.environment},
        check=True,
        capture_output=True,
        text=True,
        timeout=600,
    )
    digest, peak = done.stdout.split()
    with capsys.disabled():
        sys.stdout.write(f"\n3 GiB from a generator: {int(peak) / MIB:.0f} MiB at most\n")
    assert stored_digest(s3, server.bucket, "in/stream.bin") == digest
    # Eleven buffers of at most 13 MiB, and 110 MiB for Python with boto3.
    assert int(peak) < 400 * MIB
