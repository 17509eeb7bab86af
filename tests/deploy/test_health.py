"""The check of a deployment, against servers that have one thing wrong."""

import httpx
import pytest

from deploy.edge import read_edge
from deploy.health import check_health
from deploy.problems import DeployError

Answers = dict[str, tuple[int, dict[str, str], str]]

PAGE = (200, {**read_edge({}).page_headers, "content-type": "text/html"}, '<div id="root"></div>')


def right() -> Answers:
    return {
        "/": PAGE,
        "/b/some.bucket/unfinished": PAGE,
        "/releases.json": PAGE,
        "/api/config": (200, {"content-type": "application/json"}, '{"limits": {}}'),
        "/api/none": (404, {"content-type": "application/problem+json"}, '{"code": "not_found"}'),
        "/assets/none.js": (404, {}, ""),
    }


def client(answers: Answers) -> httpx.Client:
    def answer(request: httpx.Request) -> httpx.Response:
        status, headers, text = answers[request.url.path]
        return httpx.Response(status, headers=headers, text=text)

    return httpx.Client(base_url="https://x.example", transport=httpx.MockTransport(answer))


def test_a_right_deployment_is_right_in_six_ways() -> None:
    assert len(check_health(client(right()))) == 6


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("/", (200, {"content-type": "text/html"}, '<div id="root"></div>')),  # no policy
        ("/", (403, {}, "AccessDenied")),
        ("/b/some.bucket/unfinished", (404, {}, "")),
        ("/releases.json", (200, {"content-type": "application/json"}, "[]")),
        ("/api/config", (503, {"content-type": "application/problem+json"}, '{"code": "x"}')),
        ("/api/config", PAGE),  # the app in place of the API
        ("/api/none", PAGE),
        ("/assets/none.js", PAGE),
    ],
)
def test_what_is_wrong_is_named_with_its_address(
    path: str, answer: tuple[int, dict[str, str], str]
) -> None:
    with pytest.raises(DeployError) as wrong:
        check_health(client({**right(), path: answer}))
    (line,) = str(wrong.value).splitlines()[1:]
    assert f"https://x.example{path}" in line


def test_an_address_that_does_not_answer_is_told() -> None:
    def refuse(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("no route")

    dead = httpx.Client(base_url="https://x.example", transport=httpx.MockTransport(refuse))
    with pytest.raises(DeployError, match="ConnectError"):
        check_health(dead)
