"""SAM, which wants a Docker daemon: podman plays it, on a socket of its own."""

import os
import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.containers import standins
from tests.containers.machine import ROOT, environment, run

# What docker/Dockerfile starts from: SAM has no option for build arguments beside the template.
_BASE = "public.ecr.aws/lambda/python:3.13"
_UV = "ghcr.io/astral-sh/uv:0.13.9"


@contextmanager
def running(command: Sequence[str | Path], log: Path, env: dict[str, str]) -> Iterator[None]:
    """Runs a program and all that it starts until the end of the block."""
    with log.open("w") as output:
        process = subprocess.Popen(
            list(map(str, command)),
            cwd=ROOT,
            env=env,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            yield
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(timeout=30)


@contextmanager
def docker(folder: Path) -> Iterator[dict[str, str]]:
    """Yields the environment in which programs find a Docker daemon; the folder gets its log."""
    socket = f"unix://{folder}/docker.sock"
    env = {**environment(), "DOCKER_HOST": socket, "SAM_CLI_TELEMETRY": "0"}
    with running(("podman", "system", "service", "-t", "0", socket), folder / "docker.log", env):
        yield env


@contextmanager
def base_images() -> Iterator[None]:
    """Gives the stand-ins the names of what they stand in for, unless the machine has that."""
    standing = {_BASE: standins.lambda_base(), _UV: standins.uv_image()}
    absent = [name for name in standing if not standins.exists(name)]
    for name in absent:
        run("podman", "tag", standing[name], name)
    try:
        yield
    finally:
        for name in absent:
            run("podman", "untag", name, name)


def command(*arguments: str | Path) -> list[str | Path]:
    """Returns the command line of SAM."""
    return [standins.UV, "tool", "run", "--quiet", "--from", standins.SAM, "sam", *arguments]
