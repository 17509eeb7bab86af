"""The emulators answer on this machine alone and end with the block."""

import os
import socket
import subprocess
import sys

import httpx
import pytest

from tests.emulators.running import firestore_emulator
from tests.eventually import eventually
from tests.local.processes import listening_addresses, tree
from tests.local.running_stack import ROOT


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


def test_one_ends_with_the_process_that_started_it() -> None:
    start = "import os, sys, time; from tests.emulators.running import firestore_emulator as f\n"
    hold = "with f() as a: print(a, flush=True); os.kill(os.getpid(), 9)"
    with subprocess.Popen(
        [sys.executable, "-c", start + hold], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as killed:
        assert killed.stdout is not None
        host, _, port = killed.stdout.readline().strip().partition(":")

    def refuses() -> bool:
        with socket.socket() as probe:
            return probe.connect_ex((host, int(port))) != 0

    assert eventually(refuses)
