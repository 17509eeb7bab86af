"""`s3loader upload` against the embedded AWS: the web app's rules, its events, its permissions."""

import hashlib
import json
import uuid
from pathlib import Path

import pytest
from mypy_boto3_s3 import S3Client
from s3loader.sending.account import Place
from s3loader.sending.local_settings import LocalSettings
from s3loader.sending.options import Options
from s3loader.sending.report import UploadsFailed
from s3loader.uploads import upload

from local.embedded_aws import ADMINISTRATOR
from tests.contract.command import Command, Ended
from tests.contract.subscribed_queue import Queue, uploads_into
from tests.local.running_stack import RunningStack

KOREAN = {"LANG": "ko_KR.UTF-8"}
SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYCANARYKEY0"


@pytest.fixture
def place(s3: S3Client, bucket: str) -> str:
    """An existing path of a new bucket."""
    s3.put_object(Bucket=bucket, Key="in/", Body=b"")
    return f"s3://{bucket}/in/"


@pytest.fixture
def command(stack: RunningStack, tmp_path: Path) -> Command:
    key_id, secret = ADMINISTRATOR
    keys = {"AWS_ACCESS_KEY_ID": key_id, "AWS_SECRET_ACCESS_KEY": secret}
    return Command({**keys, "AWS_ENDPOINT": stack.aws_endpoint}, tmp_path)


def as_user(stack: RunningStack, name: str) -> dict[str, str]:
    keys = stack.demo["users"][name]
    return {
        "AWS_ACCESS_KEY_ID": keys["accessKeyId"],
        "AWS_SECRET_ACCESS_KEY": keys["secretAccessKey"],
    }


def keys_of(s3: S3Client, bucket: str) -> set[str]:
    return {found["Key"] for found in s3.list_objects_v2(Bucket=bucket)["Contents"]}


def body(s3: S3Client, bucket: str, key: str) -> bytes:
    return s3.get_object(Bucket=bucket, Key=key)["Body"].read()


def test_files_and_a_stream_arrive_and_subscribers_are_told(
    stack: RunningStack, command: Command, s3: S3Client, bucket: str, place: str
) -> None:
    content = bytes(range(256)) * 500_000  # 128 MB: in parts
    (command.folder / "large.bin").write_bytes(content)
    (command.folder / "보고서.csv").write_text("a,b\n")
    topic = {"SNS_TOPIC_ARN": stack.topic_arn}
    with Queue.subscribed(stack, uploads_into(bucket)) as queue:
        files = command.run("--json", "large.bin", "보고서.csv", place, env=topic)
        stream = command.run("--json", "-", f"{place}dump.sql", stdin=b"select 1;", env=topic)
        told = {event["data"]["key"]: event["data"] for event in queue.events()}
    assert (files.code, stream.code) == (0, 0), files.err + stream.err
    assert all(result["notified"] for result in [*files.results, stream.result])
    assert set(told) == {"in/large.bin", "in/보고서.csv", "in/dump.sql"}
    assert told["in/large.bin"]["size"] == len(content)
    assert body(s3, bucket, "in/large.bin") == content
    assert body(s3, bucket, "in/dump.sql") == b"select 1;"
    assert s3.head_object(Bucket=bucket, Key="in/보고서.csv")["ContentType"] == "text/csv"


