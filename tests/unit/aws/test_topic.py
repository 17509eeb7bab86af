from collections.abc import Callable
from threading import Barrier
from typing import Any, NoReturn

import pytest
from botocore.exceptions import ClientError, EndpointConnectionError
from s3loader.activity.ports import Message
from s3loader.aws.topic import SnsTopic, batches
from s3loader.concurrency import WIDTH
from s3loader.errors import ErrorCode, Unauthenticated


def messages(count: int, body: str = "{}") -> list[Message]:
    return [Message(str(number), body, {"type": "upload.completed"}) for number in range(count)]


class FakeSns:
    def __init__(self) -> None:
        self.batches: list[list[str]] = []
        self.failed_entry = ""
        self.failures: list[dict[str, Any]] = []

    def publish_batch(
        self, TopicArn: str, PublishBatchRequestEntries: list[dict[str, Any]]
    ) -> dict[str, Any]:
        entries = PublishBatchRequestEntries
        self.batches.append([entry["Message"] for entry in entries])
        if self.failures:
            return {"Failed": [self.failures.pop(0)]}
        return {"Successful": [{"Id": e["Id"]} for e in entries if e["Id"] != self.failed_entry]}


def test_a_batch_has_at_most_ten_messages_and_256_kib() -> None:
    assert [len(batch) for batch in batches(messages(23))] == [10, 10, 3]
    assert [len(batch) for batch in batches(messages(5, "x" * 100_000))] == [2, 2, 1]


def test_what_sns_took_is_told_from_what_it_did_not() -> None:
    sns: Any = FakeSns()
    sns.failed_entry = "1"
    taken = SnsTopic(lambda _: sns, "arn").publish(messages(12))
    assert taken == {str(number) for number in range(12)} - {"1", "11"}


def test_a_topic_that_takes_too_long_is_left_after_five_seconds() -> None:
    sns: Any = FakeSns()
    taken = SnsTopic(
        lambda _: sns, "arn", clock=lambda: 4.9 if len(sns.batches) < 2 else 10.0
    ).publish(messages(1000))
    assert 2 <= len(sns.batches) <= 2 + WIDTH
    assert len(taken) == 10 * len(sns.batches)


def test_the_batches_of_many_events_go_side_by_side() -> None:
    together = Barrier(25)

    class SlowSns(FakeSns):
        def publish_batch(
            self, TopicArn: str, PublishBatchRequestEntries: list[dict[str, Any]]
        ) -> dict[str, Any]:
            together.wait(timeout=10)  # breaks unless all are under way at once
            return super().publish_batch(TopicArn, PublishBatchRequestEntries)

    sns: Any = SlowSns()
    assert len(SnsTopic(lambda _: sns, "arn").publish(messages(250))) == 250


def test_an_event_that_fails_by_the_topics_fault_is_sent_once_more(log: Callable[[], str]) -> None:
    sns: Any = FakeSns()
    sns.failures = [{"Id": "0", "Code": "InternalError", "SenderFault": False}]
    assert SnsTopic(lambda _: sns, "arn").publish(messages(1)) == {"0"}
    assert '"causes":["InternalError"]' in log()


@pytest.mark.parametrize(("at_fault", "calls"), [(True, 1), (False, 2)])
def test_an_event_that_keeps_failing_is_left(at_fault: bool, calls: int) -> None:
    sns: Any = FakeSns()
    sns.failures = [{"Id": "0", "Code": "Failed", "SenderFault": at_fault}] * 2
    assert SnsTopic(lambda _: sns, "arn").publish(messages(1)) == set()
    assert len(sns.batches) == calls


def test_an_event_that_fails_late_is_not_sent_again() -> None:
    sns: Any = FakeSns()
    sns.failures = [{"Id": "0", "Code": "InternalError", "SenderFault": False}]
    topic = SnsTopic(lambda _: sns, "arn", clock=lambda: 5.1 if sns.batches else 0.0)
    assert topic.publish(messages(1)) == set()
    assert len(sns.batches) == 1


@pytest.mark.parametrize(
    "failure",
    [
        EndpointConnectionError(endpoint_url="http://sns"),
        Unauthenticated(ErrorCode.SERVER_CREDENTIALS_MISSING, "none"),
    ],
)
def test_an_unreachable_topic_takes_nothing_and_raises_nothing(failure: Exception) -> None:
    def broken(_: str) -> NoReturn:
        raise failure

    assert SnsTopic(broken, "arn").publish(messages(2)) == set()


def test_the_operator_reads_awss_code(log: Callable[[], str]) -> None:
    def refused(_: str) -> NoReturn:
        raise ClientError({"Error": {"Code": "AuthorizationError"}}, "PublishBatch")

    SnsTopic(refused, "arn").publish(messages(1))
    assert '"cause":"AuthorizationError"' in log()
