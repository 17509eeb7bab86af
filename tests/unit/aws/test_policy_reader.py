import json
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest
from s3loader.aws.policy_reader import IamPolicyReader
from s3loader.deadline import Deadline
from s3loader.errors import ErrorCode, Unauthenticated
from s3loader.permissions.ports import IdentityPolicies

from tests.unit.aws.scripted_client import Call, Refusal, ScriptedClient

ACCOUNT = "arn:aws:iam::123456789012"
DOCUMENT = {
    "Version": "2012-10-17",
    "Statement": [{"Sid": "한글 +%", "Effect": "Allow", "Action": "s3:*", "Resource": "*"}],
}
SENT = quote(json.dumps(DOCUMENT))  # IAM sends documents URL-encoded


def policy_arn(name: str) -> str:
    return f"{ACCOUNT}:policy/team/{name}"


def attached(*names: str) -> dict[str, Any]:
    found = [{"PolicyName": name, "PolicyArn": policy_arn(name)} for name in names]
    return {"AttachedPolicies": found}


def boundary(name: str) -> dict[str, Any]:
    return {
        "PermissionsBoundary": {
            "PermissionsBoundaryType": "Policy",
            "PermissionsBoundaryArn": policy_arn(name),
        }
    }


class FakeIam:
    """An account with one user, one role and two groups; lists have one item a page."""

    def __init__(self, **refusals: str) -> None:
        self.refusals = refusals
        self.answers: dict[str, Callable[[Call], dict[str, Any]]] = {
            "GetUser": lambda _: {"User": {"Arn": f"{ACCOUNT}:user/lee", **boundary("Limit")}},
            "GetRole": lambda _: {"Role": {"Arn": f"{ACCOUNT}:role/team/R", **boundary("Limit")}},
            "ListGroupsForUser": lambda _: {"Groups": [{"GroupName": n} for n in ("ops", "dev")]},
            "ListAttachedUserPolicies": lambda _: attached("Read", "Write"),
            "ListAttachedRolePolicies": lambda _: attached("Read", "Write"),
            "ListAttachedGroupPolicies": lambda call: attached("Read", call["GroupName"]),
            "ListUserPolicies": lambda _: {"PolicyNames": ["mine", "yours"]},
            "ListRolePolicies": lambda _: {"PolicyNames": ["mine", "yours"]},
            "ListGroupPolicies": lambda call: {"PolicyNames": [f"of-{call['GroupName']}"]},
            "GetUserPolicy": lambda _: {"PolicyDocument": SENT},
            "GetRolePolicy": lambda _: {"PolicyDocument": SENT},
            "GetGroupPolicy": lambda _: {"PolicyDocument": SENT},
            "GetPolicy": lambda _: {"Policy": {"DefaultVersionId": "v7"}},
            "GetPolicyVersion": lambda _: {"PolicyVersion": {"Document": SENT}},
        }
        self.script = ScriptedClient("iam", self.answer)

    def answer(self, operation: str, asked: Call) -> dict[str, Any]:
        if operation in self.refusals:
            raise Refusal(self.refusals[operation])
        answer = self.answers[operation](asked)
        return _page(answer, asked) if operation.startswith("List") else answer

    def read_user(self, deadline: Deadline | None = None) -> IdentityPolicies:
        return IamPolicyReader(self.script.client, deadline or Deadline()).read_user("lee")

    def read_role(self) -> IdentityPolicies:
        return IamPolicyReader(self.script.client, Deadline()).read_role("R")


def _page(answer: dict[str, Any], asked: Call) -> dict[str, Any]:
    ((name, items),) = answer.items()
    at = int(asked.get("Marker", 0))
    more = {"IsTruncated": True, "Marker": str(at + 1)} if at + 1 < len(items) else {}
    return {name: items[at : at + 1], "IsTruncated": False, **more}


def found(policies: IdentityPolicies) -> list[tuple[str, str | None, str]]:
    return [(policy.origin, policy.group, policy.name) for policy in policies.policies]


def unreadable(policies: IdentityPolicies) -> list[tuple[str, str | None, str, str]]:
    return [(u.source, u.name, u.action, u.code.value) for u in policies.unreadable]


def test_a_users_policies_are_read_from_all_pages() -> None:
    policies = FakeIam().read_user()
    assert found(policies) == [
        ("attached", None, "Read"),
        ("attached", None, "Write"),
        ("inline", None, "mine"),
        ("inline", None, "yours"),
        ("group-attached", "ops", "Read"),
        ("group-attached", "ops", "ops"),
        ("group-inline", "ops", "of-ops"),
        ("group-attached", "dev", "Read"),
        ("group-attached", "dev", "dev"),
        ("group-inline", "dev", "of-dev"),
        ("boundary", None, "Limit"),
    ]
    assert policies.unreadable == []
    assert policies.arn == f"{ACCOUNT}:user/lee"


