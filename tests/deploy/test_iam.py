"""What a deployment is allowed: docs/deploy.md hands these policies out."""

import json
from pathlib import Path
from typing import Any

IAM = Path(__file__).parents[2] / "deploy" / "iam"
# What has no resource of its own, or one whose name nobody can choose.
ANYWHERE = {
    "TemplateSummaries",
    "ImageLogin",
    "EventSources",
    "ApiLogs",
    "SecretValue",
    "NewKey",
    "Edge",
}


def read(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((IAM / name).read_text())["Statement"]
    return found


def test_no_action_is_a_wildcard() -> None:
    actions = [action for statement in read("deploy.json") for action in statement["Action"]]
    assert actions
    assert not [action for action in actions if "*" in action]


def test_every_resource_is_a_deployments_own_but_what_has_none() -> None:
    anywhere = {one["Sid"] for one in read("deploy.json") if one["Resource"] == "*"}
    assert anywhere == ANYWHERE


def test_roles_go_to_lambda_alone() -> None:
    (passing,) = [one for one in read("deploy.json") if "iam:PassRole" in one["Action"]]
    assert passing["Condition"]["StringEquals"]["iam:PassedToService"] == "lambda.amazonaws.com"
    assert "s3loader" in passing["Resource"]


def test_github_deploys_from_named_environments_alone() -> None:
    (trust,) = read("github-trust.json")
    conditions = trust["Condition"]["StringEquals"]
    assert conditions["token.actions.githubusercontent.com:aud"] == "sts.amazonaws.com"
    for subject in conditions["token.actions.githubusercontent.com:sub"]:
        assert ":environment:" in subject
        assert "*" not in subject
