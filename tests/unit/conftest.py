"""Fixtures of the unit tests."""

from collections.abc import Callable, Iterator

import pytest

from tests.captured_log import captured_log


@pytest.fixture
def log() -> Iterator[Callable[[], str]]:
    with captured_log() as read:
        yield read
