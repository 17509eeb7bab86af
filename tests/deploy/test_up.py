"""The whole of `python -m deploy up`: moto in AWS's place, SAM's commands only noted."""

import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace

import boto3
import pytest
from moto import mock_aws

from deploy import __main__ as command
from deploy import needs, stack
from deploy.environment import Environment
from deploy.problems import DeployError
from tests.deploy.test_health import client as answering
from tests.deploy.test_health import right

SECRET = "canary-secret-of-who-deploys"
REGION = "ap-northeast-2"
DEV = Environment("dev", "s3loader-dev", REGION, {"AlarmEmail": "ops@example.com"})
FIREWALL = "arn:aws:wafv2:us-east-1:1:global/webacl/x/1"


@dataclass
class Sam:
    """Notes each command, and says what the stacks' outputs would be."""

    commands: list[Sequence[str]] = field(default_factory=list)

    def run(self, command: Sequence[str]) -> None:
        self.commands.append(command)

    def outputs(self, _: object, name: str) -> Mapping[str, str]:
        if name == f"{DEV.stack}-waf":
            return {"WebAclArn": FIREWALL}
        pages = {"PagesBucketName": "pages", "DistributionId": _distribution()}
        return {**pages, "Address": "https://x.example"}


@pytest.fixture
def sam(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Sam]:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AKIAOWNOWNOWNOWNOWN1")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", SECRET)
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "main-1.js").write_text("one")
    (tmp_path / "index.html").write_text("the page")
    sam = Sam()
    monkeypatch.setattr(command, "DIST", tmp_path)
    monkeypatch.setattr(stack, "run", sam.run)
    monkeypatch.setattr(stack, "outputs", sam.outputs)
    monkeypatch.setattr(needs, "engine", lambda: None)
    healthy = SimpleNamespace(Client=lambda **_: answering(right()))
    monkeypatch.setattr("deploy.__main__.httpx", healthy)
    with mock_aws():
        boto3.client("s3", region_name="us-east-1").create_bucket(Bucket="pages")
        yield sam


def _distribution() -> str:
    cloudfront = boto3.client("cloudfront", region_name="us-east-1")
    there = cloudfront.list_distributions()["DistributionList"].get("Items", [])
    if there:
        return there[0]["Id"]
    origin = {
        "Id": "o",
        "DomainName": "x.example",
        "CustomOriginConfig": {
            "HTTPPort": 80,
            "HTTPSPort": 443,
            "OriginProtocolPolicy": "https-only",
        },
    }
    config = {
        "CallerReference": "r",
        "Comment": "",
        "Enabled": True,
        "Origins": {"Quantity": 1, "Items": [origin]},
        "DefaultCacheBehavior": {"TargetOriginId": "o", "ViewerProtocolPolicy": "https-only"},
    }
    made = cloudfront.create_distribution(DistributionConfig=config)  # type: ignore[arg-type]
    return made["Distribution"]["Id"]


def invalidations() -> int:
    cloudfront = boto3.client("cloudfront", region_name="us-east-1")
    found = cloudfront.list_invalidations(DistributionId=_distribution())["InvalidationList"]
    return found["Quantity"]


def test_a_deployment_builds_deploys_publishes_invalidates_checks_and_tells_the_address(
    sam: Sam, capsys: pytest.CaptureFixture[str]
) -> None:
    command.up(DEV, waf=None)
    built, deployed = sam.commands
    assert "build" in built
    assert list(deployed[-2:]) == ["--parameter-overrides", 'AlarmEmail="ops@example.com"']
    page = boto3.client("s3", region_name=REGION).get_object(Bucket="pages", Key="index.html")
    assert page["Body"].read() == b"the page"
    assert invalidations() == 1
    told = capsys.readouterr()
    assert "S3 Loader is at https://x.example" in told.out
    assert told.out.count("  ok  ") == 6
    assert SECRET not in told.out + told.err + str(sam.commands)


def test_doing_it_again_publishes_and_invalidates_nothing(
    sam: Sam, capsys: pytest.CaptureFixture[str]
) -> None:
    command.up(DEV, waf=None)
    capsys.readouterr()
    command.up(DEV, waf=None)
    assert "Pages: 0 new, 0 removed" in capsys.readouterr().out
    assert invalidations() == 1


def test_with_a_firewall_the_stack_is_told_of_it(sam: Sam) -> None:
    command.up(DEV, waf="on")
    firewall, _, deployed = sam.commands
    assert "deploy/waf.yaml" in firewall
    assert f'WebAclArn="{FIREWALL}"' in deployed


def test_the_firewall_stays_until_it_is_turned_off(sam: Sam) -> None:
    command.up(DEV, waf=None)
    assert "WebAclArn" not in str(sam.commands[-1])
    command.up(DEV, waf="off")
    assert 'WebAclArn=""' in sam.commands[-1]


def test_without_credentials_nothing_is_built(
    sam: Sam, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(needs, "credentials", lambda _: lambda: "No AWS credentials")
    monkeypatch.setattr(command, "read_environment", lambda *_: DEV)
    assert command.main(["up", "dev"]) == 1
    assert "No AWS credentials" in capsys.readouterr().err
    assert sam.commands == []


def test_a_program_that_fails_ends_the_deployment(monkeypatch: pytest.MonkeyPatch) -> None:
    failed = subprocess.CompletedProcess[str]([], 1)
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: failed)
    with pytest.raises(DeployError, match="sam build"):
        stack.build(stack.run)
