"""Starts the parts in order, says when everything is ready, and watches until the end."""

import fcntl
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from local import embedded_aws
from local.announcement import announce
from local.child import Child, running, watch
from local.demo import Demo
from local.environment import service_environment
from local.errors import StackError
from local.ports import HOST, require_free, wait_until_answers
from local.seed import seed


@dataclass(frozen=True)
class Options:
    """What the command line chose; `state` is an absolute folder."""

    port: int
    aws_port: int
    state: Path
    embedded: bool
    s3_endpoint: str | None = None
    """Origin of an S3 between the app and the embedded one."""


def run(options: Options) -> NoReturn:
    """Runs the stack; ends only by KeyboardInterrupt or StackError, with no process left."""
    require_free(options.port, "PORT", "the app")
    if options.embedded:
        require_free(options.aws_port, "AWS_PORT", "the embedded AWS")
    options.state.mkdir(mode=0o700, parents=True, exist_ok=True)
    with _alone_in(options.state), ExitStack() as parts:
        try:
            _run_parts(options, parts)
        finally:
            _ignore_signals()  # a second Ctrl-C must not interrupt the ending of the children


def _run_parts(options: Options, parts: ExitStack) -> NoReturn:
    children, demo = _start_aws(options, parts) if options.embedded else ([], None)
    env = _environment(options)
    if options.embedded and env["STATISTICS"] != "off":
        children.append(_start_recorder(options, env, parts))
    children.append(_start_app(options, env, parts))  # last: where it answers, all is there
    announce(f"http://{HOST}:{options.port}", demo, options.state)
    watch(children)


def _start_aws(options: Options, parts: ExitStack) -> tuple[list[Child], Demo]:
    command = embedded_aws.command()
    env = embedded_aws.environment(options.aws_port, options.state)
    log = options.state / "aws.log"
    child = parts.enter_context(running("The embedded AWS", command, env, log))
    wait_until_answers(f"http://{HOST}:{options.aws_port}/_ministack/health", child)
    return [child], seed(options.port, options.aws_port, options.state / "demo.json")


def _environment(options: Options) -> dict[str, str]:
    aws_port = options.aws_port if options.embedded else None
    given = os.environ
    return service_environment(given, options.port, options.state, aws_port, options.s3_endpoint)


def _start_recorder(options: Options, env: dict[str, str], parts: ExitStack) -> Child:
    command = [sys.executable, "-m", "local.recorder"]
    log = options.state / "recorder.log"
    return parts.enter_context(running("The recorder", command, env, log))


def _start_app(options: Options, env: dict[str, str], parts: ExitStack) -> Child:
    command = [sys.executable, "-m", "local.app"]
    child = parts.enter_context(running("The app", command, env, options.state / "app.log"))
    wait_until_answers(f"http://{HOST}:{options.port}/api/config", child)
    return child


@contextmanager
def _alone_in(state: Path) -> Iterator[None]:
    with (state / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise StackError(
                f"Another stack is running with its state in {state}. "
                "Stop it or give this one a folder of its own: make run STATE=.local/second"
            ) from error
        yield


def _ignore_signals() -> None:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
