"""IAM users made for one test, with exactly the S3 rights that it needs."""

import json
import uuid
from collections.abc import Sequence

import httpx

from local.seed import administrator
from tests.contract.api import Api
from tests.local.running_stack import RunningStack


def register_new(stack: RunningStack, actions: Sequence[str], resource: str = "*") -> Api:
    """Makes a user who may do the actions, and registers its keys."""
    iam = administrator.iam(stack.aws_endpoint)
    name = f"user-{uuid.uuid4()}"
    statement = {"Effect": "Allow", "Action": list(actions), "Resource": resource}
    policy = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
    iam.create_user(UserName=name)
    iam.put_user_policy(UserName=name, PolicyName=name, PolicyDocument=policy)
    key = iam.create_access_key(UserName=name)["AccessKey"]
    iam.close()
    form = {"accessKeyId": key["AccessKeyId"], "secretAccessKey": key["SecretAccessKey"]}
    answer = httpx.post(f"{stack.app_url}/api/account", json=form, timeout=60)
    assert answer.status_code == 200, answer.text
    return Api(stack.app_url, answer.json()["token"])
