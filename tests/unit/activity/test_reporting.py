import json
from collections.abc import Sequence
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError
from s3loader.accounts.arns import identity_of
from s3loader.activity.models import AnyReport
from s3loader.activity.ports import Message
from s3loader.activity.reporting import report
from s3loader.activity.told_once import ToldOnce
from s3loader.bucket_access import BucketAccess
from s3loader.caller import Caller, Person
from s3loader.errors import ErrorCode, S3LoaderError

from tests.event_rules import check_event
from tests.unit.activity.five_events import ARN, AT, BY

ID = "0123456789abcdef"
PERSON = Person("uid-1", "lee@example.com")
OPENED = {"kind": "bucket.opened", "id": ID, "secondsAgo": 90, "bucket": "demo"}
DOWNLOADED = {**OPENED, "kind": "download.completed", "count": 2, "size": 7}
FAILED = {**OPENED, "kind": "upload.failed", "key": "in/한글", "size": 3, "code": "offline"}
WHERE: dict[str, object] = {
    "bucket": "demo",
    "accountId": "123456789012",
    "principalArn": ARN,
    "user": ARN,
}


class Topic:
    def __init__(self) -> None:
        self.messages: list[Message] = []

    def publish(self, messages: Sequence[Message]) -> set[str]:
        self.messages.extend(messages)
        return {message.id for message in messages}

    def events(self) -> list[dict[str, Any]]:
        return [json.loads(message.body) for message in self.messages]


def tell(topic: Topic | ToldOnce | None, *said: dict[str, object], by: Caller = BY) -> list[bool]:
    reports = TypeAdapter(list[AnyReport]).validate_python(said)
    return report(reports, topic, BucketAccess(allowed_buckets=("demo",)), by, AT)


@pytest.mark.parametrize(
    ("said", "data"),
    [
        (OPENED, {}),
        (DOWNLOADED, {"count": 2, "size": 7}),
        (FAILED, {"key": "in/한글", "size": 3, "code": "offline"}),
    ],
    ids=["opened", "downloaded", "failed"],
)
def test_a_report_becomes_the_event_of_its_kind_at_the_time_it_happened(
    said: dict[str, object], data: dict[str, object]
) -> None:
    topic = Topic()
    assert tell(topic, said) == [True]
    (event,) = topic.events()
    check_event(event)
    assert (event["type"], event["time"]) == (said["kind"], "2026-11-23T08:58:30Z")
    assert event["data"] == WHERE | data


def test_a_report_that_comes_again_is_told_once_and_counts_as_told() -> None:
    topic = Topic()
    once = ToldOnce(topic)
    assert tell(once, OPENED, OPENED) == [True, True]
    assert tell(once, {**OPENED, "secondsAgo": 95}) == [True]
    assert len(topic.messages) == 1


def test_the_same_report_after_a_restart_has_the_same_id() -> None:
    before, after = Topic(), Topic()
    tell(before, OPENED)
    tell(after, {**OPENED, "secondsAgo": 95})
    assert before.messages[0].id == after.messages[0].id


def test_nobody_can_take_the_id_of_anothers_report() -> None:
    other = identity_of("arn:aws:iam::123456789012:user/kim")
    callers = [BY, Caller(BY.credentials, other), Caller(BY.credentials, BY.identity, PERSON)]
    topic = Topic()
    for by in callers:
        tell(topic, OPENED, by=by)
    assert len({message.id for message in topic.messages}) == 3


@pytest.mark.parametrize(
    ("bucket", "code"),
    [
        ("another", ErrorCode.BUCKET_NOT_ALLOWED),
        ("arn:aws:s3:::demo", ErrorCode.BUCKET_NAME_IS_ARN),
        ("no bucket", ErrorCode.BUCKET_NAME_INVALID),
    ],
)
def test_a_bucket_that_may_not_be_used_here_keeps_all_reports_of_the_call_unsaid(
    bucket: str, code: ErrorCode
) -> None:
    topic = Topic()
    with pytest.raises(S3LoaderError) as refused:
        tell(topic, OPENED, {**OPENED, "id": ID * 2, "bucket": bucket})
    assert refused.value.code == code
    assert topic.messages == []


def test_more_bytes_than_a_browser_can_have_saved_are_refused() -> None:
    assert tell(Topic(), {**DOWNLOADED, "size": 2**50}) == [True]
    with pytest.raises(ValidationError, match="less_than_equal"):
        tell(Topic(), {**DOWNLOADED, "size": 2**50 + 1})


def test_without_a_topic_nothing_is_told() -> None:
    assert tell(None, OPENED, FAILED) == [False, False]
