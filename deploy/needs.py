"""What a deployment needs of the machine; all that is missing is told at once."""

import shutil
import subprocess
from collections.abc import Callable
from typing import TYPE_CHECKING

from botocore.exceptions import BotoCoreError, ClientError

from deploy.problems import DeployError

if TYPE_CHECKING:
    from mypy_boto3_sts import STSClient

Check = Callable[[], str | None]

_ENGINE = (
    "No container engine answers. Start Docker, or podman with its socket "
    "(podman system service; DOCKER_HOST=unix:///run/podman/podman.sock)."
)
_CREDENTIALS = (
    "No AWS credentials that work. Log in (aws sso login, aws configure) or set AWS_PROFILE; "
    "docs/deploy.md says what they must allow."
)


def require(checks: list[Check]) -> None:
    """Run every check.

    Raises:
        DeployError: with what each check that failed says
    """
    missing = [said for said in (check() for check in checks) if said]
    if missing:
        raise DeployError("\n".join(missing))


def engine() -> str | None:
    """Tell whether a container engine answers, which builds the image."""
    docker = shutil.which("docker")
    if not docker:
        return _ENGINE
    ran = subprocess.run([docker, "version"], capture_output=True, check=False)
    return None if ran.returncode == 0 else _ENGINE


def credentials(sts: "STSClient") -> Check:
    """Return the check that AWS knows who deploys."""

    def check() -> str | None:
        try:
            sts.get_caller_identity()
        except (ClientError, BotoCoreError):  # what it says may name a key
            return _CREDENTIALS
        return None

    return check
