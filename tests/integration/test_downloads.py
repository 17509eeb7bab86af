import base64
import hashlib
import json
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from moto.s3.responses import S3Response
from mypy_boto3_s3 import S3Client
from starlette.testclient import TestClient

from tests.integration.conftest import KEY_ID, REGION, SECRET, MakeClient, register

BUCKET = "demo-photos"
MIB = 1024 * 1024
# Control characters take seven bytes each in JSON in JSON, and three in a URL.
LONGEST_KEY = "\x01" * 1018
# Three bytes for one in a URL; one that packs badly is refused at 3,700 bytes, sealed.
LONGEST_TOKEN = "/" * 3700
LAMBDA_LIMIT = 6 * 1024 * 1024


def plans(api: TestClient, *keys: str, requester_pays: bool = False) -> list[dict[str, Any]]:
    body = {"bucket": BUCKET, "keys": list(keys), "requesterPays": requester_pays}
    answer = api.post("/api/downloads", json=body)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["downloads"]
    assert [plan["key"] for plan in found] == list(keys)
    return found


def upload_parts(s3: S3Client, key: str, *parts: bytes) -> None:
    upload = s3.create_multipart_upload(Bucket=BUCKET, Key=key)["UploadId"]
    etags = [
        s3.upload_part(Bucket=BUCKET, Key=key, UploadId=upload, PartNumber=number, Body=body)[
            "ETag"
        ]
        for number, body in enumerate(parts, start=1)
    ]
    s3.complete_multipart_upload(
        Bucket=BUCKET,
        Key=key,
        UploadId=upload,
        MultipartUpload={
            "Parts": [
                {"PartNumber": number, "ETag": etag} for number, etag in enumerate(etags, start=1)
            ]
        },
    )


@pytest.fixture
def nobody_may_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """moto 5.2 lets everybody read; S3's HEAD has no body, so only its GET says why."""
    refusal = "<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>"
    monkeypatch.setattr(S3Response, "head_object", lambda *_, **__: (403, {}, ""))
    monkeypatch.setattr(S3Response, "get_object", lambda *_: (403, {}, refusal))


def test_keys_are_planned_in_order_each_with_a_url_or_a_reason(
    api: TestClient, s3: S3Client
) -> None:
    found = plans(api, "root.txt", "gone", "in/a.txt", "in/../a", "root.txt", "in/")
    assert [plan.get("code", "ready") for plan in found] == [
        "ready",
        "not_found",
        "ready",
        "key_not_addressable",
        "ready",
        "ready",
    ]


def test_a_url_is_of_the_buckets_own_host_signs_nothing_else_and_ends_soon(
    api: TestClient, s3: S3Client
) -> None:
    (plan,) = plans(api, "in/a.txt")
    url = urlsplit(plan["url"])
    query = parse_qs(url.query)
    assert url.netloc == f"{BUCKET}.s3.{REGION}.amazonaws.com"
    assert url.path == "/in/a.txt"
    assert query["X-Amz-SignedHeaders"] == ["host"]
    assert query["X-Amz-Expires"] == ["900"]
    assert not {"x-amz-request-payer", "response-content-encoding"} & query.keys()
    assert SECRET not in plan["url"]


def test_a_plan_tells_what_the_bytes_must_be(api: TestClient, s3: S3Client) -> None:
    (plan,) = plans(api, "in/a.txt")
    assert plan["size"] == plan["md5PartSize"] == 3
    assert plan["etag"] == hashlib.md5(b"abc", usedforsecurity=False).hexdigest()
    assert plan["lastModified"].endswith("Z")


def test_a_checksum_that_s3_has_comes_along(api: TestClient, s3: S3Client) -> None:
    s3.put_object(Bucket=BUCKET, Key="summed", Body=b"abc", ChecksumAlgorithm="SHA256")
    (plan,) = plans(api, "summed")
    expected = base64.b64encode(hashlib.sha256(b"abc").digest()).decode()
    assert plan["checksum"] == {"algorithm": "SHA256", "value": expected}


def test_of_an_object_uploaded_in_parts_the_first_parts_size_is_told(
    api: TestClient, s3: S3Client
) -> None:
    upload_parts(s3, "even", b"a" * 5 * MIB, b"b" * 5 * MIB, b"c")
    upload_parts(s3, "uneven", b"a" * 5 * MIB, b"b" * 6 * MIB, b"c")
    even, uneven = plans(api, "even", "uneven")
    assert (even["md5PartSize"], even["size"]) == (5 * MIB, 10 * MIB + 1)
    assert uneven["md5PartSize"] is None


@pytest.mark.parametrize("encryption", ["aws:kms", "aws:kms:dsse"])
def test_under_kms_the_etag_proves_nothing(
    api: TestClient,
    s3: S3Client,
    encryption: Any,  # noqa: ANN401
) -> None:
    s3.put_object(Bucket=BUCKET, Key="kms", Body=b"abc", ServerSideEncryption=encryption)
    assert plans(api, "kms")[0]["md5PartSize"] is None


