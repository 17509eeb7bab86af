"""Blocking calls: the same one for many items, a few at a time, and one for so long at most."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

WIDTH = 32


def concurrently(work: Callable[[Item], Result], items: Iterable[Item]) -> list[Result]:
    """Return the results in the order of the items; waits for all, then raises the first error."""
    todo = list(items)
    if len(todo) < 2:
        return [work(item) for item in todo]
    with ThreadPoolExecutor(max_workers=min(WIDTH, len(todo))) as pool:
        return list(pool.map(work, todo))


def within(seconds: float, work: Callable[[], Result]) -> Result:
    """Return the result; what takes longer goes on, but nobody waits for it.

    Raises:
        TimeoutError: after so many seconds
    """
    pool = ThreadPoolExecutor(max_workers=1)
    try:
        return pool.submit(work).result(seconds)
    finally:
        pool.shutdown(wait=False)
