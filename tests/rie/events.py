"""Events of an HTTP API, payload format 2.0, as API Gateway makes them of requests."""

import base64
import json
from typing import Any
from urllib.parse import unquote


def event(
    method: str,
    path: str,
    *,
    query: str = "",
    body: object = None,
    token: str = "",
    headers: dict[str, str] | None = None,
    binary: bool = False,
) -> dict[str, Any]:
    """A request; `path` as it was sent, of which rawPath is the decoded form."""
    text = None if body is None else body if isinstance(body, str) else json.dumps(body)
    encoded = base64.b64encode(text.encode()).decode() if text is not None and binary else text
    sent = {"host": "abc123.execute-api.ap-northeast-2.amazonaws.com", "accept": "*/*"}
    if text is not None:
        sent["content-type"] = "application/json"
        sent["content-length"] = str(len(text.encode()))
    if token:
        sent["authorization"] = f"Bearer {token}"
    return {
        "version": "2.0",
        "routeKey": "ANY /api/{proxy+}",
        "rawPath": unquote(path),
        "rawQueryString": query,
        "cookies": ["a=1", "b=2"],
        "headers": sent | (headers or {}),
        "requestContext": {
            "accountId": "123456789012",
            "apiId": "abc123",
            "domainName": sent["host"],
            "http": {
                "method": method,
                "path": unquote(path),
                "protocol": "HTTP/1.1",
                "sourceIp": "203.0.113.7",
                "userAgent": "test",
            },
            "requestId": "JKJaXmPLvHcESHA=",
            "routeKey": "ANY /api/{proxy+}",
            "stage": "$default",
            "time": "23/Nov/2026:08:48:16 +0000",
            "timeEpoch": 1795423696000,
        },
        "body": encoded,
        "isBase64Encoded": binary,
    }
