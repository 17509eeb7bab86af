"""Our own command with its defaults: every rule, every comparison."""

import os
import subprocess
import sys
import time
from pathlib import Path

from tests.bench.seaweedfs import ACCESS_KEY_ID, SECRET_ACCESS_KEY, S3Server

_PROGRAM = Path(sys.executable).parent / "s3loader"


def upload(folder: Path, server: S3Server, prefix: str) -> float:
    """Uploads the files of a folder into a prefix; returns the seconds it took."""
    begin = time.perf_counter()
    _run([f"{folder}/*", f"s3://{server.bucket}/{prefix}"], server)
    return time.perf_counter() - begin


def stream(file: Path, server: S3Server, prefix: str) -> float:
    """Sends a file through a pipe; returns the seconds it took."""
    begin = time.perf_counter()
    with subprocess.Popen(["cat", str(file)], stdout=subprocess.PIPE) as pipe:
        _run(["-", f"s3://{server.bucket}/{prefix}{file.name}"], server, pipe)
    return time.perf_counter() - begin


def _run(
    arguments: list[str], server: S3Server, pipe: subprocess.Popen[bytes] | None = None
) -> None:
    keys = {"AWS_ACCESS_KEY_ID": ACCESS_KEY_ID, "AWS_SECRET_ACCESS_KEY": SECRET_ACCESS_KEY}
    env = {**os.environ, **keys, "AWS_REGION": "us-east-1", "AWS_ENDPOINT": server.endpoint}
    stdin = pipe.stdout if pipe else subprocess.DEVNULL
    subprocess.run([_PROGRAM, "upload", *arguments], check=True, env=env, stdin=stdin)
