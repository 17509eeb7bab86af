import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from s3loader.accounts.arns import identity_of
from s3loader.activity.events import UploadCompleted, upload_completed
from s3loader.activity.ports import Message
from s3loader.activity.service import announce
from s3loader.caller import Caller, Credentials

BY = Caller(Credentials("AKIAEXAMPLE", "secret"), identity_of("arn:aws:iam::123456789012:user/lee"))


def event(key: str = "in/한글.txt", upload: str = "nonce") -> UploadCompleted:
    return upload_completed(
        bucket="demo",
        region="ap-northeast-2",
        key=key,
        size=3,
        etag="e",
        version_id=None,
        upload=upload,
        by=BY,
        at=datetime(2026, 11, 23, 9, 0, tzinfo=UTC),
    )


class Taking:
    def __init__(self, refused: str = "") -> None:
        self.refused = refused
        self.messages: list[Message] = []

    def publish(self, messages: Sequence[Message]) -> set[str]:
        self.messages.extend(messages)
        return {message.id for message in messages} - {self.refused}


def test_an_event_is_a_cloud_event_with_all_that_a_subscriber_needs() -> None:
    topic = Taking()
    announce(topic, [event()])
    (message,) = topic.messages
    body = json.loads(message.body)
    assert body == {
        "specversion": "1.0",
        "id": message.id,
        "source": "urn:s3loader",
        "type": "upload.completed",
        "subject": "demo/in/한글.txt",
        "time": "2026-11-23T09:00:00Z",
        "datacontenttype": "application/json",
        "data": {
            "bucket": "demo",
            "key": "in/한글.txt",
            "size": 3,
            "etag": "e",
            "versionId": None,
            "region": "ap-northeast-2",
            "accountId": "123456789012",
            "principalArn": "arn:aws:iam::123456789012:user/lee",
            "user": "arn:aws:iam::123456789012:user/lee",
        },
    }
    assert message.attributes == {
        "type": "upload.completed",
        "bucket": "demo",
        "outcome": "success",
    }


def test_the_same_upload_has_the_same_id_and_another_has_another() -> None:
    assert event().id == event().id
    assert len({event().id, event(upload="other").id, event(key="in/b").id}) == 3


def test_each_event_is_answered_for_itself_and_the_log_has_the_refused_one(
    log: Callable[[], str],
) -> None:
    refused = event("in/b")
    assert announce(Taking(refused.id), [event("in/a"), refused]) == [True, False]
    assert '"subject":"demo/in/b"' in log()


def test_without_a_topic_nothing_is_announced() -> None:
    assert announce(None, [event()]) == [False]
