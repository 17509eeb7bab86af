"""The real Dockerfile, built on stand-ins; by `make containers`, not with the other tests."""

import os
from collections.abc import Iterator

import pytest

from tests.containers import machine, standins
from tests.containers.machine import ROOT, run

IMAGE = "localhost/s3loader:local"

if os.environ.get("CONTAINERS") != "1":
    collect_ignore_glob = ["test_*.py"]


@pytest.fixture(scope="session")
def containers() -> None:
    """Skips, loudly, where the machine lacks the means."""
    why = machine.missing()
    if why:
        pytest.skip(f"skipped: {why}")


@pytest.fixture(scope="session")
def image(containers: None) -> str:
    """The Lambdas' image, from the Dockerfile as it is."""
    run(
        *("buildah", "bud", "--layers", "-q", "--pull=never", "-f", "docker/Dockerfile"),
        *("--build-arg", f"BASE_IMAGE={standins.lambda_base()}"),
        *("--build-arg", f"UV_IMAGE={standins.uv_image()}"),
        *("-t", IMAGE, ROOT),
    )
    return IMAGE


@pytest.fixture
def started(image: str) -> Iterator[list[str]]:
    """Names of containers that the test has started; they are removed after it."""
    names: list[str] = []
    yield names
    for name in names:
        run("podman", "rm", "-f", "-t", "0", name)
