"""docker-compose.local.yml brought up by podman-compose, in the order that the file asks for."""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.containers.machine import ROOT, environment, run
from tests.containers.standins import UV

FILE = ROOT / "docker-compose.local.yml"
PODMAN_COMPOSE = "podman-compose==1.6.0"
SECONDS = 60


def declared() -> dict[str, Any]:
    """Returns the file as it is, its anchors resolved."""
    document: dict[str, Any] = yaml.safe_load(FILE.read_text())
    return document


class Composition:
    """One project: containers, volumes and a network with its name."""

    def __init__(self, project: str, folder: Path, variables: dict[str, str]) -> None:
        self.project = project
        self._file = folder / "compose.yml"
        self._file.write_text(yaml.safe_dump(_without_order(declared())))
        self._variables = folder / "variables"
        self._variables.write_text("".join(f"{k}={v}\n" for k, v in variables.items()))

    def up(self) -> None:
        """Starts each service once what it depends on is as the file wants it."""
        services = declared()["services"]
        needs = {name: service.get("depends_on", {}) for name, service in services.items()}
        default = {name: needs[name] for name in needs if "profiles" not in services[name]}
        for service in TopologicalSorter(default).static_order():
            for needed, how in needs[service].items():
                self.wait(needed, how["condition"])
            self.compose("up", "-d", "--no-build", "--no-deps", service)
        for service in default:
            if "healthcheck" in services[service]:
                self.wait(service, "service_healthy")

    def down(self) -> None:
        self.compose("down", "--volumes", "--timeout", "5")

    def compose(self, *arguments: str) -> str:
        program = (UV, "tool", "run", "--quiet", "--from", PODMAN_COMPOSE, "podman-compose")
        files = ("--env-file", self._variables, "-p", self.project, "-f", self._file)
        return run(*program, *files, *arguments)

    def container(self, service: str) -> str:
        return f"{self.project}_{service}_1"

    def remains(self) -> list[str]:
        """Names of containers and volumes of this project."""
        label = f"label=io.podman.compose.project={self.project}"
        containers = run("podman", "ps", "-aq", "--filter", label)
        return (containers + run("podman", "volume", "ls", "-q", "--filter", label)).split()

    def wait(self, service: str, condition: str) -> None:
        """Waits for what `depends_on` names a condition; the test fails where it does not come."""
        name = self.container(service)
        if condition == "service_completed_successfully":
            assert run("podman", "wait", name).strip() == "0", run("podman", "logs", name)
            return
        # Nobody else asks: podman leaves it to systemd's timers.
        give_up = time.monotonic() + SECONDS
        while _exit_code("podman", "healthcheck", "run", name) != 0:
            if time.monotonic() > give_up:
                pytest.fail(f"{service} is not healthy\n{run('podman', 'logs', name)}")


@contextmanager
def composition(folder: Path, variables: dict[str, str]) -> Iterator[Composition]:
    """A project of its own for the process that tests; nothing of it is left."""
    project = Composition(f"s3loader-test-{os.getpid()}", folder, variables)
    try:
        project.up()
        yield project
    finally:
        project.down()


def _exit_code(*command: str) -> int:
    return subprocess.run(command, env=environment(), capture_output=True, check=False).returncode


def _without_order(document: dict[str, Any]) -> dict[str, Any]:
    """Podman 4 starts nothing whose finished one-shot dependency has a dependency that runs."""
    for service in document["services"].values():
        service.pop("depends_on", None)
        service["volumes"] = [
            volume.replace("./", f"{ROOT}/", 1) for volume in service.get("volumes", [])
        ]
    return document
