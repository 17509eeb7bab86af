"""Users and policies made for one test, as an administrator makes them."""

import json
import uuid
from typing import Any

import httpx
from mypy_boto3_iam import IAMClient

from tests.contract.api import Api
from tests.local.running_stack import RunningStack

READ_IAM = ["iam:Get*", "iam:List*"]


def document(*actions: str, resource: str = "*", sid: str = "One") -> dict[str, Any]:
    statement = {"Sid": sid, "Effect": "Allow", "Action": list(actions), "Resource": resource}
    return {"Version": "2012-10-17", "Statement": [statement]}


def create_user(iam: IAMClient) -> str:
    return iam.create_user(UserName=f"user-{uuid.uuid4()}")["User"]["UserName"]


def create_policy(iam: IAMClient, content: dict[str, Any], name: str = "") -> str:
    """Makes a managed policy and returns its ARN."""
    made = iam.create_policy(
        PolicyName=name or f"policy-{uuid.uuid4()}", PolicyDocument=json.dumps(content)
    )
    return made["Policy"]["Arn"]


def put_user_policy(iam: IAMClient, user: str, name: str, content: dict[str, Any]) -> None:
    iam.put_user_policy(UserName=user, PolicyName=name, PolicyDocument=json.dumps(content))


def register_user(stack: RunningStack, iam: IAMClient, user: str) -> Api:
    key = iam.create_access_key(UserName=user)["AccessKey"]
    return register_keys(stack, key["AccessKeyId"], key["SecretAccessKey"])


def register_keys(
    stack: RunningStack, key_id: str, secret: str, session_token: str | None = None
) -> Api:
    form = {"accessKeyId": key_id, "secretAccessKey": secret, "sessionToken": session_token}
    answer = httpx.post(f"{stack.app_url}/api/account", json=form, timeout=60)
    assert answer.status_code == 200, answer.text
    return Api(stack.app_url, answer.json()["token"])
