"""`s3loader upload` and everything that can go wrong between it and S3 (SeaweedFS)."""

import hashlib
import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from mypy_boto3_s3 import S3Client

from tests.contract.command import Command, interrupted
from tests.contract.scripted_s3 import MIB, Scripted, on, open_uploads, scripted_seaweedfs
from tests.eventually import eventually
from tests.faults.faults import Cut, Flip, Header, Hold, Lose, Rate, Refuse
from tests.faults.rules import Pattern, Rule

PART = 5 * MIB
SMALL_PARTS = {"MULTIPART_THRESHOLD": str(PART), "PART_SIZE": str(PART)}
SIZE = 6 * PART + 1  # seven parts


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
def command(scripted: Scripted, tmp_path: Path) -> Command:
    scripted.follow()
    return Command({**scripted.environment, **SMALL_PARTS}, tmp_path)


@pytest.fixture
def name(request: pytest.FixtureRequest) -> str:
    """The same in every run, because chance hangs on it."""
    return f"{hashlib.sha256(request.node.name.encode()).hexdigest()[:16]}.bin"


@pytest.fixture
def content(command: Command, name: str) -> bytes:
    """A file of seven parts."""
    content = random.Random(name).randbytes(SIZE)  # noqa: S311  bytes, not a secret
    (command.folder / name).write_bytes(content)
    return content


def stored(s3: S3Client, scripted: Scripted, name: str) -> bytes:
    return s3.get_object(Bucket=scripted.bucket, Key=f"in/{name}")["Body"].read()


def is_there(s3: S3Client, scripted: Scripted, name: str) -> bool:
    return "Contents" in s3.list_objects_v2(Bucket=scripted.bucket, Prefix=f"in/{name}")


def place(scripted: Scripted) -> str:
    return f"s3://{scripted.bucket}/in/"


PASSING = {
    "S3 asks to slow down": [on("UploadPart", Refuse(code="SlowDown"), probability=0.4)],
    "S3 has an internal error": [on("UploadPart", Refuse(code="InternalError"), probability=0.4)],
    "the connection is reset in a part": [on("UploadPart", Cut(after=MIB), probability=0.4)],
    "the answer to a part is lost": [on("UploadPart", Lose(), times=2)],
    "the answer to the first call is lost": [on("CreateMultipartUpload", Lose(), times=1)],
    "the answer to the last call is lost": [on("CompleteMultipartUpload", Lose(), times=1)],
    "the last call has an internal error": [
        on("CompleteMultipartUpload", Refuse(code="InternalError"), times=2)
    ],
    "S3 did it and says that it failed": [
        on("CompleteMultipartUpload", Refuse(code="InternalError", forward=True), times=1)
    ],
}


@pytest.mark.parametrize("rules", PASSING.values(), ids=PASSING)
@pytest.mark.parametrize("way", ["file", "stream", "resume"])
def test_passing_trouble_is_survived(
    scripted: Scripted,
    s3: S3Client,
    command: Command,
    name: str,
    content: bytes,
    way: str,
    rules: list[Rule],
) -> None:
    scripted.follow(*rules)
    if way == "stream":
        ended = command.run("--json", "-", f"{place(scripted)}{name}", stdin=content)
    else:
        options = ["--resume"] if way == "resume" else []
        ended = command.run("--json", *options, name, place(scripted))
    assert ended.code == 0, (ended, scripted.script.log())
    assert any(call["rule"] is not None for call in scripted.script.log())
    assert stored(s3, scripted, name) == content


SMALL_TROUBLE = {
    "slow down": Refuse(code="SlowDown"),
    "internal error": Refuse(code="InternalError"),
    "reset": Cut(),
    "lost answer": Lose(),
}


@pytest.mark.parametrize("fault", SMALL_TROUBLE.values(), ids=SMALL_TROUBLE)
def test_small_files_survive_it_too(
    scripted: Scripted, s3: S3Client, command: Command, name: str, fault: Refuse | Cut | Lose
) -> None:
    for number in range(20):
        (command.folder / f"{number}-{name}").write_text(f"{number}")
    scripted.follow(on("PutObject", fault, probability=0.3))
    ended = command.run("--json", f"*-{name}", place(scripted))
    assert (ended.code, len(ended.results)) == (0, 20), ended.out + ended.err
    assert [stored(s3, scripted, f"{number}-{name}") for number in range(20)] == [
        f"{number}".encode() for number in range(20)
    ]


@pytest.mark.parametrize("fault", SMALL_TROUBLE.values(), ids=SMALL_TROUBLE)
def test_a_short_stream_survives_it_too(
    scripted: Scripted, s3: S3Client, command: Command, name: str, fault: Refuse | Cut | Lose
) -> None:
    scripted.follow(on("PutObject", fault, times=2))
    ended = command.run("--json", "-", f"{place(scripted)}{name}", stdin=b"short")
    assert ended.code == 0, ended.out + ended.err
    assert stored(s3, scripted, name) == b"short"


