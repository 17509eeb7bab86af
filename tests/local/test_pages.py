"""How the single-page app is served beside the API."""

from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from local.app import create
from local.edge import local_edge

EDGE = local_edge({"AWS_ENDPOINT": "http://127.0.0.1:4577"})


def served(dist: Path) -> TestClient:
    """The app process over a folder of pages and an API of one route."""
    api = Starlette(routes=[Route("/api/known", lambda _: PlainTextResponse("known"))])
    return TestClient(create(api, EDGE, dist))


@pytest.fixture
def http(tmp_path: Path) -> TestClient:
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_text("the page")
    (tmp_path / "assets" / "main-abc123.js").write_text("the script")
    return served(tmp_path)


@pytest.mark.parametrize(
    "path", ["/", "/b/demo-reports", "/b/a.b.c?prefix=x%2F", "/apiary", "/api", "/index.htm"]
)
def test_every_route_of_the_app_gets_a_fresh_page(http: TestClient, path: str) -> None:
    answer = http.get(path)
    assert (answer.status_code, answer.text) == (200, "the page")
    assert answer.headers["cache-control"] == "no-cache"


def test_a_hashed_file_is_kept_for_a_year(http: TestClient) -> None:
    answer = http.get("/assets/main-abc123.js")
    assert answer.text == "the script"
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"


def test_a_hashed_file_of_an_older_build_is_404_and_not_the_page(http: TestClient) -> None:
    answer = http.get("/assets/main-old.js")
    assert answer.status_code == 404
    assert "immutable" not in answer.headers.get("cache-control", "")


def test_the_api_answers_below_api_even_where_it_knows_nothing(http: TestClient) -> None:
    assert http.get("/api/known").text == "known"
    assert http.get("/api/unknown").status_code == 404


def test_a_page_that_is_not_built_says_how_to_build_it(tmp_path: Path) -> None:
    answer = served(tmp_path / "missing").get("/")
    assert answer.status_code == 503
    assert "make build" in answer.text


@pytest.mark.parametrize("path", ["/", "/b/demo-reports", "/assets/main-abc123.js", "/assets/none"])
def test_pages_and_files_carry_the_deployed_policy_with_this_machines_s3(
    http: TestClient, path: str
) -> None:
    headers = http.get(path).headers
    policy = headers["content-security-policy"]
    assert "connect-src 'self' blob: http://127.0.0.1:* http://localhost:*;" in policy
    assert headers["x-content-type-options"] == "nosniff"


def test_the_apis_answers_may_be_framed_by_nobody_and_run_nothing(http: TestClient) -> None:
    policy = http.get("/api/known").headers["content-security-policy"]
    assert policy == "default-src 'none'; frame-ancestors 'none'"


def test_plain_http_does_not_ask_for_tls(http: TestClient) -> None:
    assert "strict-transport-security" not in http.get("/").headers


def test_with_real_aws_the_policy_names_amazons_hosts() -> None:
    assert "https://*.amazonaws.com" in local_edge({}).page_headers["content-security-policy"]