@pytest.mark.parametrize("storage_class", ["GLACIER", "DEEP_ARCHIVE"])
def test_an_archived_object_is_refused_until_it_is_restored(
    api: TestClient,
    s3: S3Client,
    storage_class: Any,  # noqa: ANN401
) -> None:
    s3.put_object(Bucket=BUCKET, Key="old", Body=b"abc", StorageClass=storage_class)
    (plan,) = plans(api, "old")
    assert (plan["kind"], plan["code"]) == ("refused", "object_archived")
    assert plan["params"] == {"storageClass": storage_class, "restore": "none"}
    s3.restore_object(Bucket=BUCKET, Key="old", RestoreRequest={"Days": 1})
    assert plans(api, "old")[0]["kind"] == "ready"


def test_what_is_archived_and_read_at_once_is_ready(api: TestClient, s3: S3Client) -> None:
    s3.put_object(Bucket=BUCKET, Key="cool", Body=b"abc", StorageClass="GLACIER_IR")
    assert plans(api, "cool")[0]["kind"] == "ready"


@pytest.mark.usefixtures("nobody_may_read")
def test_what_may_not_be_read_is_refused_with_the_permission_that_lacks(
    api: TestClient, s3: S3Client
) -> None:
    (denied,) = plans(api, "in/a.txt")
    assert denied["code"] == "access_denied"
    assert denied["params"] == {
        "action": "s3:GetObject",
        "resource": f"arn:aws:s3:::{BUCKET}/in/a.txt",
    }


def test_what_is_stored_packed_is_asked_for_as_it_is_stored(api: TestClient, s3: S3Client) -> None:
    s3.put_object(Bucket=BUCKET, Key="packed", Body=b"abc", ContentEncoding="gzip")
    query = parse_qs(urlsplit(plans(api, "packed")[0]["url"]).query)
    assert query["response-content-encoding"] == ["identity"]


def test_who_agrees_to_pay_says_so_in_the_url(api: TestClient, s3: S3Client) -> None:
    (plan,) = plans(api, "root.txt", requester_pays=True)
    assert parse_qs(urlsplit(plan["url"]).query)["x-amz-request-payer"] == ["requester"]


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"keys": []}, 422, "invalid_request"),
        ({"keys": [""]}, 422, "invalid_request"),
        ({"keys": ["a"] * 101}, 422, "invalid_request"),
        ({"bucket": "arn:aws:s3:::demo-photos"}, 422, "bucket_name_is_arn"),
        ({"bucket": "demo-nowhere"}, 404, "bucket_not_found"),
    ],
)
def test_a_wrong_request_is_refused_as_a_whole(
    api: TestClient, s3: S3Client, body: dict[str, Any], status: int, code: str
) -> None:
    refused = api.post("/api/downloads", json={"bucket": BUCKET, "keys": ["root.txt"], **body})
    assert (refused.status_code, refused.json()["code"]) == (status, code)


def test_only_allowed_buckets_are_served(make_client: MakeClient, s3: S3Client) -> None:
    api = register(make_client(allowed_buckets=("demo-reports",)))
    refused = api.post("/api/downloads", json={"bucket": BUCKET, "keys": ["root.txt"]})
    assert (refused.status_code, refused.json()["code"]) == (403, "bucket_not_allowed")


def answer_about_longest_keys(make_client: MakeClient, s3: S3Client) -> tuple[set[str], int]:
    """Outcomes of a full batch, and the bytes that Lambda would return of it."""
    client = make_client()
    form = {"accessKeyId": KEY_ID, "secretAccessKey": SECRET, "sessionToken": LONGEST_TOKEN}
    token = client.post("/api/account", json=form).json()["token"]
    client.headers["authorization"] = f"Bearer {token}"
    keys = [f"{number:06}{LONGEST_KEY}" for number in range(100)]
    for key in keys:
        s3.put_object(Bucket=BUCKET, Key=key, Body=b"")
    answer = client.post("/api/downloads", json={"bucket": BUCKET, "keys": keys})
    outcomes = {plan.get("code", "ready") for plan in answer.json()["downloads"]}
    return outcomes, len(json.dumps(answer.text))


def test_the_longest_urls_fit_into_what_lambda_returns(
    make_client: MakeClient, s3: S3Client
) -> None:
    outcomes, size = answer_about_longest_keys(make_client, s3)
    assert outcomes == {"ready"}
    assert size < LAMBDA_LIMIT


@pytest.mark.usefixtures("nobody_may_read")
def test_the_longest_refusals_fit_into_what_lambda_returns(
    make_client: MakeClient, s3: S3Client
) -> None:
    outcomes, size = answer_about_longest_keys(make_client, s3)
    assert outcomes == {"access_denied"}
    assert size < LAMBDA_LIMIT


def test_the_log_counts_outcomes_and_names_no_key_url_or_credential(
    api: TestClient, s3: S3Client, log: Callable[[], str]
) -> None:
    plans(api, "root.txt", "in/a.txt", "gone.txt")
    (line,) = [json.loads(line) for line in log().splitlines() if '"downloads planned"' in line]
    assert (line["bucket"], line["ready"], line["not_found"]) == (BUCKET, 2, 1)
    for canary in ("root.txt", "gone.txt", "X-Amz-Signature", KEY_ID, SECRET):
        assert canary not in log()