def test_one_file_that_cannot_be_resumed_does_not_stop_the_next(
    scripted: Scripted, s3: S3Client, command: Command, name: str, content: bytes
) -> None:
    (command.folder / f"another-{name}").write_bytes(content)
    denied = Rule(
        on=Pattern(operation="UploadPart", key=f"another-{name}"), fault=Refuse(code="AccessDenied")
    )
    scripted.follow(denied)
    ended = command.run("--json", "--resume", f"another-{name}", name, place(scripted))
    kinds = {result["source"]: result["kind"] for result in ended.results}
    assert kinds == {f"another-{name}": "failed", name: "completed"}
    assert stored(s3, scripted, name) == content


@pytest.mark.parametrize("way", ["file", "stream"])
def test_trouble_that_stays_fails_by_name_and_leaves_nothing(
    scripted: Scripted, s3: S3Client, command: Command, name: str, content: bytes, way: str
) -> None:
    scripted.follow(on("UploadPart", Refuse(code="AccessDenied"), part=3))
    if way == "stream":
        ended = command.run("--json", "-", f"{place(scripted)}{name}", stdin=content)
    else:
        ended = command.run("--json", name, place(scripted))
    assert (ended.code, ended.result["code"]) == (1, "access_denied")
    assert ended.result["params"]["action"] == "s3:PutObject"
    assert open_uploads(s3, scripted.bucket, f"in/{name}") == []
    assert not is_there(s3, scripted, name)


@pytest.mark.parametrize("way", ["file", "stream"])
def test_keys_that_expire_end_everything_with_exit_3(
    scripted: Scripted, s3: S3Client, command: Command, name: str, content: bytes, way: str
) -> None:
    scripted.follow(on("UploadPart", Refuse(code="ExpiredToken"), part=3))
    if way == "stream":
        ended = command.run("--json", "-", f"{place(scripted)}{name}", stdin=content)
    else:
        ended = command.run("--json", name, place(scripted))
    assert ended.code == 3
    assert {result["code"] for result in ended.results} == {"credentials_expired"}
    assert open_uploads(s3, scripted.bucket, f"in/{name}") == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("way", ["file", "stream"])
def test_being_stopped_in_the_middle_leaves_no_parts_and_says_so(
    scripted: Scripted,
    s3: S3Client,
    command: Command,
    name: str,
    content: bytes,
    way: str,
    number: signal.Signals,
) -> None:
    scripted.follow(on("UploadPart", Rate(bytes_per_second=MIB), nth=3))
    target = f"{place(scripted)}{name}"
    with command.start("-" if way == "stream" else name, target) as process:
        assert process.stdin is not None
        if way == "stream":
            process.stdin.write(content[: 4 * PART])  # and the rest never comes
            process.stdin.flush()
        assert eventually(lambda: len(scripted.parts(f"in/{name}")) >= 2)
        assert len(open_uploads(s3, scripted.bucket, f"in/{name}")) == 1
        ended = interrupted(process, number)
    assert ended.code == 130
    assert "Multipart uploads aborted: 1. S3 keeps no parts of them." in ended.err
    assert open_uploads(s3, scripted.bucket, f"in/{name}") == []
    assert not is_there(s3, scripted, name)


def test_of_several_files_that_were_stopped_those_that_had_arrived_stay(
    scripted: Scripted, s3: S3Client, command: Command, name: str, content: bytes
) -> None:
    (command.folder / f"small-{name}").write_text("x")
    (command.folder / f"second-{name}").write_bytes(content)
    files = (f"small-{name}", name, f"second-{name}")
    scripted.follow(on("UploadPart", Rate(bytes_per_second=MIB)))
    with command.start("--json", *files, place(scripted)) as process:
        assert eventually(lambda: is_there(s3, scripted, f"small-{name}"))
        ended = interrupted(process)
    kinds = {result["source"]: result["kind"] for result in ended.results}
    assert ended.code == 130, ended.err
    assert [kinds[file] for file in files] == ["completed", "failed", "failed"]
    for file in (name, f"second-{name}"):
        assert open_uploads(s3, scripted.bucket, f"in/{file}") == []


def test_parts_that_cannot_be_aborted_are_named(
    scripted: Scripted, command: Command, name: str, content: bytes
) -> None:
    hold = on("UploadPart", Rate(bytes_per_second=MIB), nth=2)
    scripted.follow(hold, on("AbortMultipartUpload", Refuse(code="AccessDenied")))
    with command.start(name, place(scripted)) as process:
        assert eventually(lambda: len(scripted.parts(f"in/{name}")) >= 1)
        ended = interrupted(process)
    assert f"S3 may still keep parts of in/{name}" in ended.err


