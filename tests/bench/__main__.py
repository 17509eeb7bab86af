"""`make bench`: every measurement, each in a process of its own."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent

MEASUREMENTS = {
    "List parser: 1,000 keys": [sys.executable, "-m", "tests.bench.list_parser"],
    "Uploads: the app in Chromium next to its peers, on SeaweedFS": [
        sys.executable,
        "-m",
        "tests.bench.uploads",
    ],
    "Uploads: the command s3loader next to aws s3 cp and s5cmd, on SeaweedFS": [
        sys.executable,
        "-m",
        "tests.bench.commands",
    ],
    "Downloads: the app in Chromium next to rclone and a plain fetch, on SeaweedFS": [
        sys.executable,
        "-m",
        "tests.bench.downloads",
    ],
    "The API function's start and warm calls next to a bare one, in Lambda's emulator": [
        sys.executable,
        "-m",
        "tests.bench.coldstart",
    ],
    "Object list: 100,000 rows in Chromium": ["node", "frontend/bench/grid.mjs"],
}


def main() -> int:
    """Runs all; the number of measurements that failed is the exit code."""
    failed = 0
    for title, command in MEASUREMENTS.items():
        print(f"\n{title}", flush=True)
        failed += subprocess.run(command, cwd=ROOT).returncode != 0
    return failed


if __name__ == "__main__":
    sys.exit(main())
