"""The API as Lambda runs it: runtime client, payload 2.0 events, against the embedded AWS."""

import json
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import pytest
from mypy_boto3_s3 import S3Client

from local.embedded_aws import TOPIC_ARN
from tests.local.running_stack import RunningStack
from tests.rie.emulator import Function, running
from tests.rie.events import event

CANARY = "canary-secret-that-no-log-may-hold"


def environment(endpoint: str, key_file: str) -> dict[str, str]:
    return {
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_REGION": "ap-northeast-2",
        "AWS_DEFAULT_REGION": "ap-northeast-2",
        "AWS_ENDPOINT": endpoint,
        "SNS_TOPIC_ARN": TOPIC_ARN,
        "SEAL_KEY_FILE": key_file,
    }


@pytest.fixture(scope="module")
def function(stack: RunningStack, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Function]:
    key_file = str(tmp_path_factory.mktemp("rie") / "seal.key")
    with running("s3loader.handler.handler", environment(stack.aws_endpoint, key_file)) as started:
        yield started


def ask(function: Function, *arguments: str, **given: Any) -> tuple[int, Any]:  # noqa: ANN401
    answer = function.invoke(event(*arguments, **given))
    assert answer["isBase64Encoded"] is False
    return answer["statusCode"], json.loads(answer["body"]) if answer["body"] else None


@pytest.fixture(scope="module")
def token(function: Function, stack: RunningStack) -> str:
    keys = stack.demo["users"]["demo-full"]
    status, body = ask(function, "POST", "/api/account", body=keys)
    assert status == 200, body
    found: str = body["token"]
    return found


def test_register_list_plan_put_and_complete(
    function: Function, token: str, bucket: str, s3: S3Client
) -> None:
    content = "보고서 내용".encode()
    file = {"name": "보고서 + 1.txt", "size": len(content), "contentType": "text/plain"}
    plan = {"bucket": bucket, "prefix": "", "onConflict": "refuse", "files": [file]}
    _, planned = ask(function, "POST", "/api/uploads", body=plan, token=token)
    (put,) = planned["plans"]
    assert httpx.put(put["url"], content=content, headers=put["headers"]).status_code == 200
    done = {"key": put["key"], "uploadId": None, "size": len(content), "parts": []}
    body = {"bucket": bucket, "uploads": [done]}
    _, completed = ask(function, "POST", "/api/uploads/complete", body=body, token=token)
    assert completed["results"][0]["kind"] == "completed"
    assert completed["results"][0]["notified"] is True
    assert s3.get_object(Bucket=bucket, Key="보고서 + 1.txt")["Body"].read() == content
    query = f"bucket={bucket}&prefix={quote('보고서 +')}&cursor=&limit=10"
    status, listed = ask(function, "GET", "/api/objects", query=query, token=token)
    assert (status, listed["objects"][0]["key"]) == (200, "보고서 + 1.txt")


def test_a_body_in_base64_is_the_same_body(function: Function, token: str, bucket: str) -> None:
    file = {"name": "한글.bin", "size": 3, "contentType": "application/octet-stream"}
    plan = {"bucket": bucket, "prefix": "", "onConflict": "refuse", "files": [file]}
    given: dict[str, Any] = {"body": plan, "token": token}
    _, plain = ask(function, "POST", "/api/uploads", **given)
    _, encoded = ask(function, "POST", "/api/uploads", **given, binary=True)
    assert plain["plans"][0]["key"] == encoded["plans"][0]["key"] == "한글.bin"


@pytest.mark.parametrize(
    "path",
    [
        "/api/none",
        "/api//config",
        "/api/../config",
        "/api/%2e%2e/config",
        "/api/config/",
        "/api/a%2Fb",
        "/api/%ED%95%9C%EA%B8%80",
        "/api/" + "x" * 8_000,
        "/",
        "",
    ],
)
def test_an_odd_path_is_a_problem_of_the_caller(function: Function, path: str) -> None:
    answer = function.invoke(event("GET", path))
    assert answer["statusCode"] == 404, answer
    assert answer["headers"]["content-type"] == "application/problem+json"


