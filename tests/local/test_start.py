"""What a person gets from starting the stack."""

import fcntl
import os
import stat
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from local.seed.samples import samples
from tests.local.clients import s3_client
from tests.local.processes import listening_addresses, tree
from tests.local.running_stack import ROOT, RunningStack


def test_the_last_line_says_where_the_app_is(stack: RunningStack) -> None:
    assert stack.announcement.splitlines()[-1].startswith(f"S3 Loader is ready: {stack.app_url} ")


def test_the_keys_of_every_user_are_printed_with_what_the_user_may_do(stack: RunningStack) -> None:
    for name, keys in stack.demo["users"].items():
        (line,) = [row for row in stack.announcement.splitlines() if row.startswith(name)]
        assert keys["accessKeyId"] in line
        assert keys["secretAccessKey"] in line
        assert line.split("  ")[-1]


def test_demo_json_holds_what_scripts_need_and_only_its_owner_reads_it(stack: RunningStack) -> None:
    assert list(stack.demo) == ["awsEndpoint", "appUrl", "topicArn", "buckets", "users"]
    assert stack.demo["buckets"] == ["demo-photos", "demo-reports", "demo-no-cors"]
    assert stack.topic_arn == "arn:aws:sns:ap-northeast-2:000000000000:s3loader-uploads"
    assert list(stack.demo["users"]) == ["demo-full", "demo-reader", "demo-uploader", "demo-nolist"]
    for keys in stack.demo["users"].values():
        assert list(keys) == ["accessKeyId", "secretAccessKey"]
    assert stat.S_IMODE((stack.state / "demo.json").stat().st_mode) == 0o600


def test_the_app_answers_with_api_and_pages(stack: RunningStack) -> None:
    config = httpx.get(f"{stack.app_url}/api/config")
    assert config.headers["content-type"] == "application/json"
    page = httpx.get(f"{stack.app_url}/b/demo-reports")
    assert page.status_code == 200 or "make build" in page.text


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_nothing_listens_outside_loopback(stack: RunningStack) -> None:
    addresses = listening_addresses(tree(stack.process.pid))
    ports = {httpx.URL(stack.app_url).port, httpx.URL(stack.aws_endpoint).port}
    assert addresses == {("127.0.0.1", port) for port in ports}


def test_every_sample_object_is_there(stack: RunningStack) -> None:
    listing = s3_client(stack, "demo-full").get_paginator("list_objects_v2")
    found = {
        (bucket, item["Key"], item["Size"])
        for bucket in stack.demo["buckets"]
        for page in listing.paginate(Bucket=bucket)
        for item in page["Contents"]
    }
    assert found >= {(each.bucket, each.key, len(each.body)) for each in samples()}


@pytest.mark.parametrize("port", ["0", "99999", "-1"])
def test_what_is_no_port_is_named_with_its_variable(tmp_path: Path, port: str) -> None:
    start = [sys.executable, "-m", "local", "--port", port, "--state", str(tmp_path / "state")]
    ended = subprocess.run(start, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert ended.returncode == 1
    assert f"PORT={port} is no port for the app. Choose one from 1 to 65535." in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_wrong_variable_of_the_app_is_named_without_a_traceback(tmp_path: Path) -> None:
    env = {**os.environ, "LOG_LEVEL": "loud", "SEAL_KEY_FILE": str(tmp_path / "key")}
    app = [sys.executable, "-m", "local.app"]
    ended = subprocess.run(app, cwd=ROOT, env=env, capture_output=True, text=True, timeout=60)
    assert ended.returncode == 1
    assert ended.stderr.startswith("Wrong environment variables:\n  LOG_LEVEL: ")
    assert "Traceback" not in ended.stderr


def test_make_clean_leaves_the_state_of_a_running_stack(tmp_path: Path) -> None:
    (tmp_path / "scripts").symlink_to(ROOT / "scripts")
    state = tmp_path / ".local"
    state.mkdir()
    clean = ["make", "-f", str(ROOT / "Makefile"), "clean"]
    with (state / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        refused = subprocess.run(clean, cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert refused.returncode != 0
    assert "A stack is running" in refused.stderr
    assert state.exists()
    subprocess.run(clean, cwd=tmp_path, check=True, capture_output=True, timeout=60)
    assert not state.exists()
