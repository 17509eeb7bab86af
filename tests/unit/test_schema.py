"""Models whose validators are built at first use, by whatever thread comes first."""

import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from s3loader.concurrency import WIDTH
from s3loader.schema import RequestBody, Schema


@pytest.fixture
def _threads_take_turns_often() -> Iterator[None]:
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def test_an_answer_is_built_at_first_use_and_a_request_at_once() -> None:
    class Answer(Schema):
        size: int

    class Question(RequestBody):
        size: int

    assert not Answer.__pydantic_complete__
    assert Question.__pydantic_complete__
    assert Answer(size=1).size == 1
    assert Answer.__pydantic_complete__


@pytest.mark.usefixtures("_threads_take_turns_often")
def test_many_threads_may_use_a_model_first() -> None:
    class Inner(Schema):
        part_number: int

    class Outer(Schema):
        parts: list[Inner]

    begin = threading.Barrier(WIDTH)

    def use(number: int) -> str:
        begin.wait()
        return Outer(parts=[Inner(part_number=number)]).model_dump_json(by_alias=True)

    with ThreadPoolExecutor(WIDTH) as pool:
        answers = list(pool.map(use, range(WIDTH)))
    assert answers == [f'{{"parts":[{{"partNumber":{number}}}]}}' for number in range(WIDTH)]
