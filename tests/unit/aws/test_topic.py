from typing import Any, NoReturn

import pytest
from botocore.exceptions import EndpointConnectionError
from s3loader.activity.ports import Message
from s3loader.aws.topic import SnsTopic, batches
from s3loader.errors import ErrorCode, Unauthenticated


def messages(count: int, body: str = "{}") -> list[Message]:
    return [Message(str(number), body, {"type": "upload.completed"}) for number in range(count)]


class FakeSns:
    def __init__(self) -> None:
        self.batches: list[list[str]] = []
        self.failed_entry = ""

    def publish_batch(
        self, TopicArn: str, PublishBatchRequestEntries: list[dict[str, Any]]
    ) -> dict[str, Any]:
        entries = PublishBatchRequestEntries
        self.batches.append([entry["Message"] for entry in entries])
        taken = [{"Id": e["Id"]} for e in entries if e["Id"] != self.failed_entry]
        return {"Successful": taken, "Failed": []}


def test_a_batch_has_at_most_ten_messages_and_256_kib() -> None:
    assert [len(batch) for batch in batches(messages(23))] == [10, 10, 3]
    assert [len(batch) for batch in batches(messages(5, "x" * 100_000))] == [2, 2, 1]


def test_what_sns_took_is_told_from_what_it_did_not() -> None:
    sns: Any = FakeSns()
    sns.failed_entry = "1"
    taken = SnsTopic(lambda: sns, "arn").publish(messages(12))
    assert taken == {str(number) for number in range(12)} - {"1", "11"}


def test_a_topic_that_takes_too_long_is_left_after_five_seconds() -> None:
    sns: Any = FakeSns()
    now = iter([0.0, 1.0, 4.9, 5.1])
    taken = SnsTopic(lambda: sns, "arn", clock=lambda: next(now)).publish(messages(40))
    assert len(sns.batches) == 2
    assert len(taken) == 20


@pytest.mark.parametrize(
    "failure",
    [
        EndpointConnectionError(endpoint_url="http://sns"),
        Unauthenticated(ErrorCode.SERVER_CREDENTIALS_MISSING, "none"),
    ],
)
def test_an_unreachable_topic_takes_nothing_and_raises_nothing(failure: Exception) -> None:
    def broken() -> NoReturn:
        raise failure

    assert SnsTopic(broken, "arn").publish(messages(2)) == set()
