"""What the app tells of an account at a place, before and after tries."""

from collections.abc import Mapping
from typing import Any, Protocol

Permission = dict[str, Any]


class Answer(Protocol):
    """A response, of whichever HTTP client."""

    @property
    def status_code(self) -> int: ...

    @property
    def text(self) -> str: ...

    def json(self) -> Any: ...  # noqa: ANN401


class App(Protocol):
    """One registered account of the app."""

    def get(self, path: str, params: Mapping[str, str]) -> Answer: ...

    def post(self, path: str, body: Mapping[str, Any]) -> Answer: ...


def permissions(app: App, bucket: str, prefix: str) -> list[Permission]:
    """Every action's verdict while nobody has had anything tried."""
    place = {"bucket": bucket, "prefix": prefix}
    return _actions(app.get("/api/permissions/effective", place))


def with_tries(app: App, bucket: str, prefix: str, told: list[Permission]) -> list[Permission]:
    """What is told once a person has had everything tried that can be."""
    for action in [found["action"] for found in told if found["triable"]]:
        body = {"bucket": bucket, "prefix": prefix, "action": action}
        told = _actions(app.post("/api/permissions/try", body))
        assert not any(found["triable"] for found in told)
    return told


def _actions(answer: Answer) -> list[Permission]:
    assert answer.status_code == 200, answer.text
    actions: list[Permission] = answer.json()["actions"]
    return actions
