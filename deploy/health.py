"""Whether a deployment works, asked as a browser asks it."""

from collections.abc import Callable
from typing import Final

import httpx

from deploy.problems import DeployError

Check = tuple[str, str, Callable[[httpx.Response], bool]]

CHECKS: Final[tuple[Check, ...]] = (
    (
        "the API answers",
        "/api/config",
        lambda got: got.status_code == 200 and "limits" in got.json(),
    ),
    (
        "an error of the API comes through as it is",
        "/api/none",
        lambda got: got.status_code == 404 and "code" in got.json(),
    ),
    ("the page is there, under its policy", "/", lambda got: is_page(got)),
    (
        "every address gives the page",
        "/b/some.bucket/unfinished",
        lambda got: is_page(got),
    ),
    ("a missing file is 404", "/assets/none.js", lambda got: got.status_code == 404),
    (
        "the record of releases is not served",
        "/releases.json",
        lambda got: got.headers.get("content-type", "").startswith("text/html"),
    ),
)


def check_health(client: httpx.Client) -> list[str]:
    """Ask everything once and return what is right.

    Raises:
        DeployError: naming everything that is not, with the address that shows it
    """
    right: list[str] = []
    wrong: list[str] = []
    address = str(client.base_url).rstrip("/")
    for name, path, holds in CHECKS:
        said = _answer(client, path, holds)
        (wrong if said else right).append(f"{name}: {address}{path}{said}")
    if wrong:
        raise DeployError("The stack is deployed, but not right:\n" + "\n".join(wrong))
    return right


def _answer(client: httpx.Client, path: str, holds: Callable[[httpx.Response], bool]) -> str:
    try:
        got = client.get(path)
        return "" if holds(got) else f" answered {got.status_code}"
    except (httpx.HTTPError, ValueError) as error:
        return f" failed ({type(error).__name__})"


def is_page(got: httpx.Response) -> bool:
    """Tell whether an answer is the app's page, under a Content-Security-Policy."""
    policy = got.headers.get("content-security-policy", "")
    return got.status_code == 200 and '<div id="root">' in got.text and "default-src" in policy
