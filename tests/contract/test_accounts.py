import httpx
import pytest

from tests.contract.api import register
from tests.local.running_stack import RunningStack


def refused(stack: RunningStack, **changes: str) -> tuple[int, str]:
    keys = {**stack.demo["users"]["demo-full"], **changes}
    answer = httpx.post(f"{stack.app_url}/api/account", json=keys, timeout=30)
    return answer.status_code, answer.json()["code"]


@pytest.mark.parametrize("user", ["demo-full", "demo-reader", "demo-uploader", "demo-nolist"])
def test_a_demo_users_keys_say_whose_they_are(stack: RunningStack, user: str) -> None:
    account = register(stack, user).get("/api/account").json()
    assert account["identity"]["kind"] == "user"
    assert account["identity"]["name"] == user
    assert account["identity"]["arn"].endswith(f":user/{user}")


def test_an_unknown_key_and_a_wrong_secret_have_their_own_messages(stack: RunningStack) -> None:
    assert refused(stack, accessKeyId="AKIAUNKNOWNUNKNOWN12") == (401, "access_key_unknown")
    assert refused(stack, secretAccessKey="w" * 40) == (401, "secret_key_wrong")


def test_a_wrong_session_token_has_its_own_message(stack: RunningStack) -> None:
    key_id = "ASIAUNKNOWNUNKNOWN12"
    assert refused(stack, accessKeyId=key_id) == (422, "session_token_invalid")
    assert refused(stack, accessKeyId=key_id, sessionToken="wrong") == (
        401,
        "session_token_invalid",
    )


def test_another_installations_token_is_refused(stack: RunningStack) -> None:
    stranger = "Bearer s3l1.gAAAAABrBALFUEZCasN_FJr-xi3BabRmBITbndqEms8-YPhkS2yt4a_2ZlPfysHDfMuUrW"
    answer = httpx.get(f"{stack.app_url}/api/buckets", headers={"authorization": stranger})
    assert (answer.status_code, answer.json()["code"]) == (401, "token_invalid")
