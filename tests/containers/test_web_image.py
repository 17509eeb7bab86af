"""The web image: read-only, as nobody, with the built app, and CloudFront's headers."""

import time
import uuid
from collections.abc import Iterator

import pytest

from deploy.edge import read_edge
from tests.containers.machine import ROOT, run

# As docker-compose.local.yml runs it, but with no API to be reached.
CONFINED = (
    "--read-only",
    "--tmpfs=/tmp",
    "--cap-drop=all",
    "--security-opt=no-new-privileges",
    "--network=none",
    "--add-host=api:127.0.0.2",
)


@pytest.fixture(scope="module")
def web(web_image: str) -> Iterator[str]:
    name = f"s3loader-web-{uuid.uuid4().hex[:8]}"
    run("podman", "run", "-d", "--name", name, *CONFINED, web_image)
    try:
        wait_for(name)
        yield name
    finally:
        run("podman", "rm", "-f", "-t", "0", name)


def wait_for(name: str) -> None:
    deadline = time.monotonic() + 15
    while "200" not in (last := fetch(name, "/")).splitlines()[:1]:
        if time.monotonic() > deadline:
            pytest.fail(last + run("podman", "logs", name))
        time.sleep(0.05)


def fetch(name: str, path: str) -> str:
    """The status on a line of its own, then headers and body; 000 while nothing listens."""
    script = 'curl -s -o /tmp/answer -D /tmp/headers -w "%{http_code}\n" "$1"; cat /tmp/headers'
    inside = ("sh", "-c", f"({script}; cat /tmp/answer) 2>/dev/null || true", "sh")
    return run("podman", "exec", name, *inside, f"http://127.0.0.1:8080{path}")


def headers(answer: str) -> dict[str, str]:
    pairs = (line.split(": ", 1) for line in answer.splitlines() if ": " in line)
    return {pair[0].lower(): pair[1] for pair in pairs}


def test_every_address_is_the_built_page_under_its_policy(web: str) -> None:
    answer = fetch(web, "/b/my.bucket.name")
    assert answer.splitlines()[0] == "200"
    assert (ROOT / "frontend/dist/index.html").read_text() in answer
    sources = "http://127.0.0.1:4566 http://localhost:4566"
    policy = read_edge({"S3Sources": sources}).page_headers["content-security-policy"]
    assert headers(answer)["content-security-policy"] == policy


def test_the_built_scripts_are_there_and_are_scripts(web: str) -> None:
    script = next((ROOT / "frontend/dist/assets").glob("*.mjs"))
    answer = fetch(web, f"/assets/{script.name}")
    assert answer.splitlines()[0] == "200"
    assert headers(answer)["content-type"].startswith("text/javascript")


def test_an_api_that_is_down_is_an_error_and_not_the_page(web: str) -> None:
    answer = fetch(web, "/api/config")
    assert answer.splitlines()[0] == "502"
    assert "<div id=" not in answer
    assert (
        headers(answer)["content-security-policy"]
        == (read_edge({}).api_headers["content-security-policy"])
    )


def test_it_serves_as_nobody(web: str) -> None:
    assert run("podman", "exec", web, "id", "-u").strip() == "101"
