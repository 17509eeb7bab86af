"""Firebase's emulators for tests: a free loopback port, up within the block, gone after it."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

PROJECT: Final = "demo-s3loader"
_FOLDER = Path(__file__).parent


@contextmanager
def firestore_emulator(port: int = 0) -> Iterator[str]:
    """Yields its host and port, for FIRESTORE_EMULATOR_HOST; it forgets all when it ends.

    Port 0 is any that is free; a number brings one back to where it was.
    """
    with _running("firestore.mjs", port) as address:
        yield address


@contextmanager
def auth_emulator(port: int = 0) -> Iterator[str]:
    """Yields its host and port, for FIREBASE_AUTH_EMULATOR_HOST; takes some seconds to start."""
    with _running("auth.mjs", port) as address:
        yield address


@contextmanager
def _running(script: str, port: int) -> Iterator[str]:
    if not (_FOLDER / "node_modules").exists():
        raise FileNotFoundError("The emulators are not installed. Install them: make bootstrap")
    # No preexec_fn: this process has threads of gRPC's, and a fork that runs Python now and then
    # fails in them ("epoll_wait error") before node begins.
    with subprocess.Popen(
        ["node", script, str(port)],
        cwd=_FOLDER,
        env={**os.environ, "END_WITH_INPUT": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        try:
            address = process.stdout.readline().strip()
            assert address, f"{script} did not start"
            yield address
        finally:
            process.terminate()
