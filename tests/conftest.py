"""What tests of several folders share: Firebase's emulators, one of each in a process."""

from collections.abc import Iterator

import pytest

from tests.emulators.running import auth_emulator, firestore_emulator


@pytest.fixture(scope="session")
def firestore_host() -> Iterator[str]:
    """Host and port of a Firestore emulator, for FIRESTORE_EMULATOR_HOST."""
    with firestore_emulator() as address:
        yield address


@pytest.fixture(scope="session")
def auth_host() -> Iterator[str]:
    """Host and port of an Auth emulator, for FIREBASE_AUTH_EMULATOR_HOST."""
    with auth_emulator() as address:
        yield address
