import threading

import pytest
from s3loader.concurrency import WIDTH, concurrently, within


def test_results_come_in_the_order_of_the_items() -> None:
    assert concurrently(lambda number: number * 2, range(100)) == list(range(0, 200, 2))
    assert concurrently(str, []) == []


def test_items_run_side_by_side_but_only_a_few_at_a_time() -> None:
    together = threading.Barrier(WIDTH)
    running: set[int] = set()

    def meet(number: int) -> int:
        together.wait(timeout=10)  # breaks unless WIDTH of them run at once
        running.add(threading.get_ident())
        return number

    concurrently(meet, range(WIDTH * 3))
    assert len(running) <= WIDTH


def test_an_error_of_one_is_the_error_of_all() -> None:
    def fail(number: int) -> int:
        if number == 7:
            raise KeyError(number)
        return number

    with pytest.raises(KeyError):
        concurrently(fail, range(10))


def test_one_call_is_waited_for_so_long_and_no_longer() -> None:
    may_end = threading.Event()
    with pytest.raises(TimeoutError):
        within(0.01, lambda: may_end.wait(timeout=10))
    may_end.set()
    assert within(10, lambda: "done") == "done"


def test_an_error_of_a_call_that_is_waited_for_is_its_own() -> None:
    def fail() -> None:
        raise KeyError

    with pytest.raises(KeyError):
        within(10, fail)
