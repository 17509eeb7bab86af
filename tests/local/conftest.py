"""Stacks for these tests: one that runs, and the state of one that ran before."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.local.running_stack import RunningStack, running_stack


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningStack]:
    with running_stack(tmp_path_factory.mktemp("stack")) as started:
        yield started


@pytest.fixture(scope="session")
def ran_before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ran-before")
    with running_stack(folder):
        return folder


@pytest.fixture
def state(ran_before: Path, tmp_path: Path) -> Path:
    """A state folder with demo data in it: such a stack is ready sooner."""
    return Path(shutil.copytree(ran_before, tmp_path / "state"))
