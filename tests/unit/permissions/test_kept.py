import threading
import weakref
from collections.abc import Callable, Iterator

import pytest
from s3loader.permissions.kept import Kept


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def numbers() -> Callable[[], int]:
    """Reads 1, then 2, and so on."""
    counting: Iterator[int] = iter(range(1, 1000))
    return lambda: next(counting)


def test_an_answer_is_kept_for_five_minutes(clock: Clock, numbers: Callable[[], int]) -> None:
    kept = Kept[int](clock=clock)
    assert kept.get("lee", numbers) == 1
    clock.now += 300
    assert kept.get("lee", numbers) == 1
    clock.now += 0.1
    assert kept.get("lee", numbers) == 2


def test_the_five_minutes_begin_when_reading_does(clock: Clock) -> None:
    kept = Kept[str](clock=clock)

    def slow() -> str:
        clock.now += 200
        return "old"

    kept.get("lee", slow)
    clock.now += 101
    assert kept.get("lee", lambda: "new") == "new"


def test_nobody_gets_anothers_answer(clock: Clock, numbers: Callable[[], int]) -> None:
    kept = Kept[int](clock=clock)
    assert [kept.get(key, numbers) for key in ("lee", "kim", "lee")] == [1, 2, 1]


def test_a_refresh_reads_anew_and_is_kept(clock: Clock, numbers: Callable[[], int]) -> None:
    kept = Kept[int](clock=clock)
    kept.get("lee", numbers)
    clock.now += 1
    assert kept.get("lee", numbers, refresh=True) == 2
    assert kept.get("lee", numbers) == 2


def test_the_least_recently_used_goes_first(clock: Clock, numbers: Callable[[], int]) -> None:
    kept = Kept[int](size=2, clock=clock)
    for key in ("lee", "kim", "lee", "cho"):
        kept.get(key, numbers)
    assert kept.get("lee", numbers) == 1
    assert kept.get("kim", numbers) == 4


def test_a_failure_to_read_is_not_kept(clock: Clock) -> None:
    kept = Kept[int](clock=clock)
    with pytest.raises(ZeroDivisionError):
        kept.get("lee", lambda: 1 // 0)
    assert kept.get("lee", lambda: 7) == 7


def test_what_is_not_worth_keeping_is_read_anew(clock: Clock, numbers: Callable[[], int]) -> None:
    kept = Kept[int](clock=clock, worth_keeping=lambda number: number > 1)
    assert [kept.get("lee", numbers) for _ in range(3)] == [1, 2, 2]


def test_what_is_forgotten_is_read_anew(clock: Clock, numbers: Callable[[], int]) -> None:
    kept = Kept[int](clock=clock)
    kept.get("lee", numbers)
    kept.forget("lee")
    kept.forget("nobody")
    assert kept.get("lee", numbers) == 2


def test_those_who_ask_meanwhile_wait_for_the_one_who_reads(clock: Clock) -> None:
    kept = Kept[int](clock=clock)
    reading, go_on = threading.Event(), threading.Event()
    reads: list[int] = []
    got: list[int] = []

    def slow() -> int:
        reads.append(1)
        reading.set()
        assert go_on.wait(timeout=10)
        return len(reads)

    def ask() -> None:
        got.append(kept.get("lee", slow))

    first = threading.Thread(target=ask)
    first.start()
    assert reading.wait(timeout=10)
    others = [threading.Thread(target=ask) for _ in range(3)]
    for other in others:
        other.start()
    assert kept.get("kim", lambda: 5) == 5  # another's reading does not hold this one up
    go_on.set()
    for thread in (first, *others):
        thread.join(timeout=10)
    assert (reads, got) == ([1], [1, 1, 1, 1])


class Answer:
    """Something whose memory can be seen to be freed."""


def test_what_is_not_worth_keeping_takes_no_memory(clock: Clock) -> None:
    kept = Kept[Answer](clock=clock, worth_keeping=lambda _: False)
    left = weakref.ref(kept.get("lee", Answer))
    assert left() is None
