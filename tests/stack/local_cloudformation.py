"""template.yaml in the embedded AWS's CloudFormation, but for what that AWS lacks, by name."""

import json
import os
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import boto3
import httpx
import pytest
from botocore.client import BaseClient

from deploy.template import read_template
from tests.local.running_stack import free_port

ROOT = Path(__file__).parents[2]
REGION = "ap-northeast-2"
SERVICES = (
    "s3,iam,sts,sns,sqs,kms,cloudformation,lambda,apigateway,apigatewayv2,secretsmanager,"
    "cloudfront,logs,cloudwatch,events"
)

# What this CloudFormation does not know, and why it does not matter to what is tried here.
UNSUPPORTED = {
    "AWS::Logs::QueryDefinition": "queries that people open in the console",
    "AWS::SecretsManager::RotationSchedule": "the rotation function is tried by itself",
}

# There is no registry for images, so the functions run this checkout with its own packages.
_SHIM = """\
import sys
sys.path[:0] = {paths}
from s3loader.handler import handler
"""


class LocalAws:
    """One running embedded AWS with CloudFormation and the SAM transform."""

    def __init__(self, port: int) -> None:
        self.endpoint = f"http://127.0.0.1:{port}"

    def client(self, service: str) -> Any:  # noqa: ANN401 - boto3's clients have no common type
        """Returns a client with root's keys."""
        made: BaseClient = boto3.client(  # type: ignore[call-overload]
            service,
            endpoint_url=self.endpoint,
            region_name=REGION,
            aws_access_key_id="test",
            aws_secret_access_key="test",
        )
        return made

    def deploy(self, name: str, **parameters: str) -> dict[str, str]:
        """Creates or updates a stack and returns its outputs."""
        cloudformation = self.client("cloudformation")
        existing = [one["StackName"] for one in cloudformation.describe_stacks()["Stacks"]]
        call = cloudformation.update_stack if name in existing else cloudformation.create_stack
        call(
            StackName=name,
            TemplateBody=json.dumps(fitted(self.endpoint)),
            Parameters=[
                {"ParameterKey": key, "ParameterValue": value} for key, value in parameters.items()
            ],
            Capabilities=["CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"],
        )
        return self._ended(name)

    def _ended(self, name: str) -> dict[str, str]:
        cloudformation = self.client("cloudformation")
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            stack = cloudformation.describe_stacks(StackName=name)["Stacks"][0]
            if not stack["StackStatus"].endswith("IN_PROGRESS"):
                assert stack["StackStatus"] in ("CREATE_COMPLETE", "UPDATE_COMPLETE"), stack
                return {one["OutputKey"]: one["OutputValue"] for one in stack.get("Outputs", [])}
            time.sleep(0.1)
        pytest.fail(f"the stack {name} did not end")


def fitted(endpoint: str) -> dict[str, Any]:
    """The template as this AWS can take it."""
    template = read_template()
    resources = {
        name: one for name, one in template["Resources"].items() if one["Type"] not in UNSUPPORTED
    }
    for one in resources.values():
        if one["Type"] == "AWS::Serverless::Function":
            _as_zip(one, endpoint)
    return {**template, "Resources": resources}


def _as_zip(function: dict[str, Any], endpoint: str) -> None:
    properties = function["Properties"]
    function.pop("Metadata", None)
    properties.pop("PackageType")
    properties.pop("ImageConfig")
    paths = [sysconfig.get_path("purelib"), str(ROOT / "functions")]
    properties |= {
        "Runtime": "python3.11",
        "Handler": "index.handler",
        "InlineCode": _SHIM.format(paths=paths),
    }
    if "Environment" in properties:
        variables = properties["Environment"]["Variables"]
        variables["AWS_ENDPOINT"] = endpoint
        if "SEAL_SECRET_ARN" in variables:  # its Ref is a name here, and an ARN in AWS
            arn = "arn:aws:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:${SealSecret}"
            variables["SEAL_SECRET_ARN"] = {"Fn::Sub": arn}


@contextmanager
def running(folder: Path) -> Iterator[LocalAws]:
    """Runs it with its state in a folder."""
    port = free_port()
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("AWS_")},
        "HOME": os.environ.get("HOME", str(folder)),
        "GATEWAY_PORT": str(port),
        "EDGE_PORT": str(port),
        "BIND_HOST": "127.0.0.1",
        "MINISTACK_HOST": "127.0.0.1",
        "MINISTACK_REGION": REGION,
        "SERVICES": SERVICES,
        "SFTP_ENABLED": "0",
        "IOT_MTLS_ENABLED": "0",
    }
    # Functions run in its own interpreter, which must be able to load this one's packages.
    uv = [str(ROOT / ".tools/bin/uv"), "tool", "run", "--quiet", "--python", sys.executable]
    tool = [
        *uv,
        "--with",
        "aws-sam-translator==1.115.0",
        "--from",
        "ministack==1.5.33",
        "ministack",
    ]
    with (folder / "aws.log").open("w") as log:
        process = subprocess.Popen(tool, env=environment, cwd=folder, stdout=log, stderr=log)
        try:
            _wait(f"http://127.0.0.1:{port}/_ministack/health", process, folder / "aws.log")
            yield LocalAws(port)
        finally:
            process.terminate()
            process.wait(20)


def _wait(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + 120  # it is installed the first time
    while time.monotonic() < deadline and process.poll() is None:
        try:
            httpx.get(url, timeout=5)
            return
        except httpx.TransportError:
            time.sleep(0.1)
    pytest.fail(log.read_text())
