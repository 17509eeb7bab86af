"""How much of a stream may lie in memory."""

import threading

from s3loader.sending.memory_budget import MemoryBudget

from tests.eventually import eventually


def waiting(budget: MemoryBudget, size: int) -> threading.Thread:
    thread = threading.Thread(target=budget.take, args=(size,), daemon=True)
    thread.start()
    return thread


def test_a_buffer_waits_until_there_is_room_for_it() -> None:
    budget = MemoryBudget(100, buffers=10)
    budget.take(60)
    thread = waiting(budget, 41)
    thread.join(0.05)
    assert thread.is_alive()
    budget.give_back(60)
    assert eventually(lambda: not thread.is_alive())


def test_a_buffer_waits_for_its_turn_where_there_are_enough_of_them() -> None:
    budget = MemoryBudget(100, buffers=1)
    budget.take(1)
    thread = waiting(budget, 1)
    thread.join(0.05)
    assert thread.is_alive()
    budget.give_back(1)
    assert eventually(lambda: not thread.is_alive())


def test_one_buffer_fits_however_large_it_is() -> None:
    MemoryBudget(100, buffers=1).take(5_000)
