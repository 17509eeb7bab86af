"""GET /api/permissions/policies over HTTP."""

import json
from collections.abc import Callable
from typing import Any

import boto3
import pytest
from mypy_boto3_iam import IAMClient
from s3loader.aws.policy_holder import PolicyHolder
from s3loader.aws.policy_listing import PolicyListing
from starlette.testclient import TestClient

READERS = {
    "Version": "2012-10-17",
    "Statement": {
        "Sid": "Readers",
        "Effect": "Allow",
        "Action": ["s3:GetObject", "s3:ListBucket"],
        "NotResource": "arn:aws:s3:::secret*",
        "Condition": {"Bool": {"aws:SecureTransport": True}, "StringLike": {"s3:prefix": ["a/*"]}},
    },
}


@pytest.fixture
def iam() -> IAMClient:
    client: IAMClient = boto3.client("iam", region_name="us-east-1")
    return client


@pytest.fixture
def login(anonymous: TestClient, iam: IAMClient) -> Callable[[str], dict[str, str]]:
    """Makes a user with one inline policy and returns the headers of its account."""

    def make(name: str) -> dict[str, str]:
        iam.create_user(UserName=name)
        iam.put_user_policy(UserName=name, PolicyName="own", PolicyDocument=json.dumps(READERS))
        key = iam.create_access_key(UserName=name)["AccessKey"]
        form = {"accessKeyId": key["AccessKeyId"], "secretAccessKey": key["SecretAccessKey"]}
        token = anonymous.post("/api/account", json=form).json()["token"]
        return {"authorization": f"Bearer {token}"}

    return make


def read(client: TestClient, headers: dict[str, str], query: str = "") -> dict[str, Any]:
    answer = client.get(f"/api/permissions/policies{query}", headers=headers)
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body


def test_a_policy_is_shown_as_statements_and_as_it_is(
    anonymous: TestClient, login: Callable[[str], dict[str, str]]
) -> None:
    report = read(anonymous, login("lee"))
    assert report["unreadable"] == []
    assert report["subject"]["name"] == "lee"
    (policy,) = report["policies"]
    assert policy["document"] == READERS
    assert policy["statements"] == [
        {
            "number": 1,
            "sid": "Readers",
            "effect": "Allow",
            "actions": ["s3:GetObject", "s3:ListBucket"],
            "notActions": [],
            "resources": [],
            "notResources": ["arn:aws:s3:::secret*"],
            "conditions": [
                {"operator": "Bool", "key": "aws:SecureTransport", "values": ["true"]},
                {"operator": "StringLike", "key": "s3:prefix", "values": ["a/*"]},
            ],
            "mentionsS3": True,
        }
    ]


def test_each_account_sees_its_own_policies_even_if_others_are_kept(
    anonymous: TestClient, login: Callable[[str], dict[str, str]]
) -> None:
    lee, kim = login("lee"), login("kim")
    names = [read(anonymous, who)["subject"]["name"] for who in (lee, kim, lee)]
    assert names == ["lee", "kim", "lee"]


def test_a_second_look_asks_iam_nothing_until_it_is_a_refresh(
    anonymous: TestClient,
    login: Callable[[str], dict[str, str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lee = login("lee")
    before = read(anonymous, lee)
    asked: list[str] = []
    groups_of = PolicyListing.groups_of

    def watched(listing: PolicyListing, user: PolicyHolder) -> list[PolicyHolder]:
        asked.append(user.name)
        return groups_of(listing, user)

    monkeypatch.setattr(PolicyListing, "groups_of", watched)
    assert read(anonymous, lee) == before
    assert asked == []
    assert read(anonymous, lee, "?refresh=true")["readAt"] > before["readAt"]
    assert asked == ["lee"]


def test_nobody_reads_policies_without_an_account(anonymous: TestClient) -> None:
    answer = anonymous.get("/api/permissions/policies")
    assert (answer.status_code, answer.json()["code"]) == (401, "not_registered")


def test_a_refresh_that_is_neither_yes_nor_no_is_refused(
    anonymous: TestClient, login: Callable[[str], dict[str, str]]
) -> None:
    answer = anonymous.get("/api/permissions/policies?refresh=perhaps", headers=login("lee"))
    assert (answer.status_code, answer.json()["params"]["fields"]) == (422, ["refresh"])