def test_a_directorys_files_go_where_their_own_paths_exist(
    command: Command, s3: S3Client, bucket: str, place: str
) -> None:
    for name in ("logs/a.log", "logs/deep/b.log"):
        (command.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (command.folder / name).write_text(name)
    s3.put_object(Bucket=bucket, Key="in/logs/", Body=b"")
    ended = command.run("--json", "logs", place)
    assert ended.code == 1
    assert {r["source"]: r.get("code") or r["kind"] for r in ended.results} == {
        "logs/a.log": "completed",
        "logs/deep/b.log": "prefix_not_found",
    }
    assert keys_of(s3, bucket) == {"in/", "in/logs/", "in/logs/a.log"}


@pytest.mark.parametrize("size", [3, 6 * 1024 * 1024])
def test_a_key_that_is_taken_is_left_alone_unless_asked_otherwise(
    command: Command, s3: S3Client, bucket: str, place: str, size: int
) -> None:
    (command.folder / "f.bin").write_bytes(b"n" * size)
    s3.put_object(Bucket=bucket, Key="in/f.bin", Body=b"before")
    small = {"MULTIPART_THRESHOLD": "5242880", "PART_SIZE": "5242880"}

    def run(policy: str) -> tuple[int, str]:
        ended = command.run("--json", "--on-conflict", policy, "f.bin", place, env=small)
        return ended.code, ended.result.get("code") or ended.result["kind"]

    assert run("refuse") == (1, "conflict")
    assert run("skip") == (0, "skipped")
    assert body(s3, bucket, "in/f.bin") == b"before"
    assert run("keep-both") == (0, "completed")
    assert body(s3, bucket, "in/f (1).bin") == b"n" * size
    assert run("replace") == (0, "completed")
    assert body(s3, bucket, "in/f.bin") == b"n" * size


def test_a_dry_run_checks_everything_and_sends_nothing(
    command: Command, s3: S3Client, bucket: str, place: str
) -> None:
    for name in ("new.txt", "taken.txt"):
        (command.folder / name).write_text(name)
    s3.put_object(Bucket=bucket, Key="in/taken.txt", Body=b"before")
    ended = command.run("--json", "--dry-run", "new.txt", "taken.txt", place)
    assert ended.code == 1
    assert {r["source"]: r.get("code") or r["kind"] for r in ended.results} == {
        "new.txt": "planned",
        "taken.txt": "conflict",
    }
    assert keys_of(s3, bucket) == {"in/", "in/taken.txt"}


def test_the_deployments_limits_hold_here_too(command: Command, place: str) -> None:
    (command.folder / "a.exe").write_bytes(b"MZ")
    (command.folder / "large.txt").write_bytes(b"x" * 20)
    limits = {"MAX_FILE_SIZE": "10", "ALLOWED_CONTENT_TYPES": "text/*,image/png"}
    ended = command.run("--json", "a.exe", "large.txt", place, env=limits)
    assert {r["source"]: r["code"] for r in ended.results} == {
        "a.exe": "content_type_not_allowed",
        "large.txt": "file_too_large",
    }
    stream = command.run("--json", "-", f"{place}s.txt", stdin=b"x" * 11, env=limits)
    assert stream.result["code"] == "file_too_large"
    elsewhere = command.run("--json", "a.exe", place, env={"ALLOWED_BUCKETS": "another"})
    assert (elsewhere.code, elsewhere.result["code"]) == (1, "bucket_not_allowed")


def test_content_type_and_storage_class_are_what_was_asked_for(
    command: Command, s3: S3Client, bucket: str, place: str
) -> None:
    (command.folder / "f").write_bytes(b"x" * 6_000_000)
    wish = ("--content-type", "application/x-thing", "--storage-class", "STANDARD_IA")
    small = {"MULTIPART_THRESHOLD": "5242880", "PART_SIZE": "5242880"}
    assert command.run(*wish, "f", f"{place}put").code == 0
    assert command.run(*wish, "f", f"{place}parts", env=small).code == 0
    assert command.run(*wish, "--resume", "f", f"{place}resumed", env=small).code == 0
    assert command.run(*wish, "-", f"{place}stream", stdin=b"x" * 6_000_000, env=small).code == 0
    assert command.run(*wish, "-", f"{place}short", stdin=b"x", env=small).code == 0
    for name in ("put", "parts", "resumed", "stream", "short"):
        head = s3.head_object(Bucket=bucket, Key=f"in/{name}")
        assert (name, head["ContentType"]) == (name, "application/x-thing")
        assert (name, head.get("StorageClass")) == (name, "STANDARD_IA")


def test_exit_codes_tell_usage_from_credentials(
    stack: RunningStack, command: Command, place: str
) -> None:
    (command.folder / "f").write_text("x")
    assert command.run("f", "bucket/path/").code == 2
    assert command.run("-", place).code == 2
    assert command.run("-", "f", place).code == 2
    assert command.run("f", "f", "g", f"{place}name").code == 2
    assert command.run("--on-conflict", "perhaps", "f", place).code == 2
    assert command.run("f", place, env={"PART_SIZE": "none"}).code == 2
    none = {"AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": ""}
    wrong = {**as_user(stack, "demo-full"), "AWS_SECRET_ACCESS_KEY": SECRET}
    assert command.run("f", place, env=none).code == 3
    assert command.run("--profile", "nobody", "f", place).code == 3
    assert command.run("f", place, env=wrong).code == 3
    assert (
        command.run("f", place, env={**wrong, "AWS_ACCESS_KEY_ID": "AKIAUNKNOWNUNKNOWN00"}).code
        == 3
    )


def test_a_profile_has_the_keys_and_the_region(
    command: Command, s3: S3Client, bucket: str, place: str
) -> None:
    (command.folder / "f").write_text("x")
    key_id, secret = ADMINISTRATOR
    lines = ["[profile work]", "region = ap-northeast-2"]
    lines += [f"aws_access_key_id = {key_id}", f"aws_secret_access_key = {secret}"]
    (command.folder / "config").write_text("\n".join(lines))
    none = {"AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": ""}
    profile = {**none, "AWS_CONFIG_FILE": str(command.folder / "config")}
    assert command.run("--profile", "work", "f", place, env=profile).code == 0
    assert command.run("f", f"{place}g", env={**profile, "AWS_PROFILE": "work"}).code == 0
    assert keys_of(s3, bucket) == {"in/", "in/f", "in/g"}


def test_what_the_account_may_not_do_is_named(stack: RunningStack, command: Command) -> None:
    (command.folder / "f").write_text("x")
    (command.folder / "g").write_bytes(b"x" * 6_000_000)
    small = {"MULTIPART_THRESHOLD": "5242880", "PART_SIZE": "5242880"}
    reader = as_user(stack, "demo-reader")
    ended = command.run("--json", "f", "g", "s3://demo-reports/inbox/", env={**reader, **small})
    assert ended.code == 1
    told = {r["source"]: (r["code"], r["params"]["action"]) for r in ended.results}
    assert told == {"f": ("access_denied", "s3:PutObject"), "g": ("access_denied", "s3:PutObject")}


def test_who_may_only_upload_below_one_path_can(
    stack: RunningStack, command: Command, s3: S3Client
) -> None:
    name = f"{uuid.uuid4()}.txt"
    (command.folder / name).write_text("x")
    uploader = as_user(stack, "demo-uploader")
    assert command.run(name, "s3://demo-reports/inbox/", env=uploader).code == 0
    assert command.run("--json", name, "s3://demo-reports/", env=uploader).code == 1
    s3.delete_object(Bucket="demo-reports", Key=f"inbox/{name}")


def test_korean_terminals_are_told_in_korean_and_silence_is_success(
    command: Command, place: str
) -> None:
    (command.folder / "f").write_text("x")
    assert command.run("f", place, env=KOREAN) == Ended(0, "", "")
    again = command.run("f", place, env=KOREAN)
    assert again.err.startswith("s3loader: f: 같은 키의 객체가 이미 있어요.")
    assert (again.code, again.out) == (1, "")
    assert "already there" in command.run("--lang", "en", "f", place, env=KOREAN).err


def test_who_waits_for_an_event_that_cannot_be_sent_is_told(
    stack: RunningStack, command: Command
) -> None:
    name = f"{uuid.uuid4()}.txt"
    (command.folder / name).write_text("x")
    full = as_user(stack, "demo-full")  # may not publish
    env = {**full, "SNS_TOPIC_ARN": stack.topic_arn}
    ended = command.run(name, "s3://demo-reports/inbox/", env=env)
    assert ended.code == 0
    assert ended.err.rstrip().endswith("the topic could not be told of 1 of them.")


def test_no_credential_is_ever_said(stack: RunningStack, command: Command) -> None:
    name = f"{uuid.uuid4()}.txt"
    (command.folder / name).write_text("x")
    token = "IQoJb3JpZ2luX2VjECANARYTOKEN" * 4
    own = as_user(stack, "demo-uploader")
    place = "s3://demo-reports/inbox/"
    told = ""
    for variables in (
        {},
        {"AWS_SECRET_ACCESS_KEY": SECRET},
        {"AWS_SESSION_TOKEN": token},
        {"AWS_ACCESS_KEY_ID": "AKIACANARYCANARY0000", "AWS_SECRET_ACCESS_KEY": SECRET},
        {"AWS_ENDPOINT": "http://127.0.0.1:9"},
    ):
        for style in ("--json", "--verbose", "--quiet"):
            topic = {"SNS_TOPIC_ARN": stack.topic_arn, "LOG_LEVEL": "DEBUG"}
            env = {**own, **topic, **variables}
            ended = command.run(style, "--on-conflict", "replace", name, place, env=env)
            told += ended.out + ended.err
    assert told
    for canary in (SECRET, token, "AKIACANARYCANARY0000", *own.values()):
        assert canary not in told


@pytest.fixture
def at_home(stack: RunningStack, monkeypatch: pytest.MonkeyPatch) -> LocalSettings:
    key_id, secret = ADMINISTRATOR
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", key_id)
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", secret)
    return LocalSettings(aws_endpoint=stack.aws_endpoint, sns_topic_arn=stack.topic_arn)


def test_a_script_uploads_with_one_call(
    at_home: LocalSettings, s3: S3Client, bucket: str, place: str, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("a")
    report = upload([tmp_path / "a.txt"], place, settings=at_home).check()
    (done,) = report.results
    assert done.kind == "completed"
    assert done.notified
    pieces = (bytes([number]) * 1_000_000 for number in range(20))
    streamed = upload(pieces, f"{place}pieces.bin", settings=at_home).check()
    assert streamed.results[0].kind == "completed"
    expected = hashlib.sha256(b"".join(bytes([n]) * 1_000_000 for n in range(20)))
    found = hashlib.sha256(body(s3, bucket, "in/pieces.bin"))
    assert found.hexdigest() == expected.hexdigest()
    with pytest.raises(UploadsFailed, match="already there"):
        upload(tmp_path / "a.txt", place, settings=at_home).check()
    skipped = upload(tmp_path / "a.txt", place, Options(on_conflict="skip"), settings=at_home)
    assert (
        json.loads(skipped.check().results[0].model_dump_json(by_alias=True))["kind"] == "skipped"
    )


def test_a_script_can_name_region_and_endpoint(
    stack: RunningStack, at_home: LocalSettings, place: str, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("a")
    anywhere = Place(region="us-east-1", endpoint=stack.aws_endpoint)
    upload(str(tmp_path / "a.txt"), place, place=anywhere, settings=LocalSettings()).check()
