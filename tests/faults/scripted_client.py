"""Gives a scripted S3 its rules, from Python."""

from dataclasses import dataclass
from typing import Any

import httpx

from tests.faults.rules import Rule, Rules


@dataclass(frozen=True)
class ScriptedS3:
    """A running scripted S3; `client` has its origin as base URL."""

    client: httpx.Client

    def follow(self, *rules: Rule, seed: int = 0, checksums: bool = False) -> None:
        """Begins a script and a new record."""
        document = Rules(seed=seed, checksums=checksums, rules=rules)
        body = document.model_dump_json(by_alias=True)
        self.client.put("/__faults/rules", content=body).raise_for_status()

    def log(self) -> list[dict[str, Any]]:
        """All requests since then."""
        found: list[dict[str, Any]] = self.client.get("/__faults/log").json()
        return found

    def release(self) -> None:
        """Lets go on what is held."""
        self.client.post("/__faults/release").raise_for_status()
