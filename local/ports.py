"""Loopback ports: free before the start, answering after it."""

import socket
import time
import urllib.request

from local.child import Child
from local.errors import StackError

HOST = "127.0.0.1"
_HIGHEST = 65535
_START_SECONDS = 60.0


def require_free(port: int, variable: str, what: str) -> None:
    """Raises StackError, naming the make variable, when `port` is none or is taken."""
    if not 0 < port <= _HIGHEST:
        raise StackError(
            f"{variable}={port} is no port for {what}. Choose one from 1 to {_HIGHEST}."
        )
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise StackError(
                f"Port {port} for {what} cannot be used ({error.strerror}). "
                f"Stop what uses it or choose another: make run {variable}={port + 1}"
            ) from error


def wait_until_answers(url: str, child: Child) -> None:
    """Waits until `url` answers; StackError when the child ends first or 60 s have passed."""
    give_up = time.monotonic() + _START_SECONDS
    while not _answers(url):
        child.check()
        if time.monotonic() > give_up:
            raise StackError(f"{child.name} does not answer on {url}.")
        time.sleep(0.05)


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=2):  # noqa: S310  loopback only
            return True
    except OSError:  # also what urllib raises for an HTTP error
        return False
