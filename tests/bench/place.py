"""Where clients are measured: beside the server, or behind a slower link."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.bench.app import app
from tests.bench.link import Link
from tests.bench.seaweedfs import S3Server

LOOPBACK: Final = "loopback"
FAR: Final = "40 ms, 500 Mbit/s"
PLACES: Final = (LOOPBACK, FAR)


@dataclass(frozen=True)
class Place:
    """A server and the app, as reached from there."""

    name: str
    app: str
    server: S3Server


@contextmanager
def at(name: str, server: S3Server, folder: Path) -> Iterator[Place]:
    """Runs the app for as long as the block lasts, reached from one of PLACES."""
    link = Link(bits_per_second=500e6, round_trip=0.040) if name == FAR else None
    reached = link.to_s3(server) if link else server
    with app(server, folder, reached.endpoint) as near:
        yield Place(name, link.to(near) if link else near, reached)
