"""A scripted S3 for its own tests, in front of a server that keeps what it is given."""

import asyncio
import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer

import httpx
import pytest

from tests.faults.scripted_client import ScriptedS3
from tests.faults.server import FaultServer
from tests.faults.shelf import Shelf, shelf_handler
from tests.faults.upstream import Upstream


@pytest.fixture
def shelf() -> Iterator[Shelf]:
    """The S3 behind it."""
    shelf = Shelf()
    with ThreadingHTTPServer(("127.0.0.1", 0), shelf_handler(shelf)) as server:
        shelf.port = server.server_address[1]
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield shelf
        server.shutdown()


@pytest.fixture
def s3(shelf: Shelf) -> Iterator[ScriptedS3]:
    """The scripted S3; its loop runs in a thread."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    faults = FaultServer(Upstream("127.0.0.1", shelf.port))
    server = asyncio.run_coroutine_threadsafe(faults.listen(0), loop).result()
    port = server.sockets[0].getsockname()[1]
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=5) as client:
        yield ScriptedS3(client)
    asyncio.run_coroutine_threadsafe(_end(server), loop).result()
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


async def _end(server: asyncio.Server) -> None:
    server.close()
    waiting = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in waiting:
        task.cancel()
    await asyncio.gather(*waiting, return_exceptions=True)
    await asyncio.sleep(0)  # their connections close in the next turn
