"""The real S3 behind the scripted one: each request on a connection of its own."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass

import h11

from tests.faults.answer import Answer, Headers

_OF_THE_CONNECTION = {b"connection", b"keep-alive", b"transfer-encoding", b"expect"}


@dataclass(frozen=True)
class Upstream:
    """Where the real S3 listens. The host that was signed stays in the request."""

    host: str
    port: int

    async def ask(self, request: h11.Request, body: bytes) -> Answer:
        """Sends a request as it came and returns the whole answer.

        Raises:
            OSError: nobody listens, or the connection breaks.
        """
        reader, writer = await asyncio.open_connection(self.host, self.port)
        try:
            connection = h11.Connection(h11.CLIENT)
            writer.write(_bytes(connection, request, body))
            return await _answer(connection, reader)
        finally:
            writer.close()


def _bytes(connection: h11.Connection, request: h11.Request, body: bytes) -> bytes:
    # Its body has been read, so its length is known, however it was framed.
    headers = [*_kept(request.headers, {b"content-length"}), (b"connection", b"close")]
    if body or any(name == b"content-length" for name, _ in request.headers):
        headers.append((b"content-length", b"%d" % len(body)))
    head = h11.Request(method=request.method, target=request.target, headers=headers)
    events: list[h11.Event] = [head, h11.Data(data=body), h11.EndOfMessage()]
    return b"".join(connection.send(event) or b"" for event in events)


async def _answer(connection: h11.Connection, reader: asyncio.StreamReader) -> Answer:
    status, body = 0, bytearray()
    headers: Headers = ()
    while True:
        event = connection.next_event()
        if event is h11.NEED_DATA:
            connection.receive_data(await reader.read(65_536))
        elif isinstance(event, h11.Response):
            status, headers = event.status_code, tuple(_kept(event.headers, set()))
        elif isinstance(event, h11.Data):
            body += event.data
        elif isinstance(event, h11.EndOfMessage):
            return _framed(Answer(status, headers, bytes(body)))
        elif isinstance(event, h11.ConnectionClosed):
            raise ConnectionResetError("S3 has closed the connection without an answer")


def _framed(answer: Answer) -> Answer:
    """With a length: what a HEAD would have, or the body's; 204 has none."""
    if answer.body or (answer.header(b"content-length") is None and answer.status != 204):
        return answer.with_body(answer.body)
    return answer


def _kept(headers: Iterable[tuple[bytes, bytes]], dropped: set[bytes]) -> list[tuple[bytes, bytes]]:
    unwanted = _OF_THE_CONNECTION | dropped
    return [(name, value) for name, value in headers if name not in unwanted]
