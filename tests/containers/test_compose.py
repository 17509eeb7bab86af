"""The stack of docker-compose.local.yml does the main job, on stand-ins for registries' images."""

import json
import re
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.containers.composition import Composition, composition
from tests.containers.localstack_base import localstack_image
from tests.containers.machine import run
from tests.contract.api import Api, send
from tests.eventually import eventually
from tests.local.running_stack import free_port

CONTENT = "compose: 바이트\n".encode() * 1000


@pytest.fixture(scope="module")
def port() -> int:
    return free_port()


@pytest.fixture(scope="module")
def stack(
    image: str, web_image: str, port: int, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Composition]:
    variables = {
        "LOCALSTACK_IMAGE": localstack_image(),
        "LAMBDA_IMAGE": image,
        "WEB_IMAGE": web_image,
        "WEB_PORT": str(port),
    }
    with composition(tmp_path_factory.mktemp("compose"), variables) as project:
        yield project
    assert project.remains() == []


@pytest.fixture(scope="module")
def demo(stack: Composition) -> dict[str, Any]:
    return read_demo(stack)


def read_demo(stack: Composition) -> dict[str, Any]:
    """What the seed wrote for scripts."""
    read = ("python3.13", "-c", "print(open('/data/demo.json').read())")
    document: dict[str, Any] = json.loads(run("podman", "exec", stack.container("api"), *read))
    return document


@pytest.fixture
def api(demo: dict[str, Any], port: int) -> Api:
    """The account of demo-full, registered through the web server's port."""
    assert demo["appUrl"] == f"http://127.0.0.1:{port}"
    return registered(demo["users"]["demo-full"], port)


def registered(keys: dict[str, str], port: int) -> Api:
    url = f"http://127.0.0.1:{port}"
    answer = httpx.post(f"{url}/api/account", json=keys, timeout=60)
    assert answer.status_code == 200, answer.text
    assert answer.json()["identity"]["name"] == "demo-full"
    return Api(url, answer.json()["token"])


def uploads_counted(api: Api) -> dict[str, int]:
    counts = api.get("/api/activity").json()["counts"]
    return {count["bucket"]: count["uploads"] for count in counts}


def test_the_main_job_through_the_web_port(api: Api) -> None:
    listed = api.get("/api/buckets").json()["buckets"]
    assert {bucket["name"] for bucket in listed} == {"demo-photos", "demo-reports", "demo-no-cors"}
    (plan,) = api.plan("demo-reports", "inbox/", ("compose.txt", len(CONTENT)))
    assert plan["url"].startswith("http://127.0.0.1:4566/")
    sent = send(plan, CONTENT, origin=api.app_url)
    assert sent.status_code == 200, sent.text
    assert sent.headers["access-control-allow-origin"] in ("*", api.app_url)
    upload = {"key": plan["key"], "uploadId": None, "size": len(CONTENT), "parts": []}
    (result,) = api.complete("demo-reports", upload)
    assert (result["kind"], result["notified"]) == ("completed", True)
    body = {"bucket": "demo-reports", "keys": [plan["key"]]}
    (ready,) = api.post("/api/downloads", body).json()["downloads"]
    assert httpx.get(ready["url"]).content == CONTENT
    assert eventually(lambda: uploads_counted(api) == {"demo-reports": 1})


def test_the_page_comes_from_the_web_server_under_its_policy(stack: Composition, port: int) -> None:
    page = httpx.get(f"http://127.0.0.1:{port}/b/demo-reports")
    assert page.headers["content-type"].startswith("text/html")
    assert "http://127.0.0.1:4566" in page.headers["content-security-policy"]


def test_seeding_again_keeps_keys_and_brings_nothing_back(
    stack: Composition, api: Api, demo: dict[str, Any]
) -> None:
    body = {"bucket": "demo-photos", "keys": ["README.md"], "confirmation": "delete"}
    (deleted,) = api.post("/api/objects/delete", body).json()["results"]
    assert deleted["outcome"] == "deleted"
    run("podman", "start", "--attach", stack.container("seed"))
    listed = api.get("/api/objects", {"bucket": "demo-photos", "prefix": ""}).json()
    assert "README.md" not in [item["key"] for item in listed["objects"]]
    printed = run("podman", "logs", stack.container("seed"))
    assert printed.count(demo["users"]["demo-full"]["accessKeyId"]) == 2


@pytest.mark.parametrize("service", ["api", "recorder", "web"])
def test_a_service_cannot_write_into_its_image_and_is_nobody(
    stack: Composition, service: str
) -> None:
    container = json.loads(run("podman", "inspect", stack.container(service)))[0]
    assert container["HostConfig"]["ReadonlyRootfs"] is True
    assert not container["EffectiveCaps"]
    assert re.fullmatch(r"(65534|101)(:\d+)?", container["Config"]["User"])


def test_no_secret_key_is_in_the_logs_of_what_serves(
    stack: Composition, api: Api, demo: dict[str, Any]
) -> None:
    logs = "".join(run("podman", "logs", stack.container(n)) for n in ("api", "recorder", "web"))
    assert api.token not in logs
    for keys in demo["users"].values():
        assert keys["secretAccessKey"] not in logs


def test_demo_data_comes_again_after_localstack_has_forgotten_it(
    stack: Composition, demo: dict[str, Any], port: int
) -> None:
    run("podman", "restart", "--time", "5", stack.container("localstack"))
    stack.wait("localstack", "service_healthy")
    run("podman", "start", "--attach", stack.container("seed"))
    keys = read_demo(stack)["users"]["demo-full"]
    assert keys != demo["users"]["demo-full"]
    api = registered(keys, port)
    listed = api.get("/api/objects", {"bucket": "demo-photos", "prefix": ""}).json()
    assert "README.md" in [item["key"] for item in listed["objects"]]
