"""Uploads through the app in Chromium, next to rclone with the same files on the same server."""

import tempfile
from pathlib import Path

from tests.bench import node, rclone
from tests.bench.app import app
from tests.bench.load import LOADS, Load
from tests.bench.seaweedfs import ACCESS_KEY_ID, SECRET_ACCESS_KEY, S3Server, seaweedfs


def main() -> None:
    """Measures each load once and prints one table."""
    rclone.install()
    print(f"{'uploads':<18}{'client':<8}{'MiB/s':>8}{'files/s':>9}{'seconds':>9}")
    with tempfile.TemporaryDirectory(prefix="s3loader-bench-") as name:
        folder = Path(name)
        with seaweedfs(folder) as server, app(server, folder) as address:
            for load in LOADS:
                _measure(load, server, address, folder)


def _measure(load: Load, server: S3Server, address: str, folder: Path) -> None:
    files = folder / load.name
    load.write(files)
    server.make_prefix(f"browser/{load.name}/")
    browser = _in_browser(address, server, f"browser/{load.name}/", files)
    _require_all(load, server, f"browser/{load.name}/")
    seconds = rclone.upload(files, server, f"rclone/{load.name}/")
    _require_all(load, server, f"rclone/{load.name}/")
    print(_row(load, "app", browser["seconds"]))
    print(_row(load, "rclone", seconds))
    print(_notes(browser, seconds))


def _in_browser(address: str, server: S3Server, prefix: str, files: Path) -> dict[str, float]:
    task = {
        "app": address,
        "accessKeyId": ACCESS_KEY_ID,
        "secretAccessKey": SECRET_ACCESS_KEY,
        "bucket": server.bucket,
        "prefix": prefix,
        "folder": str(files),
    }
    measured: dict[str, float] = node.run("uploads.mjs", task)
    return measured


def _require_all(load: Load, server: S3Server, prefix: str) -> None:
    """A measurement counts only if every byte is there."""
    pages = server.client().get_paginator("list_objects_v2")
    listed = [
        item
        for page in pages.paginate(Bucket=server.bucket, Prefix=prefix)
        for item in page.get("Contents", [])
    ]
    sizes = [item["Size"] for item in listed if not item["Key"].endswith("/")]
    if sizes != [load.size] * load.files:
        raise SystemExit(f"{prefix}: {len(sizes)} files with {sum(sizes)} bytes arrived")


def _row(load: Load, client: str, seconds: float) -> str:
    speed, rate = load.mebibytes / seconds, load.files / seconds
    return f"{load.name:<18}{client:<8}{speed:>8.1f}{rate:>9.1f}{seconds:>9.2f}"


def _notes(browser: dict[str, float], rclone_seconds: float) -> str:
    idle, peak = browser["idleMiB"], browser["peakMiB"]
    return "\n".join(
        [
            f"  app / rclone: {browser['seconds'] / rclone_seconds:.2f} times the seconds",
            f"  API calls: {browser['uploadCalls']} for uploads, {browser['otherCalls']} others",
            f"  JavaScript heap: at most {browser['heapMiB']:.0f} MiB",
            f"  the browser's processes: {idle:.0f} MiB before, at most {peak:.0f} MiB\n",
        ]
    )


if __name__ == "__main__":
    main()
