"""What /api/permissions/policies says is what IAM has, for users, sessions of roles, and root."""

import json
import time
import uuid
from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from mypy_boto3_iam import IAMClient
from mypy_boto3_sts import STSClient

from local.embedded_aws import ADMINISTRATOR, REGION
from tests.contract.api import Api, register
from tests.contract.iam_user import (
    READ_IAM,
    create_policy,
    create_user,
    document,
    put_user_policy,
    register_keys,
    register_user,
)
from tests.local.running_stack import RunningStack

ACCOUNT = "000000000000"


@pytest.fixture
def sts(stack: RunningStack) -> Iterator[STSClient]:
    key_id, secret = ADMINISTRATOR
    client = boto3.Session(key_id, secret, region_name=REGION).client(
        "sts", endpoint_url=stack.aws_endpoint
    )
    yield client
    client.close()


def report_of(api: Api, *, refresh: bool = False) -> dict[str, Any]:
    answer = api.get("/api/permissions/policies", {"refresh": "true"} if refresh else None)
    assert answer.status_code == 200, answer.text
    report: dict[str, Any] = answer.json()
    return report


def places(report: dict[str, Any]) -> list[tuple[str, str | None, str]]:
    return [(policy["origin"], policy["group"], policy["name"]) for policy in report["policies"]]


def refused(report: dict[str, Any]) -> set[tuple[str, str | None, str]]:
    unreadable = report["unreadable"]
    assert {source["code"] for source in unreadable} <= {"access_denied"}
    return {(source["source"], source["name"], source["action"]) for source in unreadable}


def test_a_user_sees_attached_inline_and_group_policies_and_the_boundary_as_iam_has_them(
    stack: RunningStack, iam: IAMClient
) -> None:
    mark = uuid.uuid4().hex
    user, group = create_user(iam), f"group-{mark}"
    iam.create_group(GroupName=group)
    iam.add_user_to_group(GroupName=group, UserName=user)
    documents = {
        f"attached-{mark}": document("s3:Get*", resource="arn:aws:s3:::demo-reports/*"),
        "inline": document(*READ_IAM),
        f"group-attached-{mark}": document("sqs:SendMessage"),
        "group-inline": document("s3:List*"),
        f"boundary-{mark}": document("s3:*", *READ_IAM),
    }
    arns = {name: create_policy(iam, documents[name], name) for name in documents if mark in name}
    iam.attach_user_policy(UserName=user, PolicyArn=arns[f"attached-{mark}"])
    put_user_policy(iam, user, "inline", documents["inline"])
    iam.attach_group_policy(GroupName=group, PolicyArn=arns[f"group-attached-{mark}"])
    iam.put_group_policy(
        GroupName=group,
        PolicyName="group-inline",
        PolicyDocument=json.dumps(documents["group-inline"]),
    )
    iam.put_user_permissions_boundary(UserName=user, PermissionsBoundary=arns[f"boundary-{mark}"])

    report = report_of(register_user(stack, iam, user))

    assert report["unreadable"] == []
    assert places(report) == [
        ("attached", None, f"attached-{mark}"),
        ("inline", None, "inline"),
        ("group-attached", group, f"group-attached-{mark}"),
        ("group-inline", group, "group-inline"),
        ("boundary", None, f"boundary-{mark}"),
    ]
    assert {policy["name"]: policy["document"] for policy in report["policies"]} == documents
    for policy in report["policies"]:
        assert policy["arn"] == arns.get(policy["name"])
        assert policy["versionId"] == ("v1" if policy["arn"] else None)
    assert [policy["mentionsS3"] for policy in report["policies"]] == [
        True,
        False,
        False,
        True,
        True,
    ]
    (statement,) = report["policies"][0]["statements"]
    assert (statement["sid"], statement["effect"], statement["actions"]) == (
        "One",
        "Allow",
        ["s3:Get*"],
    )


def test_a_managed_policy_is_shown_in_its_default_version(
    stack: RunningStack, iam: IAMClient
) -> None:
    user = create_user(iam)
    put_user_policy(iam, user, "inline", document(*READ_IAM))
    arn = create_policy(iam, document("s3:GetObject"))
    iam.attach_user_policy(UserName=user, PolicyArn=arn)
    for action, default in (("s3:PutObject", True), ("s3:DeleteObject", False)):
        iam.create_policy_version(
            PolicyArn=arn, PolicyDocument=json.dumps(document(action)), SetAsDefault=default
        )
    attached = report_of(register_user(stack, iam, user))["policies"][0]
    assert attached["versionId"] == "v2"
    assert attached["document"] == document("s3:PutObject")


