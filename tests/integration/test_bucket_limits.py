"""No route serves a bucket that is not the person's; a new route must be added to CALLS."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from mypy_boto3_s3 import S3Client
from s3loader.app import create_app
from s3loader.openapi import document
from s3loader.settings import Settings
from starlette.testclient import TestClient

from tests.firebase_tokens import know_users, trust_signer
from tests.integration.conftest import MakeClient, register
from tests.integration.signed_in import SIGNED_IN, signed_in

BUCKET = "demo-photos"
OBJECT = {"bucket": BUCKET, "key": "in/a.txt"}
UPLOAD = {"bucket": BUCKET, "key": "in/new", "uploadId": "none"}
REPORT = {"kind": "bucket.opened", "id": "0123456789abcdef", "secondsAgo": 0, "bucket": BUCKET}
ORIGIN = "https://files.example.com"

CALLS: dict[tuple[str, str], dict[str, Any]] = {
    ("get", "/api/buckets/cors"): {"bucket": BUCKET, "origin": ORIGIN},
    ("put", "/api/buckets/cors"): {"bucket": BUCKET, "origin": ORIGIN, "fingerprint": ""},
    ("get", "/api/buckets/protection"): {"bucket": BUCKET},
    ("get", "/api/objects"): {"bucket": BUCKET},
    ("get", "/api/objects/details"): OBJECT,
    ("post", "/api/objects/preview"): OBJECT,
    ("post", "/api/objects/share"): {**OBJECT, "seconds": 60},
    ("post", "/api/objects/delete"): {
        "bucket": BUCKET,
        "keys": ["in/a.txt"],
        "confirmation": "delete",
    },
    ("post", "/api/uploads"): {
        "bucket": BUCKET,
        "prefix": "in/",
        "files": [{"name": "new", "size": 1}],
    },
    ("post", "/api/uploads/parts"): {**UPLOAD, "size": 200_000_000, "partNumbers": [1]},
    ("post", "/api/uploads/uploaded"): UPLOAD,
    ("post", "/api/uploads/complete"): {
        "bucket": BUCKET,
        "uploads": [{"key": "in/a.txt", "uploadId": None, "size": 3}],
    },
    ("post", "/api/uploads/abort"): UPLOAD,
    ("get", "/api/uploads/unfinished"): {"bucket": BUCKET},
    ("post", "/api/downloads"): {"bucket": BUCKET, "keys": ["in/a.txt"]},
    ("get", "/api/permissions/effective"): {"bucket": BUCKET},
    ("post", "/api/permissions/try"): {
        "bucket": BUCKET,
        "prefix": "in/",
        "action": "s3:DeleteObject",
    },
    ("post", "/api/activity"): {"reports": [REPORT]},
}
EVERY_CALL = pytest.mark.parametrize("call", CALLS, ids=" ".join)


@pytest.fixture(autouse=True)
def _lee_is_known(monkeypatch: pytest.MonkeyPatch, s3: S3Client) -> None:
    trust_signer(monkeypatch)
    know_users(monkeypatch, {})


def answer(client: TestClient, call: tuple[str, str]) -> tuple[int, str | None]:
    """The status and the code of a problem."""
    method, path = call
    place = "params" if method == "get" else "json"
    said = client.request(method, path, **{place: CALLS[call]})  # type: ignore[arg-type]
    found = said.json() if said.content else {}
    return said.status_code, found.get("code")


@EVERY_CALL
@pytest.mark.parametrize("theirs", [[], ["demo-reports"]], ids=["none", "another"])
def test_a_bucket_that_is_not_theirs_is_refused(
    make_client: MakeClient, s3: S3Client, call: tuple[str, str], theirs: list[str]
) -> None:
    client = signed_in(make_client, {"lee@example.com": theirs, "@example.com": [BUCKET]})
    assert answer(client, call) == (403, "bucket_not_allowed")
    assert s3.head_object(Bucket=BUCKET, Key="in/a.txt")


@EVERY_CALL
def test_a_bucket_that_is_theirs_is_served(make_client: MakeClient, call: tuple[str, str]) -> None:
    status, code = answer(signed_in(make_client, {"@example.com": [BUCKET]}), call)
    assert status not in (401, 403, 422)
    assert code in (None, "upload_not_found", "cors_rules_changed")


@EVERY_CALL
def test_an_account_of_ones_own_has_no_such_limit(
    make_client: MakeClient, call: tuple[str, str]
) -> None:
    client = register(make_client(**SIGNED_IN, sign_in_buckets="{}"))
    assert answer(client, call)[1] != "bucket_not_allowed"


def test_every_route_that_names_a_bucket_is_among_the_calls() -> None:
    api = document(create_app(Settings(seal_key_file=Path("unused"))))
    naming = {
        (method, path)
        for path, calls in api["paths"].items()
        for method, call in calls.items()
        if "bucket" in set(_inputs(api, [call.get("parameters"), call.get("requestBody")]))
    }
    assert naming == set(CALLS)


def _inputs(api: dict[str, Any], part: Any) -> Iterator[str]:  # noqa: ANN401 - any part of JSON
    """The names of a call's parameters and of its body's fields, however deep."""
    if isinstance(part, list):
        for item in part:
            yield from _inputs(api, item)
    elif isinstance(part, dict):
        yield from part.get("properties", {})
        if "in" in part:
            yield part["name"]
        if "$ref" in part:
            yield from _inputs(api, api["components"]["schemas"][part["$ref"].split("/")[-1]])
        yield from _inputs(api, list(part.values()))
