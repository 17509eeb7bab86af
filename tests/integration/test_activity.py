"""What browsers report, and what subscribers hear."""

import json
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from httpx2 import Response
from mypy_boto3_s3 import S3Client
from mypy_boto3_sqs import SQSClient
from starlette.testclient import TestClient

from tests.event_rules import check_event
from tests.integration.conftest import KEY_ID, REGION, SECRET, MakeClient, register

BUCKET = "demo-photos"
HALF = "\ud800"
JSON = {"content-type": "application/json"}
OPENED = {
    "kind": "bucket.opened",
    "id": "0123456789abcdef",
    "secondsAgo": 0,
    "bucket": BUCKET,
}
DOWNLOADED = {
    **OPENED,
    "kind": "download.completed",
    "id": "download-and-so-on",
    "count": 2,
    "size": 7,
}
FAILED = {
    **OPENED,
    "kind": "upload.failed",
    "id": "failure-and-so-on",
    "key": "in/x",
    "size": 3,
    "code": "offline",
}


@pytest.fixture
def announcing(make_client: MakeClient, subscriber: tuple[str, str]) -> TestClient:
    return register(make_client(sns_topic_arn=subscriber[0]))


@pytest.fixture
def heard(sqs: SQSClient, subscriber: tuple[str, str]) -> Callable[[], list[dict[str, Any]]]:
    """Returns what empties the subscriber's queue."""

    def drain() -> list[dict[str, Any]]:
        events: list[dict[str, Any]] = []
        ask: Any = {"QueueUrl": subscriber[1], "MaxNumberOfMessages": 10}
        while found := sqs.receive_message(**ask).get("Messages", []):
            for message in found:
                events.append(json.loads(json.loads(message["Body"])["Message"]))
                sqs.delete_message(QueueUrl=subscriber[1], ReceiptHandle=message["ReceiptHandle"])
        return events

    return drain


def tell(api: TestClient, *reports: dict[str, object]) -> Response:
    return api.post("/api/activity", content=json.dumps({"reports": reports}), headers=JSON)


def do_everything(api: TestClient, s3: S3Client) -> None:
    """Makes the API publish each of the five events."""
    s3.put_object(Bucket=BUCKET, Key="in/한글\n%", Body=b"abc", Metadata={"s3loader-nonce": "n"})
    sent = {"key": "in/한글\n%", "uploadId": None, "size": 3}
    api.post("/api/uploads/complete", json={"bucket": BUCKET, "uploads": [sent]})
    body = {"bucket": BUCKET, "keys": ["in/a.txt", "root.txt"], "confirmation": "delete"}
    api.post("/api/objects/delete", json=body)
    tell(api, OPENED, DOWNLOADED, FAILED)


def test_every_event_that_the_api_publishes_keeps_the_schema(
    announcing: TestClient, s3: S3Client, heard: Callable[[], list[dict[str, Any]]]
) -> None:
    do_everything(announcing, s3)
    events = heard()
    assert Counter(event["type"] for event in events) == {
        "upload.completed": 1,
        "objects.deleted": 1,
        "upload.failed": 1,
        "download.completed": 1,
        "bucket.opened": 1,
    }
    for event in events:
        check_event(event)


def test_no_credential_is_in_any_event_or_its_log(
    make_client: MakeClient,
    s3: S3Client,
    heard: Callable[[], list[dict[str, Any]]],
    announcing: TestClient,
    log: Callable[[], str],
) -> None:
    unheard = register(make_client(sns_topic_arn=f"arn:aws:sns:{REGION}:123456789012:gone"))
    do_everything(announcing, s3)
    do_everything(unheard, s3)
    said = json.dumps(heard()) + log()
    assert log().count('"event not published"') == 5
    tokens = [api.headers["authorization"].split()[1] for api in (announcing, unheard)]
    for canary in (KEY_ID, SECRET, *tokens):
        assert canary not in said


def test_a_hundred_reports_are_told_in_one_call_and_repeated_they_are_not_told_again(
    announcing: TestClient, heard: Callable[[], list[dict[str, Any]]]
) -> None:
    reports = [{**OPENED, "id": f"{number:016}", "secondsAgo": number} for number in range(100)]
    for _ in range(2):
        answer = tell(announcing, *reports)
        assert (answer.status_code, answer.json()) == (200, {"notified": [True] * 100})
    assert len({event["id"] for event in heard()}) == 100
    assert heard() == []


