"""Serves connections: the scripted S3 on one port, and its control calls beside it."""

import asyncio
from contextlib import suppress

import h11

from tests.faults.client import Client, Gone
from tests.faults.control import PATH, control
from tests.faults.exchange import Exchange
from tests.faults.operations import call_of
from tests.faults.scripted import Scripted
from tests.faults.upstream import Upstream

HOST = "127.0.0.1"


class FaultServer:
    """A scripted S3 in front of a real one."""

    def __init__(self, upstream: Upstream) -> None:
        self._upstream = upstream
        self._scripted = Scripted()
        self._connections: set[asyncio.Task[None]] = set()

    async def listen(self, port: int) -> asyncio.Server:
        """Listens on loopback; port 0 chooses a free one."""
        return await asyncio.start_server(self._accept, HOST, port, backlog=256)

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connection = asyncio.create_task(self._serve(reader, writer))
        self._connections.add(connection)
        connection.add_done_callback(self._connections.discard)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        client = Client(reader, writer)
        try:
            with suppress(OSError, Gone, h11.ProtocolError):  # either side went away
                while (request := await client.request()) is not None:
                    await self._answer(client, request)
        finally:
            client.close()

    async def _answer(self, client: Client, request: h11.Request) -> None:
        method, target = request.method.decode(), request.target.decode()
        if target.startswith(PATH):
            await client.send(control(self._scripted, method, target, await client.body()))
        else:
            await self._exchange(client, request, method, target).run()

    def _exchange(self, client: Client, request: h11.Request, method: str, target: str) -> Exchange:
        scripted = self._scripted
        call = call_of(method, target)
        rule, fault = scripted.script.choose(call) or (None, None)
        checksums = scripted.checksums if scripted.script.rules.checksums else None
        seen = scripted.record.begin(call, rule)
        return Exchange(client, self._upstream, checksums, scripted.released, request, seen, fault)
