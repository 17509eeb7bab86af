"""What this machine needs for containers without a Docker daemon, installed where it may be."""

import os
import platform
import shutil
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
CONFIG = Path(__file__).parent / "base" / "containers.conf"

_PROGRAMS = ("podman", "buildah", "runc", "debootstrap")
# The plugins are the network of a composition and its names.
_PLUGINS = ("containernetworking-plugins", "golang-github-containernetworking-plugin-dnsname")
_PACKAGES = (*_PROGRAMS, *_PLUGINS, "crun", "ca-certificates", "iptables")


def environment() -> dict[str, str]:
    """Podman's settings are ours, not the machine's."""
    return {**os.environ, "CONTAINERS_CONF": str(CONFIG)}


def run(*command: str | Path, cwd: Path = ROOT) -> str:
    """Runs a program to its end and returns what it printed.

    Raises:
        AssertionError: it failed; with all of its output
    """
    ran = subprocess.run(
        list(map(str, command)),
        cwd=cwd,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, f"{command}\n{ran.stdout}"
    return ran.stdout


@cache
def missing() -> str | None:
    """Returns why containers cannot run here; None once everything is there."""
    if platform.system() != "Linux" or platform.machine() != "x86_64":
        return f"the stand-in base is for Linux on x86_64, this is {platform.platform()}"
    if os.geteuid() != 0:
        return "debootstrap and podman's overlay need root"
    if not all(map(shutil.which, _PROGRAMS)):
        if not shutil.which("apt-get"):
            return f"{', '.join(_PROGRAMS)} are not installed, and there is no apt-get"
        os.environ["DEBIAN_FRONTEND"] = "noninteractive"
        run("apt-get", "update", "-qq")
        run("apt-get", "install", "-y", "-qq", "--no-install-recommends", *_PACKAGES)
    return None
