"""Fixtures of the unit tests."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import settings

from tests.captured_log import captured_log

# A busy machine is no failure.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


@pytest.fixture
def log() -> Iterator[Callable[[], str]]:
    with captured_log() as read:
        yield read
