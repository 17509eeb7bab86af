"""From a queue's messages to what a store is to count."""

import json
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from s3loader.activity.counts import DayCounts
from s3loader.activity.ports import Entry, Ledger
from s3loader.activity.queued import QueuedMessage
from s3loader.activity.recording import record

from tests.unit.activity.five_events import ARN, five_events, upload


class Store:
    """Counts everything but what it is told to leave."""

    def __init__(self, *left: str) -> None:
        self.left = set(left)
        self.entries: list[Entry] = []

    def record(self, entries: Sequence[Entry]) -> set[str]:
        self.entries += entries
        return {entry.event for entry in entries} - self.left

    def read(self, user: str, first: date, last: date) -> list[DayCounts]:
        raise NotImplementedError


def ledger(store: Store, zone: str = "Asia/Seoul") -> Ledger:
    return Ledger(store, "file", ZoneInfo(zone))


def body(**changes: object) -> dict[str, Any]:
    written: dict[str, Any] = json.loads(upload().model_dump_json(by_alias=True))
    data = {**written["data"], **changes.pop("data", {})}  # type: ignore[dict-item]
    return {**written, **changes, "data": data}


def enveloped(text: str) -> str:
    """As SNS wraps it without raw delivery."""
    return json.dumps({"Type": "Notification", "MessageId": "m", "Message": text})


@pytest.mark.parametrize("wrap", [enveloped, str], ids=["envelope", "raw"])
def test_each_event_becomes_what_it_adds(wrap: Callable[[str], str]) -> None:
    store = Store()
    texts = [event.model_dump_json(by_alias=True) for event in five_events()]
    messages = [QueuedMessage(str(number), wrap(text)) for number, text in enumerate(texts)]
    assert record(messages, ledger(store)) == []
    assert {(entry.user, entry.bucket, entry.day) for entry in store.entries} == {
        (ARN, "demo", date(2026, 11, 23))
    }
    assert [(entry.action, entry.count, entry.bytes) for entry in store.entries] == [
        ("upload", 1, 3),
        ("deletion", 1, None),
        ("upload-failed", 1, None),
        ("download", 2, 7),
        ("bucket-opened", 1, None),
    ]


@pytest.mark.parametrize(
    ("zone", "day"), [("Asia/Seoul", 24), ("UTC", 23), ("America/New_York", 23)]
)
def test_the_day_is_the_deployments_and_not_the_clocks_of_the_recorder(zone: str, day: int) -> None:
    store = Store()
    text = json.dumps(body(time="2026-11-23T15:00:00Z"))
    record([QueuedMessage("m", text)], ledger(store, zone))
    assert [entry.day for entry in store.entries] == [date(2026, 11, day)]


def test_only_what_the_store_did_not_count_comes_again() -> None:
    texts = [json.dumps(body(id=event)) for event in ("a", "b", "b", "c")]
    messages = [QueuedMessage(str(number), text) for number, text in enumerate(texts)]
    assert record(messages, ledger(Store("b"))) == ["1", "2"]


MALFORMED = {
    "not JSON": "{",
    "no object": "[]",
    "no text": "",
    "nested": "[" * 100_000,
    "envelope without an event": json.dumps({"Type": "Notification"}),
    "no type": json.dumps({"specversion": "1.0"}),
    "no user": json.dumps({**body(), "data": {"bucket": "demo"}}),
    "negative size": json.dumps(body(data={"size": -1})),
    "a time of no zone": json.dumps(body(time="2026-11-23T09:00:00")),
    "a time that is no day in Seoul": json.dumps(body(time="9999-12-31T23:00:00Z")),
    "a time before the first day": json.dumps(body(time="0001-01-01T00:00:00+14:00")),
    "an id that Firestore reserves": json.dumps(body(id="__x__")),
    "an id that leads elsewhere": json.dumps(body(id="../users/x")),
    "a bucket that leads elsewhere": json.dumps(body(data={"bucket": "a/b/c"})),
    "half a character": json.dumps(body(data={"user": "\ud800"})),
    "an unknown type that is no event": json.dumps({"type": "bucket.closed"}),
}


@pytest.mark.parametrize("text", MALFORMED.values(), ids=MALFORMED.keys())
def test_a_message_that_is_no_event_stays_for_the_dead_letter_queue(
    text: str, log: Callable[[], str]
) -> None:
    store = Store()
    good = QueuedMessage("good", json.dumps(body()))
    assert record([QueuedMessage("bad", text), good], ledger(store)) == ["bad"]
    assert len(store.entries) == 1
    (line,) = log().splitlines()
    assert json.loads(line)["messageId"] == "bad"
    assert json.loads(line)["problem"]


def test_the_log_of_a_malformed_message_quotes_nothing_of_it(log: Callable[[], str]) -> None:
    text = json.dumps(body(data={"size": "canary-size", "key": "canary-key", "user": ["canary"]}))
    record([QueuedMessage("m", text)], ledger(Store()))
    assert "data.size: int_parsing" in log()
    assert "canary" not in log()


def test_a_type_from_the_future_is_left_out_and_logged(log: Callable[[], str]) -> None:
    store = Store()
    future = QueuedMessage("m", json.dumps(body(type="bucket.closed")))
    assert record([future], ledger(store)) == []
    assert store.entries == []
    assert "unknown type" in log()


def test_a_number_beyond_what_counters_take_is_cut() -> None:
    store = Store()
    record([QueuedMessage("m", json.dumps(body(data={"size": 10**30})))], ledger(store))
    assert [entry.bytes for entry in store.entries] == [2**53 - 1]
