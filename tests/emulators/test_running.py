"""The emulators answer on this machine alone and end with the block."""

import os
import socket

import httpx
import pytest

from tests.emulators.running import firestore_emulator
from tests.local.processes import listening_addresses, tree


def test_they_listen_on_loopback_alone(firestore_host: str, auth_host: str) -> None:
    found = listening_addresses(tree(os.getpid()) - {os.getpid()})
    assert {host for host, _ in found} == {"127.0.0.1"}
    ports = {int(address.rpartition(":")[2]) for address in (firestore_host, auth_host)}
    assert ports <= {port for _, port in found}


def test_the_auth_emulator_answers(auth_host: str) -> None:
    assert httpx.get(f"http://{auth_host}").json()["authEmulator"]["ready"] is True


def test_one_that_has_ended_comes_back_where_it_was() -> None:
    with firestore_emulator() as address:
        host, _, port = address.partition(":")
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((host, int(port)))
    with firestore_emulator(int(port)) as again:
        socket.create_connection((host, int(port))).close()
    assert again == address