def test_resuming_sends_only_what_is_missing(
    scripted: Scripted, s3: S3Client, command: Command, name: str, content: bytes
) -> None:
    scripted.follow(on("UploadPart", Rate(bytes_per_second=MIB), nth=4))
    arguments = ("--resume", "--concurrency", "2", name, place(scripted))
    with command.start(*arguments) as process:
        assert eventually(lambda: len(scripted.parts(f"in/{name}")) >= 3)
        ended = interrupted(process)
    assert ended.code == 130
    assert "--resume goes on with them" in ended.err
    kept = set(scripted.parts(f"in/{name}"))
    scripted.follow()
    assert command.run(*arguments).code == 0
    assert set(scripted.parts(f"in/{name}")) == set(range(1, 8)) - kept
    assert stored(s3, scripted, name) == content


def test_what_a_killed_upload_left_can_be_resumed(
    scripted: Scripted, s3: S3Client, command: Command, name: str, content: bytes
) -> None:
    scripted.follow(on("UploadPart", Hold(before="request"), nth=4))
    with command.start(name, place(scripted)) as process:
        assert eventually(lambda: len(scripted.parts(f"in/{name}")) >= 3)
        process.kill()
    kept = set(scripted.parts(f"in/{name}"))
    scripted.script.release()
    scripted.follow()
    assert command.run("--resume", name, place(scripted)).code == 0
    assert not kept & set(scripted.parts(f"in/{name}"))
    assert stored(s3, scripted, name) == content
    assert open_uploads(s3, scripted.bucket, f"in/{name}") == []


def test_parts_of_another_content_are_not_taken_for_the_files(
    scripted: Scripted, s3: S3Client, command: Command, name: str, content: bytes
) -> None:
    key = {"Bucket": scripted.bucket, "Key": f"in/{name}"}
    begun = s3.create_multipart_upload(**key)["UploadId"]  # type: ignore[arg-type]
    for number, part in ((1, content[:PART]), (2, bytes(PART))):
        s3.upload_part(**key, UploadId=begun, PartNumber=number, Body=part)  # type: ignore[arg-type]
    assert command.run("--resume", name, place(scripted)).code == 0
    assert scripted.parts(f"in/{name}") == [2, 3, 4, 5, 6, 7]
    assert stored(s3, scripted, name) == content


def test_an_upload_of_another_file_is_left_alone(
    scripted: Scripted, s3: S3Client, command: Command, name: str, content: bytes
) -> None:
    key = {"Bucket": scripted.bucket, "Key": f"in/{name}"}
    begun = s3.create_multipart_upload(**key)["UploadId"]  # type: ignore[arg-type]
    s3.upload_part(**key, UploadId=begun, PartNumber=1, Body=bytes(PART))  # type: ignore[arg-type]
    assert command.run("--resume", name, place(scripted)).code == 0
    assert stored(s3, scripted, name) == content
    assert open_uploads(s3, scripted.bucket, f"in/{name}") == [begun]


def test_a_file_that_changes_under_way_is_not_uploaded(
    scripted: Scripted, s3: S3Client, command: Command, name: str, content: bytes
) -> None:
    scripted.follow(on("UploadPart", Hold(before="answer"), part=7))
    with command.start("--json", name, place(scripted)) as process:
        assert eventually(lambda: 7 in scripted.parts(f"in/{name}"))
        with (command.folder / name).open("r+b") as file:
            file.write(b"changed")
        scripted.script.release()
        out, _ = process.communicate(timeout=60)
    assert process.returncode == 1
    assert b'"file_changed"' in out
    assert not is_there(s3, scripted, name)
    assert open_uploads(s3, scripted.bucket, f"in/{name}") == []


@pytest.mark.parametrize("way", ["file", "stream"])
def test_a_part_that_is_damaged_on_the_way_never_becomes_an_object(
    scripted: Scripted, s3: S3Client, command: Command, name: str, content: bytes, way: str
) -> None:
    scripted.follow(on("UploadPart", Flip(), part=2))
    if way == "stream":
        ended = command.run("--json", "-", f"{place(scripted)}{name}", stdin=content)
    else:
        ended = command.run("--json", name, place(scripted))
    assert (ended.code, ended.result["kind"]) == (1, "failed")
    assert not is_there(s3, scripted, name)
    assert open_uploads(s3, scripted.bucket, f"in/{name}") == []


def test_an_object_whose_etag_is_not_that_of_what_was_sent_is_damaged(
    scripted: Scripted, command: Command, name: str
) -> None:
    (command.folder / name).write_text("x")
    scripted.follow(on("PutObject", Flip()))
    ended = command.run("--json", name, place(scripted))
    assert (ended.code, ended.result["code"]) == (1, "upload_damaged")