def test_documents_come_decoded_with_their_version() -> None:
    for policy in FakeIam().read_user().policies:
        assert policy.document == DOCUMENT
        assert policy.version_id == (None if "inline" in policy.origin else "v7")
        assert policy.arn == (None if "inline" in policy.origin else policy_arn(policy.name))


def test_a_roles_policies_come_without_groups_and_with_the_roles_own_arn() -> None:
    policies = FakeIam().read_role()
    assert [origin for origin, _, _ in found(policies)] == [
        "attached",
        "attached",
        "inline",
        "inline",
        "boundary",
    ]
    assert policies.arn == f"{ACCOUNT}:role/team/R"
    assert policies.unreadable == []


def test_a_managed_policy_that_applies_twice_is_read_once() -> None:
    iam = FakeIam()
    iam.read_user()
    asked = [call["PolicyArn"] for name, call in iam.script.calls if name == "GetPolicyVersion"]
    assert sorted(asked) == sorted(map(policy_arn, ["Read", "Write", "ops", "dev", "Limit"]))


GROUPS = ("group-attached", "group-inline")


@pytest.mark.parametrize(
    ("operation", "source", "names", "hidden"),
    [
        ("GetUser", "boundary", [None], ["boundary"]),
        ("ListGroupsForUser", "groups", [None], GROUPS),
        ("ListAttachedUserPolicies", "attached", [None], ["attached"]),
        ("ListUserPolicies", "inline", [None], ["inline"]),
        ("ListAttachedGroupPolicies", "group-attached", ["dev", "ops"], ["group-attached"]),
        ("ListGroupPolicies", "group-inline", ["dev", "ops"], ["group-inline"]),
        ("GetUserPolicy", "document", ["mine", "yours"], []),
        ("GetGroupPolicy", "document", ["of-dev", "of-ops"], []),
        ("GetPolicy", "document", ["Limit", "Read", "Write", "dev", "ops"], []),
        ("GetPolicyVersion", "document", ["Limit", "Read", "Write", "dev", "ops"], []),
    ],
)
def test_a_refusal_names_its_action_and_hides_nothing_else(
    operation: str, source: str, names: list[str | None], hidden: list[str]
) -> None:
    policies = FakeIam(**{operation: "AccessDenied"}).read_user()
    action = f"iam:{operation}"
    assert unreadable(policies) == [(source, name, action, "access_denied") for name in names]
    all_of_them = found(FakeIam().read_user())
    assert found(policies) == [policy for policy in all_of_them if policy[0] not in hidden]


def test_a_policy_whose_document_is_refused_is_still_named() -> None:
    policies = FakeIam(GetPolicy="AccessDenied").read_user()
    managed = [policy for policy in policies.policies if policy.arn]
    assert len(managed) == 7
    assert {(policy.version_id, policy.document is None) for policy in managed} == {(None, True)}


def test_throttling_is_told_from_refusal() -> None:
    policies = FakeIam(ListUserPolicies="Throttling").read_user()
    assert unreadable(policies) == [("inline", None, "iam:ListUserPolicies", "aws_throttled")]


def test_what_would_begin_after_the_deadline_is_left_out() -> None:
    times = iter([0.0, 5.0, 5.0])
    deadline = Deadline(10, clock=lambda: next(times, 11.0))
    policies = FakeIam().read_user(deadline)
    assert {u.code for u in policies.unreadable} == {ErrorCode.AWS_UNREACHABLE}
    assert {u.source for u in policies.unreadable} >= {"attached", "inline"}


def test_a_document_that_is_no_json_is_unreadable_and_not_forgotten() -> None:
    iam = FakeIam()
    iam.answers["GetRolePolicy"] = lambda _: {"PolicyDocument": "no json"}
    policies = iam.read_role()
    assert [p.document for p in policies.policies if p.origin == "inline"] == [None, None]
    assert unreadable(policies) == [
        ("document", "mine", "iam:GetRolePolicy", "aws_error"),
        ("document", "yours", "iam:GetRolePolicy", "aws_error"),
    ]


@pytest.mark.parametrize("operation", ["GetUser", "ListGroupsForUser", "GetPolicyVersion"])
def test_credentials_that_aws_no_longer_accepts_end_the_reading(operation: str) -> None:
    with pytest.raises(Unauthenticated):
        FakeIam(**{operation: "ExpiredToken"}).read_user()


def test_aws_own_words_do_not_travel_on() -> None:
    policies = FakeIam(GetUser="AccessDenied", ListUserPolicies="SomethingNew").read_user()
    assert "AWS's own words" not in str(policies.unreadable)
