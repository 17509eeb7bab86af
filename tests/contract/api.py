"""A client of the running app, with the demo users' accounts; bytes go straight to S3."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpx

from tests.local.running_stack import RunningStack


@dataclass(frozen=True)
class Api:
    """One registered account; every call has a connection of its own, so none is left open."""

    app_url: str
    token: str

    def get(self, path: str, params: Mapping[str, str] | None = None) -> httpx.Response:
        return httpx.get(self.app_url + path, params=params, headers=self._headers, timeout=60)

    def post(self, path: str, body: Mapping[str, Any]) -> httpx.Response:
        return httpx.post(self.app_url + path, json=body, headers=self._headers, timeout=60)

    def put(self, path: str, body: Mapping[str, Any]) -> httpx.Response:
        return httpx.put(self.app_url + path, json=body, headers=self._headers, timeout=60)

    @property
    def _headers(self) -> dict[str, str]:
        return {"authorization": f"Bearer {self.token}"}

    def plan(
        self, bucket: str, prefix: str, *files: tuple[str, int], on_conflict: str = "refuse"
    ) -> list[dict[str, Any]]:
        body = {
            "bucket": bucket,
            "prefix": prefix,
            "onConflict": on_conflict,
            "files": [
                {"name": name, "size": size, "contentType": "text/plain"} for name, size in files
            ],
        }
        answer = self.post("/api/uploads", body)
        assert answer.status_code == 200, answer.text
        plans: list[dict[str, Any]] = answer.json()["plans"]
        return plans

    def complete(self, bucket: str, *uploads: dict[str, Any]) -> list[dict[str, Any]]:
        answer = self.post("/api/uploads/complete", {"bucket": bucket, "uploads": uploads})
        assert answer.status_code == 200, answer.text
        results: list[dict[str, Any]] = answer.json()["results"]
        return results


def register(stack: RunningStack, user: str) -> Api:
    """Registers a demo user's keys."""
    keys = stack.demo["users"][user]
    answer = httpx.post(f"{stack.app_url}/api/account", json=keys, timeout=60)
    assert answer.status_code == 200, answer.text
    return Api(stack.app_url, answer.json()["token"])


def send(plan: dict[str, Any], body: bytes, **changed: str) -> httpx.Response:
    """Does what a browser does with a PUT plan."""
    return httpx.put(plan["url"], headers={**plan["headers"], **changed}, content=body)
