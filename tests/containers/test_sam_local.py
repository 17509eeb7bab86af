"""sam build and sam local start-api, with template, Dockerfile and samconfig.toml as they are."""

import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.containers import sam
from tests.containers.machine import ROOT, run
from tests.containers.test_image import free_port

FUNCTIONS = ("apifunction", "recorderfunction", "rotationfunction")


@pytest.fixture(scope="module")
def docker(
    containers: None, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Path, dict[str, str]]]:
    folder = tmp_path_factory.mktemp("sam")
    with sam.docker(folder) as env:
        yield folder, env
    for name in FUNCTIONS:
        images = (f"localhost/{name}:s3loader", f"{name}:s3loader", f"{name}:rapid-x86_64")
        subprocess.run(["podman", "rmi", "-f", *images], capture_output=True, check=False)


@pytest.fixture(scope="module")
def built(docker: tuple[Path, dict[str, str]]) -> Path:
    """The folder of what `sam build` has made."""
    folder, env = docker
    places = ("--build-dir", folder / "build", "--cache-dir", folder / "cache")
    with sam.base_images():
        ran = subprocess.run(
            sam.command("build", *places), cwd=ROOT, env=env, capture_output=True, text=True
        )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return folder / "build"


@pytest.fixture(scope="module")
def api(docker: tuple[Path, dict[str, str]], built: Path) -> Iterator[str]:
    """The address at which `sam local start-api` serves the API."""
    folder, env = docker
    port = free_port()
    settings = ("--config-file", ROOT / "samconfig.toml", "--template", built / "template.yaml")
    serve = sam.command("local", "start-api", *settings, "--port", str(port))
    with sam.running(serve, folder / "api.log", env):
        address = f"http://127.0.0.1:{port}"
        wait_for(address, folder / "api.log")
        yield address


def wait_for(address: str, log: Path) -> None:
    deadline = time.monotonic() + 60
    while True:
        try:
            httpx.get(address)
        except httpx.TransportError:
            if time.monotonic() > deadline:
                pytest.fail(log.read_text())
            time.sleep(0.1)
        else:
            return


def get(url: str) -> httpx.Response:
    return httpx.get(url, timeout=60)  # the first one makes a container


def test_every_function_is_the_one_image(built: Path) -> None:
    ids = {
        run("podman", "image", "inspect", "-f", "{{.Id}}", f"{name}:s3loader") for name in FUNCTIONS
    }
    assert len(ids) == 1


def test_a_developer_reaches_the_api(api: str) -> None:
    answer = get(f"{api}/api/config")
    assert answer.status_code == 200
    assert answer.json()["limits"]["partSize"] == 8 * 1024 * 1024


def test_its_errors_are_the_api_s_own(api: str) -> None:
    answer = get(f"{api}/api/buckets")
    assert (answer.status_code, answer.json()["code"]) == (401, "not_registered")
    assert answer.headers["content-type"] == "application/problem+json"


def test_what_the_template_routes_nowhere_is_not_answered_by_the_api(api: str) -> None:
    assert "x-request-id" not in get(f"{api}/elsewhere").headers
