import json
from collections.abc import Callable
from typing import Any

import pytest
from mypy_boto3_s3 import S3Client
from mypy_boto3_sqs import SQSClient
from starlette.testclient import TestClient

from tests.integration.conftest import KEY_ID, REGION, SECRET, MakeClient, register

BUCKET = "demo-photos"
QUOTES = '"' * 1000


def delete(api: TestClient, *keys: str) -> dict[str, Any]:
    body = {"bucket": BUCKET, "keys": list(keys), "confirmation": "delete"}
    answer = api.post("/api/objects/delete", json=body)
    assert answer.status_code == 200, answer.text
    results: dict[str, Any] = answer.json()
    return results


def left(s3: S3Client) -> list[str]:
    return [found["Key"] for found in s3.list_objects_v2(Bucket=BUCKET).get("Contents", [])]


def test_a_key_that_a_bucket_policy_keeps_fails_alone(api: TestClient, s3: S3Client) -> None:
    statement = {
        "Effect": "Deny",
        "Principal": "*",
        "Action": "s3:DeleteObject",
        "Resource": f"arn:aws:s3:::{BUCKET}/in/a.txt",
    }
    policy = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
    s3.put_bucket_policy(Bucket=BUCKET, Policy=policy)
    kept, gone = delete(api, "in/a.txt", "root.txt")["results"]
    assert (kept["outcome"], kept["code"]) == ("failed", "access_denied")
    assert f"s3:DeleteObject on arn:aws:s3:::{BUCKET}/in/a.txt" in kept["detail"]
    assert gone == {"key": "root.txt", "outcome": "deleted", "code": None, "detail": None}
    assert left(s3) == ["in/", "in/a.txt", "in/deep/b.txt"]


def test_keys_whose_answer_would_not_fit_are_refused_before_anything_is_deleted(
    api: TestClient, s3: S3Client
) -> None:
    keys = ["root.txt", *(f"{number}" + QUOTES for number in range(999))]
    body = {"bucket": BUCKET, "keys": keys, "confirmation": "delete"}
    answer = api.post("/api/objects/delete", json=body)
    assert (answer.status_code, answer.json()["code"]) == (422, "batch_too_large")
    assert "root.txt" in left(s3)


def test_subscribers_learn_what_was_deleted(
    make_client: MakeClient, s3: S3Client, sqs: SQSClient, subscriber: tuple[str, str]
) -> None:
    topic, queue = subscriber
    api = register(make_client(sns_topic_arn=topic))
    assert delete(api, "in/a.txt", "root.txt")["notified"] is True
    (message,) = sqs.receive_message(QueueUrl=queue, MaxNumberOfMessages=10)["Messages"]
    event = json.loads(json.loads(message["Body"])["Message"])
    assert event["type"] == "objects.deleted"
    assert event["data"]["keys"] == ["in/a.txt", "root.txt"]
    assert event["data"]["accountId"] == "123456789012"


def test_a_topic_that_is_gone_does_not_fail_the_deletion(
    make_client: MakeClient, s3: S3Client, log: Callable[[], str]
) -> None:
    api = register(make_client(sns_topic_arn=f"arn:aws:sns:{REGION}:123456789012:gone"))
    answer = delete(api, "root.txt")
    assert (answer["results"][0]["outcome"], answer["notified"]) == ("deleted", False)
    assert "root.txt" not in left(s3)
    assert '"event not published"' in log()


def test_the_log_counts_what_was_deleted_and_names_no_key_and_no_credential(
    api: TestClient, s3: S3Client, log: Callable[[], str]
) -> None:
    delete(api, "root.txt", "in/a.txt", "가" * 1000)
    (line,) = [json.loads(line) for line in log().splitlines() if '"objects deleted"' in line]
    assert (line["bucket"], line["deleted"], line["key_too_long"]) == (BUCKET, 2, 1)
    for canary in ("root.txt", KEY_ID, SECRET):
        assert canary not in log()


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"keys": []}, "invalid_request"),
        ({"keys": [""]}, "invalid_request"),
        ({"keys": ["a"] * 1001}, "invalid_request"),
        ({"confirmation": None}, "invalid_request"),
        ({"bucket": "arn:aws:s3:::demo-photos"}, "bucket_name_is_arn"),
    ],
)
def test_a_wrong_request_deletes_nothing(
    api: TestClient, s3: S3Client, body: dict[str, Any], code: str
) -> None:
    before = left(s3)
    right = {"bucket": BUCKET, "keys": ["root.txt"], "confirmation": "delete"}
    refused = api.post("/api/objects/delete", json={**right, **body})
    assert (refused.status_code, refused.json()["code"]) == (422, code)
    assert left(s3) == before


@pytest.mark.parametrize("word", ["", "Delete", "delete ", "삭제", "delete" * 1000])
def test_a_wrong_word_answers_400_and_deletes_nothing(
    api: TestClient, s3: S3Client, word: str
) -> None:
    body = {"bucket": BUCKET, "keys": ["root.txt"], "confirmation": word}
    refused = api.post("/api/objects/delete", json=body)
    assert (refused.status_code, refused.json()["code"]) == (400, "confirmation_wrong")
    assert "root.txt" in left(s3)


def test_who_may_delete_none_of_the_keys_gets_403_with_the_reason(
    api: TestClient, s3: S3Client
) -> None:
    statement = {
        "Effect": "Deny",
        "Principal": "*",
        "Action": "s3:DeleteObject",
        "Resource": f"arn:aws:s3:::{BUCKET}/*",
    }
    policy = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
    s3.put_bucket_policy(Bucket=BUCKET, Policy=policy)
    body = {"bucket": BUCKET, "keys": ["in/a.txt", "root.txt"], "confirmation": "delete"}
    refused = api.post("/api/objects/delete", json=body)
    assert (refused.status_code, refused.json()["code"]) == (403, "access_denied")
    assert refused.json()["params"] == {
        "action": "s3:DeleteObject",
        "resource": f"arn:aws:s3:::{BUCKET}/in/a.txt",
    }
    assert "root.txt" in left(s3)


def test_half_a_character_is_no_key(api: TestClient, s3: S3Client) -> None:
    body = json.dumps({"bucket": BUCKET, "keys": ["\ud800"], "confirmation": "delete"})
    headers = {"content-type": "application/json"}
    refused = api.post("/api/objects/delete", content=body, headers=headers)
    assert (refused.status_code, refused.json()["code"]) == (422, "invalid_request")


def test_only_allowed_buckets_are_served(make_client: MakeClient, s3: S3Client) -> None:
    api = register(make_client(allowed_buckets=("demo-reports",)))
    body = {"bucket": BUCKET, "keys": ["root.txt"], "confirmation": "delete"}
    assert api.post("/api/objects/delete", json=body).json()["code"] == "bucket_not_allowed"
    assert "root.txt" in left(s3)
