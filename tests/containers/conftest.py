"""The real Dockerfile, built on stand-ins; by `make containers`, not with the other tests."""

import os
from collections.abc import Iterator

import pytest

from tests.containers import machine, standins
from tests.containers.machine import ROOT, run
from tests.containers.web_base import web_base

IMAGE = "localhost/s3loader:local"
WEB_IMAGE = "localhost/s3loader-web:local"

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


@pytest.fixture(scope="session")
def web_image(containers: None) -> str:
    """The web server's image, from its Dockerfile as it is."""
    dockerfile = ("-f", "docker/web/Dockerfile", "--build-arg", f"BASE_IMAGE={web_base()}")
    run("buildah", "bud", "-q", "--pull=never", *dockerfile, "-t", WEB_IMAGE, ROOT)
    return WEB_IMAGE


@pytest.fixture
def started(image: str) -> Iterator[list[str]]:
    """Names of containers that the test has started; they are removed after it."""
    names: list[str] = []
    yield names
    for name in names:
        run("podman", "rm", "-f", "-t", "0", name)
