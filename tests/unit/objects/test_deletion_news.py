import json
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import count

from s3loader.accounts.arns import identity_of
from s3loader.activity.ports import Message
from s3loader.caller import Caller, Credentials
from s3loader.objects.deletion_news import DeletionNews

from tests.unit.objects.test_deletion import FakeRemover

BY = Caller(Credentials("AKIAEXAMPLE", "secret"), identity_of("arn:aws:iam::123456789012:user/lee"))
AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


class FakeTopic:
    def __init__(self, taken: int = 1000) -> None:
        self.taken = taken
        self.messages: list[Message] = []

    def publish(self, messages: Sequence[Message]) -> set[str]:
        self.messages.extend(messages)
        return {message.id for message in messages[: self.taken]}


def announce(topic: FakeTopic | None, *keys: str) -> bool:
    numbers = count()
    return DeletionNews(topic, FakeRemover(), BY).announce(keys, AT, lambda: f"id-{next(numbers)}")


def test_a_deletion_is_a_cloud_event_with_bucket_keys_and_who() -> None:
    topic = FakeTopic()
    assert announce(topic, "한글.txt", "b")
    (message,) = topic.messages
    assert json.loads(message.body) == {
        "specversion": "1.0",
        "id": "id-0",
        "source": "urn:s3loader",
        "type": "objects.deleted",
        "subject": "demo",
        "time": "2026-11-23T09:00:00Z",
        "datacontenttype": "application/json",
        "dataschema": "urn:s3loader:objects.deleted:1",
        "data": {
            "bucket": "demo",
            "count": 2,
            "keys": ["한글.txt", "b"],
            "region": "ap-northeast-2",
            "accountId": "123456789012",
            "principalArn": "arn:aws:iam::123456789012:user/lee",
            "user": "arn:aws:iam::123456789012:user/lee",
        },
    }
    assert message.attributes == {"type": "objects.deleted", "bucket": "demo", "outcome": "success"}


def test_a_thousand_of_the_longest_keys_fill_several_events_that_sns_takes() -> None:
    topic = FakeTopic()
    keys = [f"{number:04}" + "\x01" * 1020 for number in range(1000)]
    assert announce(topic, *keys)
    assert max(len(message.body.encode()) for message in topic.messages) < 250 * 1024
    events = [json.loads(message.body) for message in topic.messages]
    assert [key for event in events for key in event["data"]["keys"]] == keys
    assert sum(event["data"]["count"] for event in events) == 1000
    assert len({event["id"] for event in events}) == len(events) > 1


def test_where_the_topic_takes_only_some_the_answer_does_not_claim_more() -> None:
    keys = [f"{number}" + "k" * 1000 for number in range(500)]
    assert announce(FakeTopic(taken=1), *keys) is False


def test_nothing_deleted_is_no_news() -> None:
    topic = FakeTopic()
    assert announce(topic) is False
    assert topic.messages == []


def test_without_a_topic_nobody_is_told() -> None:
    assert announce(None, "a") is False