@pytest.mark.parametrize("key", ["가" * 400, "\x00\n", '"\\', "../..", "%2F", "\ufffe", "👩‍👩‍👧"])
def test_a_failed_upload_is_told_whatever_its_key(
    announcing: TestClient, heard: Callable[[], list[dict[str, Any]]], key: str
) -> None:
    assert tell(announcing, {**FAILED, "key": key}).json() == {"notified": [True]}
    (event,) = heard()
    check_event(event)
    assert event["data"]["key"] == key


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({**OPENED, "id": "short"}, "id"),
        ({**OPENED, "id": "0123456789abcdef\n"}, "id"),
        ({**OPENED, "id": "한" * 16}, "id"),
        ({**OPENED, "id": "x" * 65}, "id"),
        ({**OPENED, "secondsAgo": -1}, "secondsAgo"),
        ({**OPENED, "secondsAgo": 86_401}, "secondsAgo"),
        ({**OPENED, "secondsAgo": 0.5}, "secondsAgo"),
        ({**OPENED, "bucket": None}, "bucket"),
        ({**OPENED, "bucket": HALF}, "bucket"),
        ({**DOWNLOADED, "count": 0}, "count"),
        ({**DOWNLOADED, "count": 1_000_001}, "count"),
        ({**DOWNLOADED, "size": -1}, "size"),
        ({**DOWNLOADED, "size": 2**53}, "size"),
        ({**FAILED, "key": ""}, "key"),
        ({**FAILED, "key": "x" * 2049}, "key"),
        ({**FAILED, "key": HALF}, "key"),
        ({**FAILED, "size": 2**53}, "size"),
        ({**FAILED, "code": "A b"}, "code"),
        ({**FAILED, "code": "x" * 65}, "code"),
        ({**FAILED, "code": ""}, "code"),
    ],
)
def test_a_wrong_report_is_named_by_its_place_and_nothing_of_the_call_is_told(
    announcing: TestClient,
    heard: Callable[[], list[dict[str, Any]]],
    wrong: dict[str, object],
    field: str,
) -> None:
    answer = tell(announcing, OPENED, wrong)
    problem = answer.json()
    assert (answer.status_code, problem["code"]) == (422, "invalid_request")
    assert problem["params"]["fields"] == [f"reports.1.{wrong['kind']}.{field}"]
    assert heard() == []


@pytest.mark.parametrize("reports", [[], [OPENED] * 101, [{**OPENED, "kind": "upload.completed"}]])
def test_none_too_many_and_what_the_api_sees_for_itself_are_refused(
    announcing: TestClient,
    heard: Callable[[], list[dict[str, Any]]],
    reports: list[dict[str, object]],
) -> None:
    answer = tell(announcing, *reports)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request")
    assert heard() == []


def test_a_bucket_that_is_not_served_here_is_refused_before_anything_is_told(
    make_client: MakeClient,
    subscriber: tuple[str, str],
    heard: Callable[[], list[dict[str, Any]]],
) -> None:
    api = register(make_client(sns_topic_arn=subscriber[0], allowed_buckets=(BUCKET,)))
    answer = tell(api, OPENED, {**DOWNLOADED, "bucket": "demo-reports"})
    assert (answer.status_code, answer.json()["code"]) == (403, "bucket_not_allowed")
    assert heard() == []


def test_only_who_has_an_account_may_report(anonymous: TestClient) -> None:
    answer = tell(anonymous, OPENED)
    assert (answer.status_code, answer.json()["code"]) == (401, "not_registered")


def test_without_a_topic_reports_are_accepted_and_nobody_is_notified(api: TestClient) -> None:
    answer = tell(api, OPENED, FAILED)
    assert (answer.status_code, answer.json()) == (200, {"notified": [False, False]})


def test_a_topic_that_is_gone_is_no_failure_and_the_log_has_the_event(
    make_client: MakeClient, log: Callable[[], str]
) -> None:
    api = register(make_client(sns_topic_arn=f"arn:aws:sns:{REGION}:123456789012:gone"))
    answer = tell(api, FAILED)
    assert (answer.status_code, answer.json()) == (200, {"notified": [False]})
    (line,) = [json.loads(line) for line in log().split("\n") if '"event not published"' in line]
    check_event(line["event"])
    assert line["event"]["data"]["key"] == "in/x"