@pytest.mark.parametrize("query", ["bucket=%ZZ", "bucket=a&bucket=b", "%", "bucket=%00", "&&=", ""])
def test_an_odd_query_is_a_problem_of_the_caller(
    function: Function, token: str, query: str
) -> None:
    answer = function.invoke(event("GET", "/api/objects", query=query, token=token))
    assert 400 <= answer["statusCode"] < 500, answer
    assert answer["headers"]["content-type"] == "application/problem+json"


def test_headers_that_came_twice_and_cookies_harm_nothing(function: Function, token: str) -> None:
    twice = {"accept": "text/html,application/json", "x-forwarded-for": "203.0.113.7,198.51.100.1"}
    status, _ = ask(function, "GET", "/api/account", token=token, headers=twice)
    assert status == 200


@pytest.mark.parametrize(("method", "status"), [("HEAD", 405), ("OPTIONS", 405), ("PATCH", 405)])
def test_a_method_that_is_none_of_the_apis_is_refused(
    function: Function, method: str, status: int
) -> None:
    assert function.invoke(event(method, "/api/config"))["statusCode"] == status


def test_a_body_above_the_limit_is_413(function: Function) -> None:
    status, problem = ask(function, "POST", "/api/account", body="x" * 5_100_000)
    assert (status, problem["code"]) == (413, "body_too_large")


def test_the_largest_page_fits_lambdas_6_mb_many_times(
    function: Function, token: str, bucket: str, s3: S3Client
) -> None:
    for number in range(20):
        s3.put_object(Bucket=bucket, Key=f"{number:03}" + "가" * 340, Body=b"")
    query = f"bucket={bucket}&prefix=&limit=1000"
    answer = function.invoke(event("GET", "/api/objects", query=query, token=token))
    per_object = len(answer["body"].encode()) / 20
    assert 1_000 * per_object < 2_000_000


def test_the_requests_id_is_in_answer_problem_and_log(function: Function) -> None:
    answer = function.invoke(event("GET", "/api/account"))
    assert answer["headers"]["x-request-id"] == "JKJaXmPLvHcESHA="
    assert json.loads(answer["body"])["requestId"] == "JKJaXmPLvHcESHA="
    said = [line for line in function.lines if '"path":"/api/account"' in line]
    assert '"request_id":"JKJaXmPLvHcESHA="' in said[-1]


def test_no_secret_reaches_the_log(function: Function, token: str) -> None:
    keys = {"accessKeyId": "AKIACANARYCANARY0001", "secretAccessKey": CANARY + "0" * 6}
    ask(function, "POST", "/api/account", body=keys)
    log = "".join(function.lines)
    assert '"path":"/api/account"' in log
    for secret in (CANARY, "AKIACANARYCANARY0001", token):
        assert secret not in log


def test_what_is_no_http_event_fails_by_name(function: Function) -> None:
    answer = function.invoke({"Records": []})
    assert answer["errorType"] == "RuntimeError"
    assert "unable to infer a handler" in answer["errorMessage"]


def test_an_aws_that_never_answers_is_told_before_lambda_ends_the_call(
    tmp_path: Path, stack: RunningStack
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        env = environment(f"http://127.0.0.1:{silent.getsockname()[1]}", str(tmp_path / "seal"))
        with running("s3loader.handler.handler", env) as function:
            keys = {"accessKeyId": "AKIACANARYCANARY0001", "secretAccessKey": "0" * 40}
            status, problem = ask(function, "POST", "/api/account", body=keys)
    assert (status, problem["code"]) == (504, "aws_unreachable")


def test_a_function_that_is_too_slow_is_ended() -> None:
    with running("hanging.handler", {}, timeout=1) as function:
        assert "timed out after 1.00 seconds" in str(function.invoke({}))


def test_an_answer_above_6_mb_is_refused_by_lambda() -> None:
    with running("hanging.large", {}) as function:
        assert len(function.invoke({"size": 6_000_000})) >= 6_000_000
        assert function.invoke({"size": 7_000_000})["errorType"] == (
            "Function.ResponseSizeTooLarge"
        )
