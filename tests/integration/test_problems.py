"""What every answer has in common, failures above all."""

import json
from collections.abc import Iterator

import pytest
from mypy_boto3_s3 import S3Client
from s3loader.app import create_app
from s3loader.buckets import service
from s3loader.settings import Settings, SettingsError
from starlette.testclient import TestClient

HALF = "\ud800"
JSON = {"content-type": "application/json"}


def test_a_problem_says_what_happened_and_which_request_it_was(anonymous: TestClient) -> None:
    answer = anonymous.get("/api/account")
    problem = answer.json()
    assert answer.headers["content-type"] == "application/problem+json"
    assert problem == {
        "type": "urn:s3loader:error:not_registered",
        "title": "Unauthorized",
        "status": 401,
        "code": "not_registered",
        "detail": "Register an AWS account first.",
        "requestId": answer.headers["x-request-id"],
        "params": {},
    }


def test_wrong_json_names_the_fields_and_never_the_values(api: TestClient) -> None:
    body = {"bucket": ["CANARY"], "files": [{"name": "a", "size": "CANARY"}]}
    answer = api.post("/api/uploads", json=body)
    assert answer.status_code == 422
    assert answer.json()["params"]["fields"] == ["bucket", "prefix", "files.0.size"]
    assert "CANARY" not in answer.text


@pytest.mark.parametrize("body", [b'{"secretAccessKey": CANARY', b"CANARY", b"\xff", b"[]", b""])
def test_what_is_no_json_object_is_refused(anonymous: TestClient, body: bytes) -> None:
    headers = {"content-type": "application/json"}
    answer = anonymous.post("/api/account", content=body, headers=headers)
    assert answer.json()["code"] == "invalid_request"
    assert answer.json()["params"].get("fields", ["body"]) == ["body"]
    assert "CANARY" not in answer.text


def test_a_form_from_another_site_is_not_read_as_json(anonymous: TestClient) -> None:
    answer = anonymous.post(
        "/api/account", content=b'{"a": 1}', headers={"content-type": "text/plain"}
    )
    assert answer.json()["code"] == "invalid_request"
    assert "content-type: application/json" in answer.json()["detail"]


def test_a_body_of_6_mb_is_refused(anonymous: TestClient) -> None:
    answer = anonymous.post("/api/account", content=b"x" * 6_000_000)
    assert answer.status_code == 413
    assert answer.json()["code"] == "body_too_large"


def test_a_body_of_6_mb_in_chunks_is_refused_too(anonymous: TestClient) -> None:
    def chunks() -> Iterator[bytes]:
        for _ in range(60):
            yield b"x" * 100_000

    answer = anonymous.post("/api/account", content=chunks())
    assert answer.status_code == 413
    assert answer.json()["code"] == "body_too_large"


def test_an_address_with_a_slash_too_many_is_not_found(api: TestClient) -> None:
    answer = api.post("/api/uploads/", json={}, follow_redirects=False)
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


def test_an_unknown_page_and_a_wrong_method_are_problems_too(anonymous: TestClient) -> None:
    assert anonymous.get("/api/nothing").json()["code"] == "not_found"
    assert anonymous.delete("/api/account").status_code == 405
    assert anonymous.delete("/api/account").json()["code"] == "invalid_request"


def test_a_bug_is_answered_without_its_details(
    api: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("CANARY")

    monkeypatch.setattr(service, "list_buckets", broken)
    answer = api.get("/api/buckets")
    assert answer.status_code == 500
    assert answer.json()["code"] == "internal"
    assert answer.json()["requestId"]
    assert "CANARY" not in answer.text


@pytest.mark.parametrize("path", ["/api/config", "/api/account", "/api/nothing"])
def test_answers_are_not_cached_nor_sniffed(anonymous: TestClient, path: str) -> None:
    headers = anonymous.get(path).headers
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"


def test_the_browser_learns_limits_without_an_account(anonymous: TestClient) -> None:
    config = anonymous.get("/api/config").json()
    assert config["limits"] == {
        "multipartThreshold": 100_000_000,
        "partSize": 8_388_608,
        "maxPutSize": 5_368_709_120,
        "maxObjectSize": 53_687_091_200_000,
        "maxFilesPerBatch": 1000,
        "maxPartsPerBatch": 100,
        "maxKeyBytes": 1024,
    }
    assert config["firebase"] is None


def test_a_wrong_environment_stops_the_app(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOG_LEVEL", "LOUD")
    with pytest.raises(SettingsError, match="LOG_LEVEL"):
        create_app()


def test_settings_cannot_be_changed_later() -> None:
    settings = Settings(seal_secret_arn="arn:aws:secretsmanager:ap-northeast-2:1:secret:x")
    with pytest.raises(ValueError, match="frozen"):
        settings.log_level = "DEBUG"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("path", "body", "code"),
    [
        (
            "account",
            {"accessKeyId": "a", "secretAccessKey": "b", "region": HALF},
            "invalid_request",
        ),
        ("uploads", {"bucket": HALF, "prefix": "", "files": []}, "invalid_request"),
        ("uploads", {"bucket": f"arn:{HALF}", "prefix": "", "files": []}, "invalid_request"),
        ("uploads", {"bucket": "demo-photos", "prefix": HALF, "files": []}, "prefix_invalid"),
        ("uploads/abort", {"bucket": HALF, "key": "a", "uploadId": "u"}, "invalid_request"),
    ],
)
def test_half_a_character_is_refused(
    api: TestClient, s3: S3Client, path: str, body: dict[str, object], code: str
) -> None:
    answer = api.post(f"/api/{path}", content=json.dumps(body), headers=JSON)
    assert (answer.status_code, answer.json()["code"]) == (422, code)


def test_half_a_character_in_a_files_name_refuses_that_file(api: TestClient, s3: S3Client) -> None:
    files = [{"name": f"a{HALF}", "size": 1}, {"name": "good", "size": 1}]
    body = {"bucket": "demo-photos", "prefix": "", "files": files}
    answer = api.post("/api/uploads", content=json.dumps(body), headers=JSON)
    refused, good = answer.json()["plans"]
    assert (refused["name"], refused["code"]) == ("a?", "name_invalid")
    assert refused["params"]["reason"] == "encoding"
    assert good["kind"] == "put"
