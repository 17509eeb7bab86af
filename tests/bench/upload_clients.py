"""Who uploads: the app, its peers, programs. Each counts only when every byte arrived."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tests.bench import curl, node, peers, rclone, s5cmd
from tests.bench.load import Load
from tests.bench.place import Place
from tests.bench.seaweedfs import ACCESS_KEY_ID, SECRET_ACCESS_KEY, S3Server

APP: Final = "app"
RCLONE: Final = "rclone"
S5CMD: Final = "s5cmd"
CURL: Final = "curl"
BROWSERS: Final = (APP, *peers.PEERS)
CLIENTS: Final = (*BROWSERS, RCLONE, S5CMD, CURL)


@dataclass(frozen=True)
class Run:
    """One upload of a load. What only a page has is null for programs."""

    client: str
    seconds: float
    cpu: float | None = None  # seconds of all the browser's processes
    renderer_growth: float | None = None  # MiB
    long_tasks: int | None = None  # of the page's main thread, over 50 ms
    longest_task: float | None = None  # ms


@dataclass(frozen=True)
class Bench:
    """What uploads need besides the place: files of each load, and the peers' pages."""

    files: Path
    pages: Path


def upload(client: str, load: Load, place: Place, bench: Bench, prefix: str) -> Run:
    """Uploads a load once; SystemExit where not every file arrived."""
    place.server.make_prefix(prefix)
    run = _run(client, load, place, bench, prefix)
    require_all(load, place.server, prefix)
    return run


def _run(client: str, load: Load, place: Place, bench: Bench, prefix: str) -> Run:
    folder, server = bench.files / load.name, place.server
    if client == APP:
        return _of_page(APP, _by_app(place, prefix, folder))
    if client in peers.PEERS:
        return _of_page(client, peers.upload(client, load, server, prefix, folder, bench.pages))
    if client == CURL:
        return Run(CURL, curl.upload(load, folder, server, prefix))
    program = rclone if client == RCLONE else s5cmd
    return Run(client, program.upload(folder, server, prefix))


def _by_app(place: Place, prefix: str, folder: Path) -> dict[str, Any]:
    keys = {"accessKeyId": ACCESS_KEY_ID, "secretAccessKey": SECRET_ACCESS_KEY}
    at = {"app": place.app, "bucket": place.server.bucket, "prefix": prefix}
    return node.run("uploads.mjs", {**at, **keys, "folder": str(folder)})


def _of_page(client: str, figures: dict[str, Any]) -> Run:
    growth = figures["rendererPeakMiB"] - figures["rendererIdleMiB"]
    tasks = figures.get("longTasks"), figures.get("longestTask")
    return Run(client, figures["seconds"], figures["cpu"], growth, *tasks)


def require_all(load: Load, server: S3Server, prefix: str) -> None:
    """Ends the measurement where not every byte is there."""
    pages = server.client().get_paginator("list_objects_v2")
    listed = [
        item
        for page in pages.paginate(Bucket=server.bucket, Prefix=prefix)
        for item in page.get("Contents", [])
    ]
    sizes = [item["Size"] for item in listed if not item["Key"].endswith("/")]
    if sizes != [load.size] * load.files:
        raise SystemExit(f"{prefix}: {len(sizes)} files with {sum(sizes)} bytes arrived")
