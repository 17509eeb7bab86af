"""Temporary credentials work, and nothing that the running app says or logs has a secret."""

import uuid

import boto3
import httpx
from mypy_boto3_sts import STSClient

from tests.contract.api import Api, register, send
from tests.local.running_stack import RunningStack

BUCKET = "demo-reports"


def temporary_credentials(stack: RunningStack) -> dict[str, str]:
    keys = stack.demo["users"]["demo-full"]
    sts: STSClient = boto3.client(
        "sts",
        endpoint_url=stack.aws_endpoint,
        region_name="ap-northeast-2",
        aws_access_key_id=keys["accessKeyId"],
        aws_secret_access_key=keys["secretAccessKey"],
    )
    issued = sts.get_session_token()["Credentials"]
    sts.close()
    return {
        "accessKeyId": issued["AccessKeyId"],
        "secretAccessKey": issued["SecretAccessKey"],
        "sessionToken": issued["SessionToken"],
    }


def test_temporary_credentials_upload_and_only_with_their_own_token(stack: RunningStack) -> None:
    keys = temporary_credentials(stack)
    answer = httpx.post(f"{stack.app_url}/api/account", json=keys)
    assert answer.status_code == 200, answer.text
    api = Api(stack.app_url, answer.json()["token"])
    (put,) = api.plan(BUCKET, "inbox/", (f"{uuid.uuid4()}.txt", 5))
    assert send(put, b"hello").status_code == 200

    damaged = {**keys, "sessionToken": keys["sessionToken"][::-1]}
    refused = httpx.post(f"{stack.app_url}/api/account", json=damaged)
    assert (refused.status_code, refused.json()["code"]) == (401, "session_token_invalid")


def test_the_running_apps_log_has_no_credential(stack: RunningStack) -> None:
    for user in stack.demo["users"]:
        api = register(stack, user)
        api.get("/api/buckets")
        api.get("/api/objects", {"bucket": BUCKET, "prefix": "inbox/"})
        files = [{"name": f"{uuid.uuid4()}", "size": size} for size in (1, 200_000_000)]
        body = {"bucket": BUCKET, "prefix": "inbox/", "files": files}
        planned = api.post("/api/uploads", body)
        assert planned.status_code == 200, planned.text
        for plan in planned.json()["plans"]:
            upload = {"key": f"inbox/{plan['name']}", "uploadId": plan.get("uploadId")}
            (result,) = api.complete(BUCKET, {**upload, "size": 1})
            assert result["kind"] == "failed"
            reference = {"bucket": BUCKET, **upload, "uploadId": upload["uploadId"] or "none"}
            assert api.post("/api/uploads/abort", reference).status_code in (204, 403)
        log = (stack.state / "app.log").read_text()
        assert "/api/uploads" in log
        keys = stack.demo["users"][user]
        for secret in (keys["accessKeyId"], keys["secretAccessKey"], api.token):
            assert secret not in log
