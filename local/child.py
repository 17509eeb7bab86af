"""One process of the stack: started in a session of its own, watched, and always ended."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NoReturn

from local.errors import StackError
from local.parent import end_with_parent

_STOP_SECONDS = 8.0
_LOG_LINES = 15


class Child:
    """A running process whose output goes to a log file."""

    def __init__(self, name: str, command: list[str], env: Mapping[str, str], log: Path) -> None:
        self.name = name
        self._log = log
        supervisor = os.getpid()
        with log.open("wb") as output:
            self._process = subprocess.Popen(
                command,
                env=env,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # Ctrl-C reaches the supervisor alone, which ends in order
                preexec_fn=lambda: end_with_parent(supervisor, signal.SIGTERM),
            )

    def check(self) -> None:
        """Raises StackError with the end of its log when the process is gone."""
        code = self._process.poll()
        if code is None:
            return
        tail = self._log.read_text(errors="replace").splitlines()[-_LOG_LINES:]
        report = "\n".join(f"  {line}" for line in tail)
        raise StackError(f"{self.name} ended with code {code}. The end of {self._log}:\n{report}")

    def stop(self) -> None:
        """Asks the process to end, and ends it when it does not within a few seconds."""
        self._signal(signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_STOP_SECONDS)
        self._signal(signal.SIGKILL)  # whatever it started goes with it
        self._process.wait()

    def _signal(self, number: int) -> None:
        with suppress(ProcessLookupError, PermissionError):  # gone; macOS says the latter
            os.killpg(self._process.pid, number)


@contextmanager
def running(name: str, command: list[str], env: Mapping[str, str], log: Path) -> Iterator[Child]:
    """Runs a child for as long as the block lasts."""
    child = Child(name, command, env, log)
    try:
        yield child
    finally:
        child.stop()


def watch(children: list[Child], seconds: float = 0.25) -> NoReturn:
    """Raises StackError as soon as one child is gone."""
    while True:
        for child in children:
            child.check()
        time.sleep(seconds)