def test_a_session_shows_its_role_with_path_and_boundary(
    stack: RunningStack, iam: IAMClient, sts: STSClient
) -> None:
    role = f"role-{uuid.uuid4()}"
    trust = {
        "Version": "2012-10-17",
        "Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole"}],
    }
    boundary = create_policy(iam, document("s3:*", *READ_IAM))
    iam.create_role(RoleName=role, Path="/team/", AssumeRolePolicyDocument=json.dumps(trust))
    iam.put_role_permissions_boundary(RoleName=role, PermissionsBoundary=boundary)
    iam.attach_role_policy(RoleName=role, PolicyArn=create_policy(iam, document("s3:Get*")))
    iam.put_role_policy(
        RoleName=role, PolicyName="inline", PolicyDocument=json.dumps(document(*READ_IAM))
    )
    arn = f"arn:aws:iam::{ACCOUNT}:role/team/{role}"
    keys = sts.assume_role(RoleArn=arn, RoleSessionName="lee")["Credentials"]
    api = register_keys(stack, keys["AccessKeyId"], keys["SecretAccessKey"], keys["SessionToken"])

    report = report_of(api)

    assert report["unreadable"] == []
    assert [policy["origin"] for policy in report["policies"]] == ["attached", "inline", "boundary"]
    assert report["subject"] == {
        "kind": "role",
        "name": role,
        "arn": arn,
        "accountId": ACCOUNT,
        "sessionPolicyPossible": True,
    }


def test_who_may_read_nothing_of_iam_learns_which_permissions_are_missing(
    stack: RunningStack,
) -> None:
    report = report_of(register(stack, "demo-reader"))
    assert report["policies"] == []
    assert report["subject"]["arn"] == f"arn:aws:iam::{ACCOUNT}:user/demo-reader"
    assert refused(report) == {
        ("attached", None, "iam:ListAttachedUserPolicies"),
        ("inline", None, "iam:ListUserPolicies"),
        ("groups", None, "iam:ListGroupsForUser"),
        ("boundary", None, "iam:GetUser"),
    }


def test_what_may_be_read_shows_although_the_rest_is_refused(
    stack: RunningStack, iam: IAMClient
) -> None:
    user, group = create_user(iam), f"group-{uuid.uuid4()}"
    iam.create_group(GroupName=group)
    iam.add_user_to_group(GroupName=group, UserName=user)
    lists = document("iam:List*", "iam:GetUserPolicy")
    put_user_policy(iam, user, "lists", lists)
    name = f"attached-{uuid.uuid4()}"
    iam.attach_user_policy(UserName=user, PolicyArn=create_policy(iam, document("s3:*"), name))
    iam.put_group_policy(
        GroupName=group, PolicyName="shared", PolicyDocument=json.dumps(document("s3:*"))
    )

    report = report_of(register_user(stack, iam, user))

    shown = {policy["name"]: policy["document"] for policy in report["policies"]}
    assert shown == {name: None, "lists": lists, "shared": None}
    assert refused(report) == {
        ("document", name, "iam:GetPolicy"),
        ("document", "shared", "iam:GetGroupPolicy"),
        ("boundary", None, "iam:GetUser"),
    }


def test_root_has_no_policies_and_a_federated_user_none_that_can_be_read(
    stack: RunningStack, sts: STSClient
) -> None:
    for keys, kind, narrowed in (
        (sts.get_session_token()["Credentials"], "root", False),
        (sts.get_federation_token(Name="bob")["Credentials"], "federated", True),
    ):
        api = register_keys(
            stack, keys["AccessKeyId"], keys["SecretAccessKey"], keys["SessionToken"]
        )
        report = report_of(api)
        assert (report["policies"], report["unreadable"]) == ([], [])
        assert report["subject"]["kind"] == kind
        assert report["subject"]["sessionPolicyPossible"] is narrowed


def test_policies_are_kept_until_they_are_refreshed(stack: RunningStack, iam: IAMClient) -> None:
    user = create_user(iam)
    put_user_policy(iam, user, "one", document(*READ_IAM))
    api = register_user(stack, iam, user)
    before = report_of(api)
    put_user_policy(iam, user, "two", document("s3:*"))
    assert report_of(api) == before
    names = [policy["name"] for policy in report_of(api, refresh=True)["policies"]]
    assert names == ["one", "two"]


def test_a_key_that_was_deleted_meanwhile_answers_401(stack: RunningStack, iam: IAMClient) -> None:
    user = create_user(iam)
    put_user_policy(iam, user, "one", document(*READ_IAM))
    api = register_user(stack, iam, user)
    for key in iam.list_access_keys(UserName=user)["AccessKeyMetadata"]:
        iam.delete_access_key(UserName=user, AccessKeyId=key["AccessKeyId"])
    answer = api.get("/api/permissions/policies")
    assert (answer.status_code, answer.json()["code"]) == (401, "access_key_unknown")


def test_fifty_large_policies_come_in_one_call(stack: RunningStack, iam: IAMClient) -> None:
    user = create_user(iam)
    put_user_policy(iam, user, "inline", document(*READ_IAM))
    for number in range(5):
        group = f"group-{number}-{uuid.uuid4()}"
        iam.create_group(GroupName=group)
        iam.add_user_to_group(GroupName=group, UserName=user)
        for _ in range(10):
            large = document(*(f"s3:Get{index:03}*" for index in range(450)))
            assert 5_800 < len(json.dumps(large, separators=(",", ":"))) < 6_144
            iam.attach_group_policy(GroupName=group, PolicyArn=create_policy(iam, large))
    api = register_user(stack, iam, user)

    began = time.monotonic()
    answer = api.get("/api/permissions/policies")
    took = time.monotonic() - began

    assert answer.status_code == 200, answer.text
    assert len(answer.json()["policies"]) == 51
    assert answer.json()["unreadable"] == []
    assert len(answer.content) < 5_000_000
    assert took < 10
