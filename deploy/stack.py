"""The stack: built and deployed by SAM, and what CloudFormation says of it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from botocore.exceptions import BotoCoreError, ClientError

from deploy.environment import ROOT, Environment
from deploy.problems import DeployError

if TYPE_CHECKING:
    from mypy_boto3_cloudformation import CloudFormationClient

Run = Callable[[Sequence[str]], None]

SAM: Final = "aws-sam-cli==1.170.0"
_SAM = (str(ROOT / ".tools" / "bin" / "uv"), "tool", "run", "--quiet", "--from", SAM, "sam")


def run(command: Sequence[str]) -> None:
    """Run a program in the project's folder, with this terminal.

    Raises:
        DeployError: it failed; it has said why
    """
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        raise DeployError(f"{command[-1] if len(command) < 3 else ' '.join(command[5:8])} failed.")


def build(run: Run) -> None:
    """Build the image."""
    run([*_SAM, "build", "--template", "template.yaml"])


def deploy(run: Run, environment: Environment) -> None:
    """Create or update the stack; nothing happens where nothing has changed."""
    overrides = [f"{name}={_quoted(value)}" for name, value in environment.parameters.items()]
    run(
        [
            *(*_SAM, "deploy", "--config-env", environment.name),
            *(["--parameter-overrides", *overrides] if overrides else []),
        ]
    )


def firewall(run: Run, environment: Environment) -> str:
    """Create or update the firewall in us-east-1 and return its stack's name."""
    name = f"{environment.stack}-waf"
    run(
        [
            *(*_SAM, "deploy", "--template-file", "deploy/waf.yaml", "--stack-name", name),
            *("--region", "us-east-1", "--resolve-s3", "--no-fail-on-empty-changeset"),
        ]
    )
    return name


def delete(run: Run, environment: Environment) -> None:
    """Delete the stack and its images."""
    run([*_SAM, "delete", "--config-env", environment.name, "--no-prompts"])


def outputs(cloudformation: CloudFormationClient, stack: str) -> Mapping[str, str]:
    """Return a stack's outputs by name."""
    found = cloudformation.describe_stacks(StackName=stack)["Stacks"][0]
    return {one["OutputKey"]: one["OutputValue"] for one in found.get("Outputs", [])}


def told(error: ClientError | BotoCoreError) -> str:
    """Return AWS's code and operation, or the kind of failure; its message may name keys."""
    if isinstance(error, ClientError):
        return f"{error.operation_name}, {error.response['Error']['Code']}"
    return type(error).__name__


def _quoted(value: str) -> str:
    return '"' + value.replace('"', '\\"') + '"'
