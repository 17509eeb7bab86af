"""A slower link to servers on this machine: a TCP proxy with a rate and a delay."""

import socket
import threading
import time
from dataclasses import replace

from local.ports import HOST
from tests.bench.pipe import Direction, Pipe
from tests.bench.seaweedfs import S3Server


class Link:
    """A line with one rate and delay, both ways alike, for all that goes over it.

    It lives in threads of this process, as long as that: it has nothing else to do while others
    measure.
    """

    def __init__(self, bits_per_second: float, round_trip: float) -> None:
        """`round_trip` in seconds."""
        self._round_trip = round_trip
        self._up, self._down = (
            Direction(bits_per_second / 8, round_trip / 2) for _ in ("up", "down")
        )

    def to(self, address: str) -> str:
        """The address (http://host:port) under which a server is reached over this link."""
        listener = socket.create_server((HOST, 0), backlog=128)
        port = int(address.rsplit(":", 1)[1])
        threading.Thread(target=self._serve, args=(listener, port), daemon=True).start()
        return f"http://{HOST}:{listener.getsockname()[1]}"

    def to_s3(self, server: S3Server) -> S3Server:
        """The same server and bucket over this link."""
        return replace(server, endpoint=self.to(server.endpoint))

    def _serve(self, listener: socket.socket, port: int) -> None:
        while True:
            client, _ = listener.accept()
            threading.Thread(target=self._connect, args=(client, port), daemon=True).start()

    def _connect(self, client: socket.socket, port: int) -> None:
        time.sleep(self._round_trip)  # TCP's handshake
        server = socket.create_connection((HOST, port))
        for end in (client, server):
            end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        Pipe(client, server, self._up).start()
        Pipe(server, client, self._down).start()
