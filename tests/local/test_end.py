"""However the stack ends, no process is left; what went wrong is said."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.local.clients import s3_client
from tests.local.processes import still_running, tree
from tests.local.running_stack import ROOT, command, free_port, running_stack

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")

SECONDS = 30.0


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_asked_to_stop_it_leaves_no_process_and_no_error(
    state: Path, number: signal.Signals
) -> None:
    with running_stack(state) as stack:
        family = tree(stack.process.pid)
        stack.process.send_signal(number)
        assert stack.process.wait(SECONDS) == 0
        assert still_running(family, within_seconds=0) == set()
        assert len(family) == 4


def test_killed_it_takes_its_children_along(state: Path) -> None:
    with running_stack(state) as stack:
        family = tree(stack.process.pid)
        stack.process.kill()
        assert still_running(family, SECONDS) == set()


def test_a_part_that_crashes_ends_the_rest_and_is_named(state: Path) -> None:
    with running_stack(state) as stack:
        family = tree(stack.process.pid)
        for child in family - {stack.process.pid}:
            os.kill(child, signal.SIGKILL)
            break
        assert stack.process.wait(SECONDS) == 1
        assert still_running(family, within_seconds=0) == set()
        assert stack.process.stdout is not None
        assert "ended with code -9" in stack.process.stdout.read()


@pytest.mark.parametrize(("taken", "advice"), [("app", "PORT="), ("aws", "AWS_PORT=")])
def test_a_port_in_use_is_named_with_the_variable_that_changes_it(
    state: Path, taken: str, advice: str
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = int(other.getsockname()[1])
        ports = (port, free_port()) if taken == "app" else (free_port(), port)
        ended = subprocess.run(command(state, *ports), cwd=ROOT, capture_output=True, text=True)
    assert ended.returncode == 1
    assert f"Port {port} " in ended.stderr
    assert f"make run {advice}{port + 1}" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_second_stack_on_the_same_state_is_refused(state: Path) -> None:
    with running_stack(state):
        second = command(state, free_port(), free_port())
        ended = subprocess.run(second, cwd=ROOT, capture_output=True, text=True)
    assert ended.returncode == 1
    assert f"Another stack is running with its state in {state}" in ended.stderr


def test_keys_changes_and_deletions_outlive_a_restart(state: Path) -> None:
    with running_stack(state) as first:
        s3 = s3_client(first, "demo-full")
        s3.put_object(Bucket="demo-reports", Key="inbox/mine.txt", Body=b"mine")
        s3.delete_object(Bucket="demo-photos", Key="README.md")
        first.process.terminate()
        first.process.wait(SECONDS)
    with running_stack(state) as second:
        assert second.demo["users"] == first.demo["users"]
        s3 = s3_client(second, "demo-full")
        assert s3.get_object(Bucket="demo-reports", Key="inbox/mine.txt")["Body"].read() == b"mine"
        assert s3.list_objects_v2(Bucket="demo-photos", Prefix="README")["KeyCount"] == 0


def test_after_a_kill_it_starts_again_with_working_keys(state: Path) -> None:
    with running_stack(state) as first:
        family = tree(first.process.pid)
        for process in family:
            os.kill(process, signal.SIGKILL)
        assert still_running(family, SECONDS) == set()
    with running_stack(state) as second:
        s3 = s3_client(second, "demo-reader")
        assert s3.list_objects_v2(Bucket="demo-reports", Prefix="inbox/")["KeyCount"] == 1
