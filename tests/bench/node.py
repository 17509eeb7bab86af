"""The scripts of frontend/bench, which drive a Chromium: task and figures are JSON."""

import json
import subprocess
from pathlib import Path
from typing import Any

_FRONTEND = Path(__file__).parent.parent.parent / "frontend"


def run(script: str, task: dict[str, Any]) -> dict[str, Any]:
    """Runs `bench/script`, its task as standard input; returns what it printed."""
    printed: dict[str, Any] = json.loads(_call(script, stdin=json.dumps(task)))
    return printed


def call(script: str, *arguments: str) -> None:
    """Runs `bench/script` for what it does."""
    _call(script, *arguments)


def _call(script: str, *arguments: str, stdin: str = "") -> str:
    command = ["node", f"bench/{script}", *arguments]
    ended = subprocess.run(
        command, cwd=_FRONTEND, check=True, input=stdin, stdout=subprocess.PIPE, text=True
    )
    return ended.stdout
