"""A stack started as a person starts it, for tests: free ports, a state folder of its own."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True)
class RunningStack:
    """A stack that has said it is ready."""

    process: subprocess.Popen[str]
    announcement: str
    state: Path
    demo: dict[str, Any]

    @property
    def aws_endpoint(self) -> str:
        """Where the embedded AWS answers."""
        return str(self.demo["awsEndpoint"])

    @property
    def app_url(self) -> str:
        """Where the app answers."""
        return str(self.demo["appUrl"])

    @property
    def topic_arn(self) -> str:
        """The topic of upload events."""
        return str(self.demo["topicArn"])


def free_port() -> int:
    """A loopback port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def command(state: Path, port: int, aws_port: int) -> list[str]:
    """The command line of a stack that ends with the tests."""
    ports = ["--port", str(port), "--aws-port", str(aws_port)]
    return [sys.executable, "-m", "local", *ports, "--state", str(state), "--end-with-parent"]


@contextmanager
def running_stack(
    state: Path,
    port: int | None = None,
    aws_port: int | None = None,
    variables: Mapping[str, str] | None = None,
    aws: str = "embedded",
) -> Iterator[RunningStack]:
    """Starts a stack, waits until it says it is ready, and stops it after the block."""
    start = [*command(state, port or free_port(), aws_port or free_port()), "--aws", aws]
    with subprocess.Popen(
        start,
        cwd=ROOT,
        env={**os.environ, **(variables or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        try:
            announcement = _until_ready(process)
            record = state / "demo.json"
            demo = json.loads(record.read_text()) if record.exists() else {}
            yield RunningStack(process, announcement, state, demo)
        finally:
            process.terminate()
            process.wait()


def _until_ready(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    said = ""
    for line in process.stdout:
        said += line
        if "is ready" in line:
            return said
    raise AssertionError(f"The stack ended before it was ready:\n{said}")
