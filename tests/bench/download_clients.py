"""Who downloads: the app, a plain fetch and rclone. Each counts only when every byte arrived."""

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tests.bench import node, rclone
from tests.bench.load import LARGE, Load, digests
from tests.bench.place import Place
from tests.bench.seaweedfs import ACCESS_KEY_ID, SECRET_ACCESS_KEY, S3Server

APP: Final = "app"
COPYING: Final = "app, copying"  # into a folder that is on another file system, as a picked one is
PLAIN: Final = "plain"
RCLONE: Final = "rclone"


@dataclass(frozen=True)
class Run:
    """One download of a load. Memory is that of the page's processes, null for rclone."""

    client: str
    seconds: float
    renderer_growth: float | None = None  # MiB
    heap: float | None = None  # MiB


def clients(load: Load) -> tuple[str, ...]:
    """Who downloads this load."""
    return (PLAIN, APP, COPYING, RCLONE) if load is LARGE else (APP, RCLONE)


def prefix(load: Load) -> str:
    """Where its files lie in the bucket."""
    return f"downloads/{load.name}/"


def download(client: str, load: Load, place: Place, original: Path) -> Run:
    """Downloads a load once; SystemExit where a digest is not that of the original folder."""
    run, arrived = _by_rclone(load, place) if client == RCLONE else _in_browser(client, load, place)
    if arrived != digests(original):
        raise SystemExit(f"{load.name} by {client}: what arrived is not what was sent")
    return run


def _by_rclone(load: Load, place: Place) -> tuple[Run, dict[str, str]]:
    with tempfile.TemporaryDirectory(prefix="s3loader-rclone-") as name:
        seconds = rclone.download(place.server, prefix(load), Path(name))
        return Run(RCLONE, seconds), digests(Path(name))


def _in_browser(client: str, load: Load, place: Place) -> tuple[Run, dict[str, str]]:
    at = {"app": place.app, "bucket": place.server.bucket, "prefix": prefix(load)}
    keys = {"accessKeyId": ACCESS_KEY_ID, "secretAccessKey": SECRET_ACCESS_KEY}
    more = {"client": client, "files": load.files, "url": _presigned(load, place.server)}
    figures = node.run("downloads.mjs", {**at, **keys, **more})
    growth = figures["rendererPeakMiB"] - figures["rendererIdleMiB"]
    run = Run(client, figures["seconds"], growth, figures["heapMiB"])
    return run, figures["digests"]


def _presigned(load: Load, server: S3Server) -> str:
    first: dict[str, Any] = {"Bucket": server.bucket, "Key": f"{prefix(load)}00000.bin"}
    return server.client().generate_presigned_url("get_object", Params=first)
