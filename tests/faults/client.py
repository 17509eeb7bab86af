"""One connection of a client, at whose other end the faults are felt."""

import asyncio
import socket
import struct

import h11

from tests.faults.answer import Answer

_CHUNK = 16 * 1024
_RESET_ON_CLOSE = struct.pack("ii", 1, 0)  # SO_LINGER for 0 s: close() sends RST


class Gone(Exception):
    """The client has closed the connection."""


class Client:
    """Reads requests one after another and answers each, or does not."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._http = h11.Connection(h11.SERVER)

    async def request(self) -> h11.Request | None:
        """Waits for the head of the next request; None when the connection ends instead."""
        if self._http.our_state is h11.DONE and self._http.their_state is h11.DONE:
            self._http.start_next_cycle()
        if self._http.our_state is not h11.IDLE:
            return None
        event = await self._next_event()
        return event if isinstance(event, h11.Request) else None

    async def body(self, most: int | None = None, bytes_per_second: int | None = None) -> bytes:
        """Reads the body: all of it, or until `most` bytes have come; at some rate.

        Raises:
            Gone: the client went away first.
        """
        if self._http.they_are_waiting_for_100_continue:
            await self._send(h11.InformationalResponse(status_code=100, headers=[]))
        read = bytearray()
        while most is None or len(read) < most:
            event = await self._next_event()
            if not isinstance(event, h11.Data):
                break
            read += event.data
            if bytes_per_second is not None:
                await asyncio.sleep(len(event.data) / bytes_per_second)
        return bytes(read)

    async def send(self, answer: Answer, most: int | None = None) -> None:
        """Answers; no more than `most` bytes of the body."""
        body = answer.body[:most]
        headers = list(answer.headers)
        await self._send(h11.Response(status_code=answer.status, headers=headers))
        if body:
            await self._send(h11.Data(data=body))
        if len(body) == len(answer.body):
            await self._send(h11.EndOfMessage())

    def reset(self) -> None:
        """Breaks the connection off, as a failing line does."""
        connection: socket.socket = self._writer.get_extra_info("socket")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_ON_CLOSE)
        self._writer.transport.abort()

    def close(self) -> None:
        """Ends the connection in order."""
        self._writer.close()

    async def _next_event(self) -> object:
        while (event := self._http.next_event()) is h11.NEED_DATA:
            data = await self._reader.read(_CHUNK)
            if not data and self._http.their_state is h11.SEND_BODY:
                raise Gone
            self._http.receive_data(data)
        return event

    async def _send(self, event: h11.Event) -> None:
        self._writer.write(self._http.send(event) or b"")
        await self._writer.drain()
