"""A Lambda function in AWS's runtime interface emulator, without a container."""

import os
import platform
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import httpx
import pytest

ROOT = Path(__file__).parents[2]
SAM = "aws-sam-cli==1.170.0"  # its package brings the emulator


@cache
def program() -> Path:
    """Returns the emulator; skips, saying why, where there is none for this machine."""
    if platform.system() != "Linux" or platform.machine() != "x86_64":
        pytest.skip(f"skipped: the emulator is for Linux on x86_64, this is {platform.platform()}")
    code = "import pathlib, samcli; print(pathlib.Path(samcli.__file__).parent)"
    tool = [
        str(ROOT / ".tools/bin/uv"),
        "tool",
        "run",
        "--quiet",
        "--from",
        SAM,
        "python",
        "-c",
        code,
    ]
    printed = subprocess.run(tool, capture_output=True, text=True, check=True).stdout
    return Path(printed.strip()) / "local" / "rapid" / "aws-lambda-rie-x86_64"


class Function:
    """One running function. The emulator takes one invocation at a time, and so does this."""

    def __init__(self, port: int, process: subprocess.Popen[str]) -> None:
        self._url = f"http://127.0.0.1:{port}/2015-03-31/functions/function/invocations"
        self._process = process
        self._lock = threading.Lock()
        self.lines: list[str] = []
        """What it has logged, the emulator's own lines included."""
        threading.Thread(target=self._read, daemon=True).start()

    def invoke(self, event: Mapping[str, Any]) -> Any:  # noqa: ANN401 - JSON
        """Sends an event and returns the function's answer, or the error in its place."""
        with self._lock:
            answer = httpx.post(self._url, json=event, timeout=60)
            return answer.json() if answer.text.startswith(("{", "[")) else answer.text

    def wait(self) -> None:
        """Returns once the emulator listens."""
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline and self._process.poll() is None:
            try:
                httpx.get(self._url, timeout=5)
                return
            except httpx.TransportError:
                time.sleep(0.02)
        pytest.fail("".join(self.lines))

    def _read(self) -> None:
        assert self._process.stdout
        self.lines.extend(self._process.stdout)


@contextmanager
def running(handler: str, environment: Mapping[str, str], timeout: int = 29) -> Iterator[Function]:
    """Runs a handler, such as `s3loader.handler.handler`, with a timeout in seconds."""
    port, runtime = _free_port(), _free_port()
    command = [
        str(program()),
        f"--runtime-interface-emulator-address=127.0.0.1:{port}",
        f"--runtime-api-address=127.0.0.1:{runtime}",
        *(sys.executable, "-W", "ignore", "-m", "awslambdaric", handler),
    ]
    env = {
        **environment,
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT / "tests" / "rie"),
        "LAMBDA_TASK_ROOT": str(ROOT / "tests" / "rie"),
        "AWS_LAMBDA_FUNCTION_TIMEOUT": str(timeout),
    }
    process = subprocess.Popen(
        command, env=env, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        function = Function(port, process)
        function.wait()
        yield function
    finally:
        process.terminate()
        process.wait(20)
        if process.stdout:
            process.stdout.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
