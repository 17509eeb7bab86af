"""`s3loader upload` next to `aws s3 cp` and s5cmd: the same files, the same server, in turns."""

import statistics
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from tests.bench import awscli, s3loader_command, s5cmd
from tests.bench.link import Link
from tests.bench.load import LARGE, LOADS, Load
from tests.bench.place import FAR, PLACES
from tests.bench.seaweedfs import S3Server, seaweedfs
from tests.bench.upload_clients import require_all

ROUNDS = 3
OURS: Final = "s3loader"
AWS: Final = "aws s3 cp"

Upload = Callable[[Path, S3Server, str], float]

FOLDERS: Mapping[str, Upload] = {
    OURS: s3loader_command.upload,
    AWS: awscli.upload,
    "s5cmd": s5cmd.upload,
}
STREAMS: Mapping[str, Upload] = {OURS: s3loader_command.stream, AWS: awscli.stream}


def main() -> None:
    """Measures each load at each place (or at those named as arguments); prints medians."""
    awscli.install()
    s5cmd.install()
    print(f"{'uploads':<18}{'link':<20}{'client':<13}{'MiB/s':>7}{'seconds':>26}", flush=True)
    with tempfile.TemporaryDirectory(prefix="s3loader-bench-") as name:
        files = Path(name)
        for load in LOADS:
            load.write(files / load.name)
        for place in sys.argv[1:] or PLACES:
            _measure_at(place, files)


def _measure_at(place: str, files: Path) -> None:
    # A server of its own: what the runs leave there is deleted with it.
    with (
        tempfile.TemporaryDirectory(prefix="s3loader-bench-") as name,
        seaweedfs(Path(name)) as near,
    ):
        reached = near
        if place == FAR:
            reached = Link(bits_per_second=500e6, round_trip=0.040).to_s3(near)
        for load in LOADS:
            _compare(load.name, load, place, FOLDERS, reached, files / load.name)
        (file,) = (files / LARGE.name).iterdir()
        _compare("1 GiB by a pipe", LARGE, place, STREAMS, reached, file)


def _compare(
    title: str,
    load: Load,
    place: str,
    clients: Mapping[str, Upload],
    server: S3Server,
    source: Path,
) -> None:
    """The clients take turns, so that what else the machine does meets them all."""
    seconds: dict[str, list[float]] = {client: [] for client in clients}
    for number in range(ROUNDS):
        for client, upload in clients.items():
            prefix = f"{title}/{client}/{number}/"
            server.make_prefix(prefix)
            seconds[client].append(upload(source, server, prefix))
            require_all(load, server, prefix)
    for client, took in seconds.items():
        median = statistics.median(took)
        speed = f"{load.mebibytes / median:.1f}"
        shown = f"{median:.2f} ({min(took):.2f} to {max(took):.2f})"
        print(f"{title:<18}{place:<20}{client:<13}{speed:>7}{shown:>26}")
    ratio = statistics.median(seconds[AWS]) / statistics.median(seconds[OURS])
    print(f"  {OURS} / {AWS}: {ratio:.2f} times the speed\n", flush=True)


if __name__ == "__main__":
    main()
