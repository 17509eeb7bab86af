"""How long the API function takes to start, and to answer once it has, beside a bare one."""

import re
import statistics
import tempfile
import time
from pathlib import Path

from tests.rie.emulator import running
from tests.rie.events import event

ROUNDS = 7
CALLS = 60
FUNCTIONS = {"bare": "bare.handler", "ours": "s3loader.handler.handler"}

_INIT = re.compile(r"INIT REPORT\(durationMs: ([\d.]+)\)")


def measure(handler: str, key_file: Path) -> tuple[float, float]:
    """Return milliseconds of INIT, and the median of warm calls."""
    environment = {
        "AWS_ACCESS_KEY_ID": "AKIABENCHBENCHBENCH1",
        "AWS_SECRET_ACCESS_KEY": "none",
        "AWS_REGION": "ap-northeast-2",
        "SEAL_KEY_FILE": str(key_file),
    }
    with running(handler, environment) as function:
        function.invoke(event("GET", "/api/config"))
        times = []
        for _ in range(CALLS):
            began = time.perf_counter()
            answer = function.invoke(event("GET", "/api/config"))
            times.append((time.perf_counter() - began) * 1000)
            assert answer["statusCode"] == 200
        found = _INIT.search("".join(function.lines))
    assert found, function.lines
    return float(found[1]), statistics.median(times)


def run() -> None:
    """Print medians, ranges and ratios; both take turns."""
    results: dict[str, list[tuple[float, float]]] = {name: [] for name in FUNCTIONS}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(ROUNDS):
            for name, handler in FUNCTIONS.items():
                results[name].append(measure(handler, Path(folder) / "seal.key"))
    for at, what in enumerate(("INIT", "warm call")):
        medians = {}
        for name, rounds in results.items():
            times = sorted(one[at] for one in rounds)
            medians[name] = statistics.median(times)
            print(f"{what:10} {name}: {medians[name]:7.1f} ms ({times[0]:.1f} to {times[-1]:.1f})")
        print(f"{what:10} ours is {medians['ours'] / medians['bare']:.2f} x bare")


if __name__ == "__main__":
    run()
