"""A real client of botocore's whose calls never leave the process: a script answers them."""

import threading
from collections.abc import Callable, Mapping
from types import SimpleNamespace
from typing import Any

from s3loader.aws.clients import ClientCache, Endpoints
from s3loader.caller import Credentials

Call = Mapping[str, Any]
Answers = Callable[[str, Call], dict[str, Any]]


class Refusal(Exception):
    """What the script raises to answer with an error code of AWS."""


class ScriptedClient:
    """`client` asks `answers(operation, parameters)`; `calls` is what was asked."""

    def __init__(self, service: str, answers: Answers) -> None:
        self.calls: list[tuple[str, Call]] = []
        self._answers = answers
        self._lock = threading.Lock()
        credentials = Credentials("AKIAUNITUNITUNITUNIT", "unit-secret")
        self.client: Any = ClientCache(Endpoints()).get(service, credentials, "us-east-1")
        self.client.meta.events.register("provide-client-params.*", self._remember)
        self.client.meta.events.register("before-call.*", self._answer)

    def count(self, operation: str) -> int:
        return [asked for asked, _ in self.calls].count(operation)

    def _remember(self, params: Call, model: Any, context: dict[str, Any], **_: object) -> None:  # noqa: ANN401
        context["asked"] = dict(params)
        with self._lock:
            self.calls.append((model.name, dict(params)))

    def _answer(self, model: Any, context: dict[str, Any], **_: object) -> tuple[object, Any]:  # noqa: ANN401
        try:
            return SimpleNamespace(status_code=200), self._answers(model.name, context["asked"])
        except Refusal as refusal:
            error = {"Code": str(refusal), "Message": "AWS's own words"}
            return SimpleNamespace(status_code=400), {"Error": error, "ResponseMetadata": {}}
