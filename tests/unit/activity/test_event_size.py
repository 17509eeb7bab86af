"""SNS takes 256 KiB a message and a PublishBatch, attributes included; SQS the envelope as well."""

import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st
from s3loader.activity.ports import Message
from s3loader.activity.service import announce
from s3loader.aws.topic import batches
from s3loader.caller import Caller, Credentials, Identity, Person
from s3loader.objects.deletion_news import DeletionNews

from tests.unit.activity.five_events import five_events
from tests.unit.activity.test_announcing import Refusing
from tests.unit.objects.test_deletion import FakeRemover

KIB_256 = 262_144
AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
LONGEST_ARN = "arn:aws:sts::123456789012:assumed-role/" + "x" * 2000
LONGEST = Caller(
    Credentials("AKIAEXAMPLE", "secret"),
    Identity(account_id="123456789012", arn=LONGEST_ARN, kind="role", name="x"),
    Person("u" * 128, "lee@example.com"),
)
# What JSON escapes most, in one layer or in two; what SQS does not take; what is escaped in the
# subject alone; the longest in UTF-8; the plainest.
WORST = ["\x01", '"', "\\", "\x7f", "\uffff", "\U0001fffe", "가", "👩", "a"]


class Topic:
    def __init__(self) -> None:
        self.messages: list[Message] = []

    def publish(self, messages: Sequence[Message]) -> set[str]:
        self.messages.extend(messages)
        return {message.id for message in messages}


def longest(character: str, number: int) -> str:
    """A key of 1,024 bytes in UTF-8, like no other."""
    start = f"{number:04}"
    return start + character * ((1024 - len(start)) // len(character.encode()))


def deletions(keys: Sequence[str]) -> list[Message]:
    topic, numbers = Topic(), count()
    news = DeletionNews(topic, FakeRemover(), LONGEST)
    assert news.announce(keys, AT, lambda: f"{next(numbers):032}")
    return topic.messages


def size(message: Message) -> int:
    """Source: https://docs.aws.amazon.com/sns/latest/dg/sns-message-attributes.html"""
    attributes = sum(len(f"{name}String{text}") for name, text in message.attributes.items())
    return len(message.body.encode()) + attributes


def enveloped(message: Message) -> str:
    """What a queue gets without raw delivery."""
    attributes = {name: {"Type": "String", "Value": v} for name, v in message.attributes.items()}
    links = dict.fromkeys("ab", "https://sns.ap-northeast-2.amazonaws.com/" + "x" * 300)
    about = {"Type": "Notification", "MessageId": "x" * 36, "TopicArn": "x" * 300, "Sig": "x" * 400}
    envelope = {**about, **links, "Message": message.body, "MessageAttributes": attributes}
    return json.dumps(envelope, ensure_ascii=False)


def check_sizes(messages: Sequence[Message]) -> None:
    assert max(map(size, messages)) <= KIB_256
    assert max(len(enveloped(message).encode()) for message in messages) <= KIB_256
    for batch in batches(messages):
        assert len(batch) <= 10
        assert sum(map(size, batch)) <= KIB_256


@pytest.mark.parametrize("character", WORST)
def test_a_thousand_of_the_longest_keys_fit_with_all_their_escapes(character: str) -> None:
    keys = [longest(character, number) for number in range(1000)]
    messages = deletions(keys)
    check_sizes(messages)
    told = [key for message in messages for key in json.loads(message.body)["data"]["keys"]]
    assert told == keys


@given(st.lists(st.tuples(st.characters(codec="utf-8"), st.integers(0, 99)), min_size=1))
def test_any_keys_fit(drawn: list[tuple[str, int]]) -> None:
    check_sizes(deletions([longest(*one) for one in drawn] * 10))


@pytest.mark.parametrize("character", WORST)
def test_every_other_event_fits_with_the_longest_names(character: str) -> None:
    topic = Topic()
    announce(topic, five_events(character * 2048, bucket="b" * 255, by=LONGEST))
    check_sizes(topic.messages)
    assert max(map(size, topic.messages)) < 40 * 1024


@pytest.mark.parametrize("character", WORST)
def test_what_could_not_be_published_is_one_log_line_that_cloudwatch_keeps_whole(
    character: str, log: Callable[[], str]
) -> None:
    keys = [longest(character, number) for number in range(300)]
    DeletionNews(Refusing(), FakeRemover(), LONGEST).announce(keys, AT, lambda: "id")
    lines = [line for line in log().split("\n") if line]
    told = [key for line in lines for key in json.loads(line)["event"]["data"]["keys"]]
    assert told == keys
    assert max(len(line.encode()) for line in lines) < 256_000
