"""Other uploaders in the same Chromium, each with packages of its own, pinned by a lock file."""

import subprocess
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from tests.bench import node
from tests.bench.load import MIB, Load
from tests.bench.seaweedfs import ACCESS_KEY_ID, SECRET_ACCESS_KEY, S3Server
from tests.bench.signed import signed

UPPY_5: Final = "uppy-5"
UPPY_6: Final = "uppy-6"
LIB_STORAGE: Final = "lib-storage"
PEERS: Final = (UPPY_5, UPPY_6, LIB_STORAGE)

_SOURCES = Path(__file__).parent / "peers"
_PART_SIZE = 5 * MIB  # Uppy's default


def build(into: Path) -> None:
    """Installs what the lock files name, once, and builds a page for each below `into`."""
    for peer in PEERS:
        folder = _SOURCES / peer
        if not (folder / "node_modules").is_dir():
            install = ["npm", "ci", "--silent", "--ignore-scripts", "--no-audit", "--no-fund"]
            subprocess.run(install, cwd=folder, check=True)
        node.call("buildPeer.mjs", str(_SOURCES), peer, str(into / peer))


def upload(
    peer: str, load: Load, server: S3Server, prefix: str, folder: Path, built: Path
) -> dict[str, Any]:
    """Uploads a folder; returns what the script of frontend/bench has measured."""
    given = {
        "signed": asdict(signed(load, server, prefix, _PART_SIZE)),
        "endpoint": server.endpoint,
        "bucket": server.bucket,
        "prefix": prefix,
        "credentials": {"accessKeyId": ACCESS_KEY_ID, "secretAccessKey": SECRET_ACCESS_KEY},
    }
    return node.run(
        "peers.mjs", {"built": str(built / peer), "folder": str(folder), "given": given}
    )
