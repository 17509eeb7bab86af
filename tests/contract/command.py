"""`s3loader` as a person runs it: a process of its own, with AWS's own variables."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

PROGRAM = Path(sys.executable).parent / "s3loader"
# What this machine may have configured, and no test wants.
_OWN = ("AWS_", "S3_", "SNS_", "LC_", "LANG", "LOG_LEVEL", "ALLOWED_", "MAX_FILE_SIZE")
Environment = Mapping[str, str]
_NONE: Environment = {}


@dataclass(frozen=True)
class Command:
    """The program with an environment, in a folder."""

    environment: Environment
    folder: Path
    program: Path = PROGRAM

    def run(
        self, *arguments: str, stdin: bytes | BinaryIO = b"", env: Environment = _NONE
    ) -> "Ended":
        """Runs `s3loader upload` to its end."""
        given: Any = {"input": stdin} if isinstance(stdin, bytes) else {"stdin": stdin}
        done = subprocess.run(
            [self.program, "upload", *arguments],
            **given,
            capture_output=True,
            cwd=self.folder,
            env=self._environment(env),
            timeout=300,
        )
        return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())

    def start(self, *arguments: str, env: Environment = _NONE) -> subprocess.Popen[bytes]:
        """Starts `s3loader upload`; what it reads and says goes through pipes."""
        return subprocess.Popen(
            [self.program, "upload", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=self.folder,
            env=self._environment(env),
        )

    def _environment(self, variables: Environment) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(_OWN)}
        own = {"AWS_CONFIG_FILE": "/dev/null", "AWS_SHARED_CREDENTIALS_FILE": "/dev/null"}
        return {**kept, **own, "AWS_EC2_METADATA_DISABLED": "true", **self.environment, **variables}


@dataclass(frozen=True)
class Ended:
    """What a run said, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def results(self) -> list[dict[str, Any]]:
        """The lines of --json."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def result(self) -> dict[str, Any]:
        """The only line of --json."""
        (found,) = self.results
        return found


def interrupted(process: subprocess.Popen[bytes], number: int = signal.SIGINT) -> Ended:
    """Sends a signal and waits for the end."""
    process.send_signal(number)
    out, err = process.communicate(timeout=120)
    return Ended(process.returncode, out.decode(), err.decode())
