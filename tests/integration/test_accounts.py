import pytest
from s3loader.aws.session import shared_session
from starlette.testclient import TestClient

from tests.integration.conftest import KEY_ID, SECRET, MakeClient, register

SIGNED_IN = {
    "server_credentials": "signed-in",
    "firebase_project_id": "demo",
    "sign_in_domains": ("example.com",),
}


def test_registering_answers_identity_masked_key_and_a_token(anonymous: TestClient) -> None:
    answer = anonymous.post(
        "/api/account", json={"accessKeyId": KEY_ID, "secretAccessKey": SECRET}
    ).json()
    assert answer["identity"]["accountId"] == "123456789012"
    assert answer["maskedKeyId"] == "AKIA••••••••MPLE"
    assert answer["token"].startswith("s3l1.")


def test_a_reload_keeps_the_account(api: TestClient) -> None:
    answer = api.get("/api/account")
    assert answer.status_code == 200
    assert answer.json()["maskedKeyId"] == "AKIA••••••••MPLE"


def test_a_restart_of_the_server_keeps_the_account(
    api: TestClient, make_client: MakeClient
) -> None:
    restarted = make_client()
    restarted.headers["authorization"] = api.headers["authorization"]
    assert restarted.get("/api/account").status_code == 200


@pytest.mark.parametrize(
    "path", ["/api/account", "/api/buckets", "/api/objects?bucket=demo-photos"]
)
def test_without_an_account_nothing_is_shown(anonymous: TestClient, path: str) -> None:
    answer = anonymous.get(path)
    assert answer.status_code == 401
    assert answer.json()["code"] == "not_registered"


def test_a_malformed_key_is_named(anonymous: TestClient) -> None:
    answer = anonymous.post("/api/account", json={"accessKeyId": "", "secretAccessKey": SECRET})
    assert answer.status_code == 422
    assert answer.json()["code"] == "access_key_malformed"
    assert answer.json()["params"] == {"reason": "empty"}


def test_an_unknown_region_is_named(anonymous: TestClient) -> None:
    body = {"accessKeyId": KEY_ID, "secretAccessKey": SECRET, "region": "mars-north-1"}
    assert anonymous.post("/api/account", json=body).json()["code"] == "region_unknown"


def test_a_region_that_is_named_like_none_is_refused_locally_too(make_client: MakeClient) -> None:
    client = make_client(aws_endpoint="http://127.0.0.1:9")
    body = {"accessKeyId": KEY_ID, "secretAccessKey": SECRET, "region": "ap northeast"}
    assert client.post("/api/account", json=body).json()["code"] == "region_unknown"


def test_unreachable_aws_has_its_own_message(make_client: MakeClient) -> None:
    client = make_client(aws_endpoint="http://127.0.0.1:9")
    answer = client.post("/api/account", json={"accessKeyId": KEY_ID, "secretAccessKey": SECRET})
    assert answer.status_code == 504
    assert answer.json()["code"] == "aws_unreachable"


def test_the_open_mode_needs_no_account_and_says_whose_it_is(make_client: MakeClient) -> None:
    client = make_client(server_credentials="open", host="127.0.0.1")
    assert client.get("/api/account").json()["maskedKeyId"] == "AKIA••••••••CE01"
    assert client.get("/api/config").json()["serverCredentials"] == "open"


def test_in_the_open_mode_another_host_name_is_turned_away(make_client: MakeClient) -> None:
    client = make_client(server_credentials="open", host="127.0.0.1")
    assert client.get("/api/account", headers={"host": "evil.example"}).status_code == 400


def test_the_open_mode_without_credentials_says_so(
    make_client: MakeClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
    shared_session.cache_clear()
    client = make_client(server_credentials="open", host="127.0.0.1")
    assert client.get("/api/account").json()["code"] == "server_credentials_missing"


def test_the_signed_in_mode_asks_to_sign_in(make_client: MakeClient) -> None:
    client = make_client(**SIGNED_IN)
    assert client.get("/api/buckets").json()["code"] == "sign_in_required"
    client.headers["authorization"] = "Bearer not-an-id-token"
    assert client.get("/api/buckets").json()["code"] == "sign_in_invalid"


def test_an_own_account_works_in_the_signed_in_mode_too(make_client: MakeClient) -> None:
    client = register(make_client(**SIGNED_IN))
    assert client.get("/api/buckets").status_code == 200
