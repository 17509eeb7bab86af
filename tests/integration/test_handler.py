"""The Lambda as API Gateway calls it: an HTTP API event of payload format 2.0."""

import json
import runpy
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.integration.conftest import KEY_ID, SECRET


def event(method: str, path: str, body: str | None = None, token: str = "") -> dict[str, Any]:
    return {
        "version": "2.0",
        "routeKey": "$default",
        "rawPath": path,
        "rawQueryString": "",
        "headers": {
            "accept": "*/*",
            "content-type": "application/json",
            "host": "abc123.execute-api.ap-northeast-2.amazonaws.com",
            "x-forwarded-for": "203.0.113.7",
            "x-forwarded-port": "443",
            "x-forwarded-proto": "https",
            **({"authorization": f"Bearer {token}"} if token else {}),
        },
        "requestContext": {
            "accountId": "123456789012",
            "apiId": "abc123",
            "domainName": "abc123.execute-api.ap-northeast-2.amazonaws.com",
            "http": {
                "method": method,
                "path": path,
                "protocol": "HTTP/1.1",
                "sourceIp": "203.0.113.7",
                "userAgent": "test",
            },
            "requestId": "JKJaXmPLvHcESHA=",
            "routeKey": "$default",
            "stage": "$default",
            "time": "23/Nov/2026:08:48:16 +0000",
            "timeEpoch": 1795423696000,
        },
        "body": body,
        "isBase64Encoded": False,
    }


@pytest.mark.usefixtures("lambdas_loop")
@pytest.mark.filterwarnings("ignore::DeprecationWarning:mangum")
def test_an_event_of_api_gateway_registers_an_account_under_its_request_id(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SEAL_KEY_FILE", str(tmp_path / "seal.key"))
    handler = runpy.run_module("s3loader.handler")["handler"]
    context = SimpleNamespace(aws_request_id="lambda-1", function_name="api")
    body = json.dumps({"accessKeyId": KEY_ID, "secretAccessKey": SECRET})
    answer = handler(event("POST", "/api/account", body), context)
    assert answer["statusCode"] == 200
    assert answer["headers"]["x-request-id"] == "JKJaXmPLvHcESHA="
    token = json.loads(answer["body"])["token"]
    kept = handler(event("GET", "/api/account", token=token), context)
    assert json.loads(kept["body"])["maskedKeyId"] == "AKIA••••••••MPLE"
