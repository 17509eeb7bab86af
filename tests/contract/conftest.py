"""The running stack that contract tests talk to; each pytest worker that needs one has its own."""

from collections.abc import Iterator

import pytest

from tests.local.running_stack import RunningStack, running_stack


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningStack]:
    with running_stack(tmp_path_factory.mktemp("stack")) as started:
        yield started
