"""The AWS CLI with its own defaults: what most people would take otherwise."""

import os
import subprocess
import time
from pathlib import Path

from tests.bench.seaweedfs import ACCESS_KEY_ID, SECRET_ACCESS_KEY, S3Server
from tests.bench.tool import tool

VERSION = "1.46.3"
_COMMAND = tool(f"awscli=={VERSION}", "aws")


def install() -> None:
    """Downloads it, so that no measurement includes that."""
    subprocess.run([*_COMMAND, "--version"], check=True, stdout=subprocess.DEVNULL)


def upload(folder: Path, server: S3Server, prefix: str) -> float:
    """Copies a folder into a prefix; returns the seconds it took."""
    begin = time.perf_counter()
    _run(["--recursive", f"{folder}/", _target(server, prefix)], server)
    return time.perf_counter() - begin


def stream(file: Path, server: S3Server, prefix: str) -> float:
    """Sends a file through a pipe; returns the seconds it took."""
    begin = time.perf_counter()
    with subprocess.Popen(["cat", str(file)], stdout=subprocess.PIPE) as pipe:
        _run(["-", _target(server, prefix) + file.name], server, pipe)
    return time.perf_counter() - begin


def _run(
    arguments: list[str], server: S3Server, pipe: subprocess.Popen[bytes] | None = None
) -> None:
    keys = {"AWS_ACCESS_KEY_ID": ACCESS_KEY_ID, "AWS_SECRET_ACCESS_KEY": SECRET_ACCESS_KEY}
    env = {**os.environ, **keys, "AWS_DEFAULT_REGION": "us-east-1"}
    options = ["--endpoint-url", server.endpoint, "s3", "cp", "--quiet"]
    stdin = pipe.stdout if pipe else subprocess.DEVNULL
    subprocess.run([*_COMMAND, *options, *arguments], check=True, env=env, stdin=stdin)


def _target(server: S3Server, prefix: str) -> str:
    return f"s3://{server.bucket}/{prefix}"
