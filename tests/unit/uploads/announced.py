"""Completing with a topic that listens."""

from collections.abc import Sequence

from s3loader.accounts.arns import identity_of
from s3loader.activity.ports import Message
from s3loader.caller import Caller, Credentials
from s3loader.uploads.announcing import Announcer
from s3loader.uploads.models import SentUpload, UploadResult

from tests.unit.uploads.fake_store import NOW, FakeStore
from tests.unit.uploads.requests import complete

BY = Caller(Credentials("AKIAEXAMPLE", "secret"), identity_of("arn:aws:iam::123456789012:user/lee"))


class Topic:
    def __init__(self) -> None:
        self.messages: list[Message] = []

    def publish(self, messages: Sequence[Message]) -> set[str]:
        self.messages.extend(messages)
        return {message.id for message in messages}


def results(store: FakeStore, topic: Topic, *uploads: SentUpload) -> list[UploadResult]:
    announcer = Announcer(topic, store, BY, lambda: NOW)
    return announcer.results(uploads, complete(uploads, store)).results
