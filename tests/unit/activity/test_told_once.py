from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from s3loader.activity.ports import Message
from s3loader.activity.told_once import ToldOnce


def message(event: str) -> Message:
    return Message(event, "{}", {})


class FakeTopic:
    """Takes everything but what is in `refused`; answers once `open` is set."""

    def __init__(self, *refused: str) -> None:
        self.refused = set(refused)
        self.heard: list[str] = []
        self.asked = Event()
        self.open = Event()
        self.open.set()

    def publish(self, messages: Sequence[Message]) -> set[str]:
        self.heard += [message.id for message in messages]
        self.asked.set()
        self.open.wait(timeout=10)
        return {message.id for message in messages} - self.refused


def test_an_event_that_comes_again_is_told_once_and_counts_as_taken() -> None:
    topic = FakeTopic()
    once = ToldOnce(topic)
    assert once.publish([message("a")]) == {"a"}
    assert once.publish([message("a"), message("b")]) == {"a", "b"}
    assert topic.heard == ["a", "b"]


def test_an_event_that_was_not_taken_is_told_again() -> None:
    topic = FakeTopic("a")
    once = ToldOnce(topic)
    assert once.publish([message("a")]) == set()
    topic.refused.clear()
    assert once.publish([message("a")]) == {"a"}


def test_two_calls_at_once_tell_an_event_once_and_both_know_that_it_was_taken() -> None:
    topic = FakeTopic()
    topic.open.clear()
    once = ToldOnce(topic)
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(once.publish, [message("a")])
        topic.asked.wait(timeout=10)
        second = pool.submit(once.publish, [message("a"), message("b")])
        topic.open.set()
        assert (first.result(), second.result()) == ({"a"}, {"a", "b"})
    assert sorted(topic.heard) == ["a", "b"]


def test_a_call_that_breaks_leaves_nobody_waiting() -> None:
    class Broken(FakeTopic):
        def publish(self, messages: Sequence[Message]) -> set[str]:
            raise RuntimeError("a bug")

    once = ToldOnce(Broken())
    for _ in range(2):
        with pytest.raises(RuntimeError):
            once.publish([message("a")])


def test_only_the_latest_events_are_remembered() -> None:
    topic = FakeTopic()
    once = ToldOnce(topic, size=2)
    for event in ("a", "b", "c", "a", "c"):
        once.publish([message(event)])
    assert topic.heard == ["a", "b", "c", "a"]
