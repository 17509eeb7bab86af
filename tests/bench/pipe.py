"""One TCP connection over a link: what limits its bytes, and when they arrive."""

import socket
import threading
import time
from collections import deque
from contextlib import suppress
from queue import SimpleQueue

_CHUNK = 64 * 1024
_FIRST_WINDOW = 10 * 1460  # RFC 6928: ten segments
_LARGEST_WINDOW = 3 * 1024 * 1024  # half of Linux's tcp_rmem, which is 6 MiB
_QUEUE_SECONDS = 0.05  # how much a router holds back before senders have to wait


class Direction:
    """One way over the link: all connections share its rate."""

    def __init__(self, bytes_per_second: float, delay: float) -> None:
        self.delay = delay  # seconds
        self._bytes_per_second = bytes_per_second
        self._free = 0.0
        self._lock = threading.Lock()

    def carry(self, size: int) -> float:
        """Waits for room in the router's queue; returns when the bytes arrive (monotonic)."""
        with self._lock:
            time.sleep(max(0.0, self._free - _QUEUE_SECONDS - time.monotonic()))
            self._free = max(self._free, time.monotonic()) + size / self._bytes_per_second
            return self._free + self.delay


class Window:
    """How many bytes one connection may have under way: it grows as in TCP's slow start."""

    def __init__(self) -> None:
        self._limit = _FIRST_WINDOW
        self._under_way = 0
        self._acknowledged: deque[tuple[float, int]] = deque()
        self._changed = threading.Condition()

    def room(self) -> int:
        """Waits until some bytes may be sent; returns how many."""
        with self._changed:
            while (room := self._settle()) <= 0:
                soonest = self._acknowledged[0][0] if self._acknowledged else None
                self._changed.wait(soonest and max(0.0, soonest - time.monotonic()))
            return room

    def sent(self, size: int) -> None:
        """Counts what has left."""
        with self._changed:
            self._under_way += size

    def acknowledge(self, at: float, size: int) -> None:
        """The sender hears at that time (monotonic) that the other side has taken them."""
        with self._changed:
            self._acknowledged.append((at, size))
            self._changed.notify()

    def _settle(self) -> int:
        while self._acknowledged and self._acknowledged[0][0] <= time.monotonic():
            _, size = self._acknowledged.popleft()
            self._under_way -= size
            self._limit = min(_LARGEST_WINDOW, self._limit + size)
        return self._limit - self._under_way


class Pipe:
    """One direction of one connection."""

    def __init__(self, source: socket.socket, target: socket.socket, direction: Direction) -> None:
        self._source, self._target, self._direction = source, target, direction
        self._window = Window()
        self._under_way: SimpleQueue[tuple[float, bytes]] = SimpleQueue()

    def start(self) -> None:
        """Carries bytes until one side closes, and closes the other."""
        threading.Thread(target=self._send, daemon=True).start()
        threading.Thread(target=self._deliver, daemon=True).start()

    def _send(self) -> None:
        data = b"begin"
        while data:
            data = _received(self._source, min(self._window.room(), _CHUNK))
            self._window.sent(len(data))
            self._under_way.put((self._direction.carry(len(data)), data))

    def _deliver(self) -> None:
        due, data = self._under_way.get()
        while data and _delivered(self._target, data, due):
            self._window.acknowledge(time.monotonic() + self._direction.delay, len(data))
            due, data = self._under_way.get()
        _shut(self._target, socket.SHUT_WR)
        if data:  # nobody takes it any more: the sender shall learn that too
            _shut(self._source, socket.SHUT_RD)
            self._window.acknowledge(0.0, _LARGEST_WINDOW)


def _received(source: socket.socket, most: int) -> bytes:
    try:
        return source.recv(most)
    except OSError:
        return b""


def _delivered(target: socket.socket, data: bytes, due: float) -> bool:
    time.sleep(max(0.0, due - time.monotonic()))
    try:
        target.sendall(data)
    except OSError:
        return False
    return True


def _shut(connection: socket.socket, how: int) -> None:
    with suppress(OSError):  # it is closed already
        connection.shutdown(how)
