"""Uploads through the app in Chromium, next to its peers with the same files."""

import statistics
import sys
import tempfile
from pathlib import Path

from tests.bench import peers, rclone, s5cmd
from tests.bench.load import LARGE, LOADS, Load
from tests.bench.place import PLACES, Place, at
from tests.bench.seaweedfs import seaweedfs
from tests.bench.upload_clients import APP, CLIENTS, CURL, Bench, Run, upload

ROUNDS = 3


def main() -> None:
    """Measures each load at each place (or at those named as arguments); prints medians."""
    rclone.install()
    s5cmd.install()
    print(
        f"{'uploads':<18}{'link':<20}{'client':<13}{'MiB/s':>7}{'files/s':>9}{'seconds':>24}",
        flush=True,
    )
    with tempfile.TemporaryDirectory(prefix="s3loader-bench-") as name:
        folder = Path(name)
        bench = Bench(folder, folder / "pages")
        peers.build(bench.pages)
        for load in LOADS:
            load.write(folder / load.name)
        for place_name in sys.argv[1:] or PLACES:
            _measure_at(place_name, bench)


def _measure_at(place_name: str, bench: Bench) -> None:
    # A server of its own: what the runs leave there is deleted with it.
    with tempfile.TemporaryDirectory(prefix="s3loader-bench-") as name:
        folder = Path(name)
        with seaweedfs(folder) as server, at(place_name, server, folder) as place:
            for load in LOADS:
                _print(load, place, _rounds(load, place, bench))


def _rounds(load: Load, place: Place, bench: Bench) -> list[Run]:
    """The clients take turns, so that what else the machine does meets them all."""
    return [
        upload(client, load, place, bench, f"{load.name}/{client}/{number}/")
        for number in range(ROUNDS)
        for client in CLIENTS
    ]


def _print(load: Load, place: Place, runs: list[Run]) -> None:
    medians = {client: _median(runs, client) for client in CLIENTS}
    for client in CLIENTS:
        print(_row(load, place, [run for run in runs if run.client == client]))
    best = min(peers.PEERS, key=lambda peer: medians[peer])
    print(f"  app / {best}, the best peer: {medians[best] / medians[APP]:.2f} times the speed")
    print(f"  app / curl: {medians[CURL] / medians[APP]:.2f} times the speed\n", flush=True)


def _median(runs: list[Run], client: str) -> float:
    return statistics.median(run.seconds for run in runs if run.client == client)


def _row(load: Load, place: Place, runs: list[Run]) -> str:
    seconds = sorted(run.seconds for run in runs)
    median = statistics.median(seconds)
    speed = f"{load.mebibytes / median:.1f}"
    rate = "" if load is LARGE else f"{load.files / median:.1f}"
    took = f"{median:.2f} ({seconds[0]:.2f} to {seconds[-1]:.2f})"
    row = f"{load.name:<18}{place.name:<20}{runs[0].client:<13}{speed:>7}{rate:>9}{took:>24}"
    return row + _of_page(runs)


def _of_page(runs: list[Run]) -> str:
    cpus = [run.cpu for run in runs if run.cpu is not None]
    growths = [run.renderer_growth for run in runs if run.renderer_growth is not None]
    tasks = [run.long_tasks for run in runs if run.long_tasks is not None]
    longest = [run.longest_task for run in runs if run.longest_task is not None]
    if not growths:
        return ""
    cpu = f"  {statistics.median(cpus):.1f} s of CPU"
    grown = f"{cpu}, renderer grows by {max(growths):.0f} MiB at most"
    if not tasks:
        return grown
    return f"{grown}, {max(tasks)} tasks over 50 ms, the longest {max(longest):.0f} ms"


if __name__ == "__main__":
    main()
