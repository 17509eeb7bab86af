"""`uv tool install .` with AWS's CRT: large files go by it, and nothing else changes."""

import hashlib
import os
import random
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from mypy_boto3_s3 import S3Client

from tests.contract.command import Command, interrupted
from tests.contract.scripted_s3 import MIB, Scripted, on, open_uploads, scripted_seaweedfs
from tests.eventually import eventually
from tests.faults.faults import Cut, Header, Lose, Rate, Refuse
from tests.faults.rules import Rule

ROOT = Path(__file__).parent.parent.parent
UV = ROOT / ".tools" / "bin" / "uv"
PART = 5 * MIB
# Not SeaweedFS but the script tells CRC64NVME, as AWS does; without that the CRT is not used.
LIKE_AWS = {
    "MULTIPART_THRESHOLD": str(PART),
    "PART_SIZE": str(PART),
    "S3_CHECKSUMS": "true",
}


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command as a person installs it, in an environment of its own."""
    folder = tmp_path_factory.mktemp("tools")
    places = {"UV_TOOL_DIR": str(folder / "tools"), "UV_TOOL_BIN_DIR": str(folder / "bin")}
    install = [str(UV), "tool", "install", "--quiet", "--with", "awscrt>=0.38", str(ROOT)]
    subprocess.run(install, env={**os.environ, **places}, check=True, timeout=300)
    return folder / "bin" / "s3loader"


@pytest.fixture(scope="module")
def scripted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scripted]:
    with scripted_seaweedfs(tmp_path_factory.mktemp("scripted")) as started:
        started.server.make_prefix("in/")
        yield started


@pytest.fixture
def s3(scripted: Scripted) -> Iterator[S3Client]:
    client = scripted.server.client()
    yield client
    client.close()


@pytest.fixture
def command(scripted: Scripted, program: Path, tmp_path: Path) -> Command:
    return Command({**scripted.environment, **LIKE_AWS}, tmp_path, program)


@pytest.fixture
def name(request: pytest.FixtureRequest) -> str:
    """The same in every run, because chance hangs on it."""
    return f"{hashlib.sha256(request.node.name.encode()).hexdigest()[:16]}.bin"


@pytest.fixture
def content(command: Command, name: str) -> bytes:
    """A file of three parts."""
    content = random.Random(name).randbytes(2 * PART + 1)  # noqa: S311  bytes, not a secret
    (command.folder / name).write_bytes(content)
    return content


def stored(s3: S3Client, scripted: Scripted, name: str) -> bytes:
    return s3.get_object(Bucket=scripted.bucket, Key=f"in/{name}")["Body"].read()


WHO_SENDS = """
import sys
from s3loader.sending.account import Place, open_tools
from s3loader.sending.local_settings import LocalSettings
from s3loader.sending.options import Options
from s3loader.sending.progress import NoProgress

tools = open_tools(sys.argv[1], Place(), LocalSettings(), Options(), NoProgress())
print(type(tools.files).__name__)
tools.files.close()
"""


@pytest.mark.parametrize(("checksums", "sender"), [("true", "CrtFileSender"), ("", "S3FileSender")])
def test_the_crt_sends_where_s3_tells_checksums(
    scripted: Scripted, program: Path, checksums: str, sender: str
) -> None:
    python = program.resolve().parent / "python"
    env = {**os.environ, **scripted.environment}
    done = subprocess.run(
        [python, "-c", WHO_SENDS, scripted.bucket],
        env={**env, "S3_CHECKSUMS": checksums or "false"},
        check=True,
        capture_output=True,
        text=True,
    )
    assert done.stdout.split() == [sender]


PASSING: dict[str, list[Rule]] = {
    "nothing": [],
    "S3 asks to slow down": [on("UploadPart", Refuse(code="SlowDown"), times=2)],
    "the connection is reset": [on("UploadPart", Cut(after=MIB), times=2)],
    "the answer to the last call is lost": [on("CompleteMultipartUpload", Lose(), times=1)],
}


@pytest.mark.parametrize("rules", PASSING.values(), ids=PASSING)
def test_large_files_arrive_whatever_passes(
    scripted: Scripted,
    s3: S3Client,
    command: Command,
    name: str,
    content: bytes,
    rules: list[Rule],
) -> None:
    scripted.follow(*rules, checksums=True)
    ended = command.run("--json", name, f"s3://{scripted.bucket}/in/")
    assert ended.code == 0, ended.out + ended.err
    assert ended.result["verified"] == "CRC64NVME"
    assert stored(s3, scripted, name) == content


def test_it_overwrites_nothing_unless_asked_to(
    scripted: Scripted, s3: S3Client, command: Command, name: str, content: bytes
) -> None:
    s3.put_object(Bucket=scripted.bucket, Key=f"in/{name}", Body=b"before")
    # Who may not list learns of the object only when S3 refuses the last call.
    scripted.follow(on("ListObjectsV2", Refuse(code="AccessDenied")), checksums=True)
    ended = command.run("--json", name, f"s3://{scripted.bucket}/in/")
    assert (ended.code, ended.result["code"]) == (1, "conflict")
    assert stored(s3, scripted, name) == b"before"
    assert open_uploads(s3, scripted.bucket, f"in/{name}") == []
    scripted.follow(checksums=True)
    replacing = ("--json", "--on-conflict", "replace", name, f"s3://{scripted.bucket}/in/")
    assert command.run(*replacing).code == 0
    assert stored(s3, scripted, name) == content


def test_a_checksum_that_differs_is_a_damaged_upload(
    scripted: Scripted, command: Command, name: str, content: bytes
) -> None:
    wrong = Header(name="x-amz-checksum-crc64nvme", value="AAAAAAAAAAA=")
    scripted.follow(on("HeadObject", wrong), checksums=True)
    ended = command.run("--json", name, f"s3://{scripted.bucket}/in/")
    assert (ended.code, ended.result["code"]) == (1, "upload_damaged")


def test_being_stopped_leaves_no_parts(
    scripted: Scripted, s3: S3Client, command: Command, name: str, content: bytes
) -> None:
    scripted.follow(on("UploadPart", Rate(bytes_per_second=MIB), nth=2), checksums=True)
    with command.start(name, f"s3://{scripted.bucket}/in/") as process:
        assert eventually(lambda: len(scripted.parts(f"in/{name}")) >= 1)
        ended = interrupted(process)
    assert (ended.code, "S3 keeps no parts" in ended.err) == (130, True)
    assert "Traceback" not in ended.err
    assert open_uploads(s3, scripted.bucket, f"in/{name}") == []