@pytest.mark.parametrize("way", ["file", "stream", "resume", "small"])
def test_where_s3_tells_checksums_they_are_compared(
    scripted: Scripted, command: Command, name: str, content: bytes, way: str
) -> None:
    scripted.follow(checksums=True)
    env = {"S3_CHECKSUMS": "true"}
    if way == "small":
        env["MULTIPART_THRESHOLD"] = "100000000"
    if way == "stream":
        ended = command.run("--json", "-", f"{place(scripted)}{name}", stdin=content, env=env)
    else:
        options = ["--resume"] if way == "resume" else []
        ended = command.run("--json", *options, name, place(scripted), env=env)
    assert ended.code == 0, ended.out + ended.err
    if way != "small":  # which is compared by its MD5 in a listing
        assert ended.result["verified"] == "CRC64NVME"


@pytest.mark.parametrize("way", ["file", "stream", "small"])
def test_a_checksum_that_differs_is_a_damaged_upload(
    scripted: Scripted, command: Command, name: str, content: bytes, way: str
) -> None:
    wrong = Header(name="x-amz-checksum-crc64nvme", value="AAAAAAAAAAA=")
    rules = [on(call, wrong) for call in ("HeadObject", "PutObject")]
    if way == "stream":  # else S3's answer to the last call decides
        rules.append(on("CompleteMultipartUpload", Lose()))
    scripted.follow(*rules, checksums=True)
    env = {"S3_CHECKSUMS": "true"}
    if way == "small":
        env["MULTIPART_THRESHOLD"] = "100000000"
    if way == "stream":
        ended = command.run("--json", "-", f"{place(scripted)}{name}", stdin=content, env=env)
    else:
        ended = command.run("--json", name, place(scripted), env=env)
    assert (ended.code, ended.result["code"]) == (1, "upload_damaged")


@pytest.mark.parametrize("way", ["small", "file", "stream", "short stream", "resume"])
def test_what_no_listing_shows_is_not_overwritten_either(
    scripted: Scripted, s3: S3Client, command: Command, name: str, content: bytes, way: str
) -> None:
    s3.put_object(Bucket=scripted.bucket, Key=name, Body=b"before")
    # The root needs no listing to exist, and who may not list learns of the object from S3 alone.
    scripted.follow(on("ListObjectsV2", Refuse(code="AccessDenied")))
    env = {"MULTIPART_THRESHOLD": "100000000"} if way == "small" else {}
    if "stream" in way:
        body = b"short" if way == "short stream" else content
        ended = command.run("--json", "-", f"s3://{scripted.bucket}/{name}", stdin=body)
    else:
        options = ["--resume"] if way == "resume" else []
        ended = command.run("--json", *options, name, f"s3://{scripted.bucket}/", env=env)
    assert (ended.code, ended.result["code"]) == (1, "conflict")
    assert s3.get_object(Bucket=scripted.bucket, Key=name)["Body"].read() == b"before"
    if way != "resume":  # which keeps its parts
        assert open_uploads(s3, scripted.bucket, name) == []


def test_who_may_not_look_at_objects_can_upload_large_ones_too(
    scripted: Scripted, command: Command, name: str, content: bytes
) -> None:
    scripted.follow(on("HeadObject", Refuse(code="AccessDenied", status=403)), checksums=True)
    ended = command.run("--json", name, place(scripted), env={"S3_CHECKSUMS": "true"})
    assert ended.code == 0, ended.out + ended.err
    assert ended.result["verified"] is None


def test_a_producer_that_dies_ends_the_stream_and_one_that_fails_to_be_read_leaves_nothing(
    scripted: Scripted, s3: S3Client, command: Command, name: str
) -> None:
    script = (
        "import sys\n"
        "from s3loader.uploads import upload\n"
        "def pieces():\n"
        f"    for _ in range(20): yield bytes({MIB})\n"
        "    raise BrokenPipeError('the database went away')\n"
        f"report = upload(pieces(), 's3://{scripted.bucket}/in/{name}')\n"
        "print(report.results[0].code, report.aborted)\n"
    )
    program = command.folder / "script.py"
    program.write_text(script)
    env = {**os.environ, **command.environment}
    done = run_python(program, env)
    assert done == f"stream_broken ['in/{name}']\n"
    assert open_uploads(s3, scripted.bucket, f"in/{name}") == []
    assert not is_there(s3, scripted, name)


def run_python(program: Path, env: dict[str, str]) -> str:
    command = [sys.executable, str(program)]
    done = subprocess.run(command, env=env, check=True, capture_output=True, timeout=300)
    return done.stdout.decode()
