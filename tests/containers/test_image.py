"""The Lambdas' image: it needs no more than Lambda gives it, and holds nothing else."""

import json
import socket
import time
import uuid
from typing import Any

import httpx
import pytest

from tests.containers.machine import run

# Read-only but for /tmp, no capability, no user: less than Lambda gives.
CONFINED = (
    "--read-only",
    "--tmpfs=/tmp",
    "--cap-drop=all",
    "--security-opt=no-new-privileges",
)
KEY_FILE = "--env=SEAL_KEY_FILE=/tmp/seal.key"
LARGEST_MB = 130


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def event(path: str) -> dict[str, Any]:
    http = {"method": "GET", "path": path, "sourceIp": "203.0.113.7", "protocol": "HTTP/1.1"}
    return {
        "version": "2.0",
        "routeKey": "$default",
        "rawPath": path,
        "rawQueryString": "",
        "headers": {"host": "example.com"},
        "requestContext": {"http": http, "requestId": "request-1", "stage": "$default"},
        "isBase64Encoded": False,
    }


def start(started: list[str], *arguments: str) -> str:
    name = f"s3loader-{uuid.uuid4().hex[:8]}"
    started.append(name)
    run("podman", "run", "-d", "--name", name, *CONFINED, *arguments)
    return name


def ask(method: str, url: str, name: str, **given: object) -> httpx.Response:
    """Asks until there is an answer, which is there within 30 s."""
    deadline = time.monotonic() + 30
    while True:
        try:
            return httpx.request(method, url, timeout=30, **given)  # type: ignore[arg-type]
        except httpx.TransportError:
            if time.monotonic() > deadline:
                pytest.fail(run("podman", "logs", name))
            time.sleep(0.05)


def invoke(
    started: list[str], image: str, handler: str, payload: object, *options: str
) -> dict[str, Any]:
    """Starts the image's entry point, which has the emulator, on a port of its own."""
    api, runtime = free_port(), free_port()
    entry = [
        "--entrypoint",
        json.dumps(
            [
                "aws-lambda-rie",
                f"--runtime-interface-emulator-address=127.0.0.1:{api}",
                f"--runtime-api-address=127.0.0.1:{runtime}",
                "python3.13",
                "-m",
                "awslambdaric",
            ]
        ),
    ]
    name = start(started, *options, *entry, image, handler)
    url = f"http://127.0.0.1:{api}/2015-03-31/functions/function/invocations"
    answer: dict[str, Any] = ask("POST", url, name, json=payload).json()
    return answer


def test_the_api_answers_an_event(started: list[str], image: str) -> None:
    answer = invoke(started, image, "s3loader.handler.handler", event("/api/config"), KEY_FILE)
    assert answer["statusCode"] == 200
    assert answer["headers"]["x-request-id"] == "request-1"
    assert json.loads(answer["body"])["limits"]["partSize"] == 8 * 1024 * 1024


def test_the_recorder_starts_and_refuses_to_count_where_counts_would_be_lost(
    started: list[str], image: str
) -> None:
    counting = ("--env=STATISTICS=file", "--env=STATISTICS_FILE=/tmp/statistics.sqlite3")
    answer = invoke(started, image, "s3loader.recorder.handler", {"Records": []}, *counting)
    assert answer["errorType"] == "SettingsError"
    assert "STATISTICS=file is lost in AWS Lambda" in answer["errorMessage"]


def test_the_rotation_is_there(started: list[str], image: str) -> None:
    answer = invoke(started, image, "s3loader.rotation.handler", {"Step": "createSecret"})
    assert answer["errorType"] == "KeyError"


def test_the_same_image_serves_http(started: list[str], image: str) -> None:
    port = free_port()
    serve = ("-m", "uvicorn", "--factory", "s3loader.app:create_app", f"--port={port}")
    name = start(started, KEY_FILE, "--entrypoint=python3.13", image, *serve)
    answer = ask("GET", f"http://127.0.0.1:{port}/api/config", name)
    assert answer.status_code == 200
    missing = ask("GET", f"http://127.0.0.1:{port}/api/none", name)
    assert missing.headers["content-type"] == "application/problem+json"


def inside(image: str, command: str) -> str:
    return run("podman", "run", "--rm", *CONFINED, "--entrypoint=sh", image, "-c", command)


def test_it_is_nobody_and_cannot_change_its_code(image: str) -> None:
    assert inside(image, "id -u").strip() == "65534"
    user = json.loads(run("podman", "image", "inspect", image))[0]["Config"]["User"]
    assert user == "65534:65534"
    owned = inside(image, "find /var/task -user 65534 -o -perm -o+w ! -type l | head")
    assert owned.strip() == ""


def test_it_holds_no_builder_and_nothing_of_development(image: str) -> None:
    found = inside(image, "command -v uv gcc cc make pip || true; ls /var/task")
    for name in ("uv", "gcc", "make", "pip", "pytest", "moto", "mypy", "boto3_stubs", "tests"):
        assert name not in found.split()
    for name in ("rich", "anycrc", "awscrt"):  # the command line's
        assert name not in found.split()
    assert {"s3loader", "boto3", "mangum", "firebase_admin", "uvicorn"} <= set(found.split())


def test_every_module_has_bytecode_that_needs_no_source_date(image: str) -> None:
    missing = inside(
        image,
        "cd /var/task && find . -name '*.py' | while read f; do b=$(basename $f .py); "
        "[ -e $(dirname $f)/__pycache__/$b.cpython-313.pyc ] || echo $f; done",
    )
    assert missing.strip() == ""
    # Bytes 4 to 8 are the flags: 1 is a hash that is not checked.
    flags = inside(image, "od -An -tu4 -j4 -N4 /var/task/s3loader/__pycache__/app.cpython-313.pyc")
    assert flags.strip() == "1"


def test_it_is_small(image: str) -> None:
    size = int(inside(image, "du -sm /var/task").split()[0])
    assert size <= LARGEST_MB
