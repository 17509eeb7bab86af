"""The web image's nginx, started with the generated file, beside `make run` and template.yaml."""

import os
import re
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.testclient import TestClient

from deploy.edge import HASHED, PAGE, read_edge
from deploy.nginx import nginx_config
from local.app import create

EDGE = read_edge({"S3Sources": "http://127.0.0.1:4566"})
NGINX = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/bin")
pytestmark = pytest.mark.skipif(not NGINX, reason="skipped: nginx is not installed")


class Upstream(BaseHTTPRequestHandler):
    """An API that knows nothing, says what it was asked, and has headers of its own."""

    def do_GET(self) -> None:
        body = f'{{"code":"not_found","asked":"{self.command} {self.path}"}}'.encode()
        self.send_response(404)
        self.send_header("content-type", "application/problem+json")
        self.send_header("referrer-policy", "origin")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    do_HEAD = do_POST = do_GET

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    (folder / "assets").mkdir()
    (folder / "index.html").write_text("the page")
    (folder / "favicon.svg").write_text("<svg/>")
    (folder / "assets/main-1.mjs").write_text("1")
    return folder


@pytest.fixture(scope="module")
def nginx(tmp_path_factory: pytest.TempPathFactory, pages: Path) -> Iterator[httpx.Client]:
    folder = tmp_path_factory.mktemp("nginx")
    api = ThreadingHTTPServer(("127.0.0.1", 0), Upstream)
    threading.Thread(target=api.serve_forever, daemon=True).start()
    port = free_port()
    config = nginx_config(EDGE, f"http://127.0.0.1:{api.server_port}")
    (folder / "nginx.conf").write_text(adapted(config, folder, pages, port))
    command = [
        str(NGINX),
        "-p",
        str(folder),
        "-c",
        "nginx.conf",
        "-e",
        "stderr",
        "-g",
        "daemon off;",
    ]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as server:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}") as client:
            wait_for(client, server)
            yield client
        server.terminate()
    api.shutdown()
    api.server_close()


@pytest.fixture(scope="module")
def make_run(pages: Path) -> TestClient:
    def unknown(_: object) -> JSONResponse:
        return JSONResponse({"code": "not_found"}, 404, media_type="application/problem+json")

    api = Starlette()
    api.add_route("/api/{rest:path}", unknown, methods=["GET", "POST"])
    return TestClient(create(api, EDGE, pages))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def adapted(config: str, folder: Path, pages: Path, port: int) -> str:
    """The same file for a machine that is no container."""
    moved = config.replace(" /tmp/", f" {folder}/")
    moved = moved.replace("/usr/share/nginx/html", str(pages))
    moved = moved.replace("listen 8080", f"listen 127.0.0.1:{port}")
    # As root it would give its workers to a user who cannot read the folders.
    return moved if os.geteuid() else f"user root;\n{moved}"


def wait_for(client: httpx.Client, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 10
    while server.poll() is None and time.monotonic() < deadline:
        try:
            client.get("/")
            return
        except httpx.TransportError:
            time.sleep(0.02)
    server.kill()
    assert server.stderr
    pytest.fail(server.stderr.read().decode())


def over_http(headers: object) -> dict[str, str]:
    assert isinstance(headers, dict)
    return {name: value for name, value in headers.items() if not name.startswith("strict-")}


@pytest.mark.parametrize(
    "path", ["/", "/b/my.bucket.name", "/b/x/unfinished?prefix=a%2F", "/api", "/favicon.svgz"]
)
def test_every_address_is_the_page(nginx: httpx.Client, path: str) -> None:
    answer = nginx.get(path)
    assert (answer.status_code, answer.text) == (200, "the page")
    assert answer.headers["cache-control"] == PAGE
    assert answer.headers["content-type"].startswith("text/html")
    assert over_http(EDGE.page_headers).items() <= dict(answer.headers).items()


@pytest.mark.parametrize(
    ("path", "kind", "kept"),
    [("/assets/main-1.mjs", "javascript", HASHED), ("/favicon.svg", "image/svg+xml", PAGE)],
)
def test_files_are_files(nginx: httpx.Client, path: str, kind: str, kept: str) -> None:
    answer = nginx.get(path)
    assert answer.status_code == 200
    assert kind in answer.headers["content-type"]
    assert answer.headers["cache-control"] == kept
    assert over_http(EDGE.page_headers).items() <= dict(answer.headers).items()


def test_a_missing_file_is_404_and_not_kept(nginx: httpx.Client) -> None:
    answer = nginx.get("/assets/gone-2.js")
    assert answer.status_code == 404
    assert "cache-control" not in answer.headers


def test_an_error_of_the_api_comes_through_with_the_policys_headers(nginx: httpx.Client) -> None:
    answer = nginx.get("/api/nothing")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers.get_list("referrer-policy") == ["no-referrer"]
    assert over_http(EDGE.api_headers).items() <= dict(answer.headers).items()


@pytest.mark.parametrize("asked", ["/api/objects?key=a%2F%2Fb%20c&key=+", "/api/a%2Fb//c"])
def test_the_api_is_asked_exactly_what_the_browser_asked(nginx: httpx.Client, asked: str) -> None:
    assert nginx.post(asked).json()["asked"] == f"POST {asked}"


@pytest.mark.parametrize(
    "path",
    ["/", "/b/a.b", "/api", "/api/x", "/assets/main-1.mjs", "/assets/gone.js", "/favicon.svg"],
)
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_make_run_and_nginx_answer_alike(
    nginx: httpx.Client, make_run: TestClient, method: str, path: str
) -> None:
    ours, theirs = make_run.request(method, path), nginx.request(method, path)
    assert theirs.status_code == ours.status_code
    names = {*EDGE.page_headers, *EDGE.api_headers, "cache-control"}
    assert {name: theirs.headers.get(name) for name in names} == {
        name: ours.headers.get(name) for name in names
    }


def test_the_committed_file_serves_the_ports_of_compose() -> None:
    text = (Path(__file__).parents[2] / "docker/web/nginx.conf").read_text()
    assert re.search(r"connect-src 'self' blob: http://127.0.0.1:4566 http://localhost:4566;", text)


@pytest.mark.parametrize("value", ['a "b"', "a $uri", "a\nb"])
def test_a_header_that_nginx_would_change_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="more than text"):
        nginx_config(read_edge({"S3Sources": value}), "http://api")
