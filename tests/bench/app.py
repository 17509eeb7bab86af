"""The API and the built pages in front of the measured S3 server."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from local.child import running
from local.ports import HOST, wait_until_answers
from tests.bench.seaweedfs import S3Server
from tests.local.running_stack import free_port


@contextmanager
def app(server: S3Server, folder: Path, public: str | None = None) -> Iterator[str]:
    """Runs the app for as long as the block lasts; yields its address.

    `public` is where browsers reach the server, if not where the API does.
    """
    public = public or server.endpoint
    port = free_port()
    own = {
        "HOST": HOST,
        "PORT": str(port),
        "SEAL_KEY_FILE": str(folder / "seal.key"),
        "AWS_ENDPOINT": server.endpoint,
        "S3_ENDPOINT": server.endpoint,
        "S3_PUBLIC_ENDPOINTS": f"{public},{public.replace(HOST, 'localhost')}",
    }
    command = [sys.executable, "-m", "local.app"]
    with running("The app", command, {**os.environ, **own}, folder / "app.log") as child:
        address = f"http://{HOST}:{port}"
        wait_until_answers(f"{address}/api/config", child)
        yield address
