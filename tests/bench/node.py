"""The scripts of frontend/bench, which drive a Chromium: task and figures are JSON."""

import json
import subprocess
from pathlib import Path
from typing import Any

_FRONTEND = Path(__file__).parent.parent.parent / "frontend"


def run(script: str, task: dict[str, Any]) -> dict[str, Any]:
    """Runs `bench/script` with a task; returns what it printed."""
    command = ["node", f"bench/{script}", json.dumps(task)]
    ended = subprocess.run(command, cwd=_FRONTEND, check=True, stdout=subprocess.PIPE, text=True)
    printed: dict[str, Any] = json.loads(ended.stdout)
    return printed
