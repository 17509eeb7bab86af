import json
import re
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from s3loader.activity.ports import Message
from s3loader.activity.service import announce

from tests.captured_log import captured_log
from tests.unit.activity.five_events import five_events, upload


class Taking:
    def __init__(self, refused: str = "") -> None:
        self.refused = refused
        self.messages: list[Message] = []

    def publish(self, messages: Sequence[Message]) -> set[str]:
        self.messages.extend(messages)
        return {message.id for message in messages} - {self.refused}


class Refusing:
    def publish(self, messages: Sequence[Message]) -> set[str]:
        return set()


class Broken:
    def publish(self, messages: Sequence[Message]) -> set[str]:
        raise RuntimeError("a bug")


def unpublished(log: str) -> list[dict[str, Any]]:
    lines = [json.loads(line) for line in log.split("\n") if line]
    return [line["event"] for line in lines if line["message"] == "event not published"]


def test_attributes_tell_type_bucket_and_outcome_for_filter_policies() -> None:
    topic = Taking()
    announce(topic, five_events())
    assert [dict(message.attributes) for message in topic.messages] == [
        {"type": "upload.completed", "bucket": "demo", "outcome": "success"},
        {"type": "objects.deleted", "bucket": "demo", "outcome": "success"},
        {"type": "upload.failed", "bucket": "demo", "outcome": "failure"},
        {"type": "download.completed", "bucket": "demo", "outcome": "success"},
        {"type": "bucket.opened", "bucket": "demo", "outcome": "success"},
    ]


def test_a_message_has_the_events_id() -> None:
    topic = Taking()
    announce(topic, five_events())
    assert all(json.loads(message.body)["id"] == message.id for message in topic.messages)


def test_each_event_is_answered_for_itself_and_the_log_has_the_refused_one(
    log: Callable[[], str],
) -> None:
    refused = upload("in/b")
    assert announce(Taking(refused.id), [upload("in/a"), refused]) == [True, False]
    assert [event["subject"] for event in unpublished(log())] == ["demo/in/b"]


@given(st.text(min_size=1, max_size=100))
def test_the_log_has_the_very_body_that_was_not_published(key: str) -> None:
    events = five_events(key)
    with captured_log() as log:
        announce(Refusing(), events)
    bodies = [json.loads(event.model_dump_json(by_alias=True)) for event in events]
    assert unpublished(log()) == bodies


def test_no_body_has_a_character_that_sns_and_sqs_refuse() -> None:
    key = "".join(chr(number) for number in (*range(1, 0xD800), *range(0xE000, 0x10000)))
    topic = Taking()
    announce(topic, [*five_events(key), *five_events("\U0010ffff")])
    for message in topic.messages:
        assert not re.search("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", message.body)
    assert json.loads(topic.messages[0].body)["data"]["key"] == key


@pytest.mark.parametrize(
    "key", ["AKIAIOSFODNN7EXAMPLE", "s3l1.abc", "x?session_token=a", '"secretAccessKey":"a"']
)
def test_a_key_that_looks_like_a_credential_is_redacted_and_the_rest_stays_readable(
    key: str, log: Callable[[], str]
) -> None:
    announce(Refusing(), [upload(key)])
    (event,) = unpublished(log())
    assert "[redacted]" in event["data"]["key"]
    assert (event["id"], event["data"]["bucket"]) == (upload(key).id, "demo")


def test_even_a_bug_in_publishing_does_not_fail_what_was_done(log: Callable[[], str]) -> None:
    assert announce(Broken(), [upload()]) == [False]
    assert [event["subject"] for event in unpublished(log())] == ["demo/in/한글.txt"]
    assert "RuntimeError: a bug" in log()


def test_without_a_topic_nothing_is_announced() -> None:
    assert announce(None, [upload()]) == [False]
