import pytest

from tests.unit.uploads.fake_store import FakeStore


@pytest.fixture
def store() -> FakeStore:
    store = FakeStore()
    store.add("in/", "in/there.txt", "in/deeper/x.txt")
    return store
