"""The command `python -m tests.faults`: a scripted S3 in front of a real one, until SIGTERM."""

import argparse
import asyncio
import os
import signal
from urllib.parse import urlsplit

from local.parent import end_with_parent
from tests.faults.server import FaultServer
from tests.faults.upstream import Upstream


async def serve(port: int, upstream: Upstream) -> None:
    """Serves until SIGTERM or SIGINT."""
    ended = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, ended.set)
    server = await FaultServer(upstream).listen(port)
    await ended.wait()
    server.close()


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--upstream", required=True, help="http://host:port of the real S3")
    found = parser.parse_args()
    end_with_parent(os.getppid(), signal.SIGTERM)
    url = urlsplit(found.upstream)
    asyncio.run(serve(found.port, Upstream(str(url.hostname), int(url.port or 80))))


if __name__ == "__main__":
    main()
