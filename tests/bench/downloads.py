"""Downloads through the app in Chromium, next to rclone and a plain fetch of the same objects."""

import statistics
import tempfile
from pathlib import Path

from tests.bench import rclone
from tests.bench.download_clients import APP, PLAIN, RCLONE, Run, clients, download, prefix
from tests.bench.load import LARGE, LOADS, Load
from tests.bench.place import PLACES, Place, at
from tests.bench.seaweedfs import S3Server, seaweedfs

ROUNDS = 3


def main() -> None:
    """Measures each load on loopback and over the link; prints a table of medians."""
    rclone.install()
    print(
        f"{'downloads':<20}{'link':<20}{'client':<14}{'MiB/s':>7}{'files/s':>9}{'seconds':>24}",
        flush=True,
    )
    with tempfile.TemporaryDirectory(prefix="s3loader-bench-") as name:
        folder = Path(name)
        with seaweedfs(folder) as server:
            for load in LOADS:
                load.write(folder / load.name)
                rclone.upload(folder / load.name, server, prefix(load))
            for place_name in PLACES:
                _measure_at(place_name, server, folder)


def _measure_at(place_name: str, server: S3Server, folder: Path) -> None:
    with at(place_name, server, folder) as place:
        for load in LOADS:
            _print(load, place, _rounds(load, place, folder / load.name))


def _rounds(load: Load, place: Place, original: Path) -> list[Run]:
    """The clients take turns, so that what else the machine does meets them all."""
    return [
        download(client, load, place, original) for _ in range(ROUNDS) for client in clients(load)
    ]


def _print(load: Load, place: Place, runs: list[Run]) -> None:
    for client in clients(load):
        print(_row(load, place, [run for run in runs if run.client == client]))
    medians = {client: _median(runs, client) for client in clients(load)}
    print(f"  app / rclone: {medians[RCLONE] / medians[APP]:.2f} times the speed")
    if load is LARGE:
        print(f"  app / plain: {medians[PLAIN] / medians[APP]:.2f} times the speed")
    print(flush=True)


def _median(runs: list[Run], client: str) -> float:
    return statistics.median(run.seconds for run in runs if run.client == client)


def _row(load: Load, place: Place, runs: list[Run]) -> str:
    seconds = sorted(run.seconds for run in runs)
    median = statistics.median(seconds)
    speed = f"{load.mebibytes / median:.1f}"
    rate = f"{load.files / median:.1f}" if load.files > 1 else ""
    took = f"{median:.2f} ({seconds[0]:.2f} to {seconds[-1]:.2f})"
    row = f"{load.name:<20}{place.name:<20}{runs[0].client:<14}{speed:>7}{rate:>9}{took:>24}"
    return row + "".join(_memory(runs))


def _memory(runs: list[Run]) -> list[str]:
    growths = [run.renderer_growth for run in runs if run.renderer_growth is not None]
    heaps = [run.heap for run in runs if run.heap is not None]
    if not growths:
        return []
    return [f"  renderer grows by {max(growths):.0f} MiB at most, heap {max(heaps):.0f} MiB"]


if __name__ == "__main__":
    main()
