"""One request and its answer, with the fault that a rule chose for it."""

import asyncio
from dataclasses import dataclass

import h11

from tests.faults.answer import Answer
from tests.faults.aws_chunked import content_of
from tests.faults.checksums import Checksums
from tests.faults.client import Client
from tests.faults.errors import error
from tests.faults.faults import (
    Cut,
    Delay,
    Fault,
    Flip,
    Header,
    HidePart,
    Hold,
    Lose,
    Pages,
    Rate,
    Refuse,
    Stall,
)
from tests.faults.part_list import first_page, without_part
from tests.faults.record import Seen
from tests.faults.upstream import Upstream


@dataclass(frozen=True)
class Exchange:
    """Performs the fault; without one, S3 is asked and its answer passed on."""

    client: Client
    upstream: Upstream
    checksums: Checksums | None
    released: asyncio.Event
    request: h11.Request
    seen: Seen
    fault: Fault | None

    async def run(self) -> None:
        """Ends when the client has its answer, or will never have one.

        Raises:
            Gone: the client went away.
            OSError: S3 cannot be reached.
        """
        body = await self._read()
        if isinstance(self.fault, Cut):
            self.client.reset()
            return
        if isinstance(self.fault, Stall):
            await _for_ever()
        answer = await self._ask(body)
        await self._send(self._harmed(answer))

    async def _read(self) -> bytes:
        match self.fault:
            case Cut(after=most) | Stall(after=most):
                body = await self.client.body(most=most)
            case Rate(bytes_per_second=rate):
                body = await self.client.body(bytes_per_second=rate)
            case _:
                body = await self.client.body()
        self.seen.received = len(body)
        return body

    async def _ask(self, body: bytes) -> Answer:
        match self.fault:
            case Refuse(forward=False):
                return Answer(0, (), b"")  # S3 is not asked
            case Hold(before="request"):
                await self.released.wait()
            case Flip():
                body = _flipped(body)
        answer = await self.upstream.ask(self.request, body)
        self.seen.stored = answer.status
        if self.checksums is None:
            return answer
        content = content_of(self.request.headers, body)
        return await self.checksums.told(self.seen.call, content, answer)

    def _harmed(self, answer: Answer) -> Answer:
        match self.fault:
            case Refuse(code=code, status=status, message=message):
                return _readable_by_page(*error(code, status, message))
            case Header(name=name, value=value):
                return answer.with_header(name.lower().encode(), value.encode())
            case HidePart(part_number=part_number):
                return answer.with_body(without_part(answer.body, part_number))
            case Pages(size=size):
                return answer.with_body(first_page(answer.body, size))
        return answer

    async def _send(self, answer: Answer) -> None:
        match self.fault:
            case Delay(ms=ms):
                await asyncio.sleep(ms / 1000)
            case Hold(before="answer"):
                await self.released.wait()
            case Lose(after=after):
                if after is not None:
                    await self.client.send(answer, after)
                self.client.reset()
                return
        self.seen.status = answer.status
        await self.client.send(answer)


def _flipped(body: bytes) -> bytes:
    middle = len(body) // 2
    return body[:middle] + bytes([body[middle] ^ 1]) + body[middle + 1 :]


def _readable_by_page(status: int, document: bytes) -> Answer:
    """With the headers that let a page of any origin read it, as a bucket's CORS rules do."""
    headers = (
        (b"content-type", b"application/xml"),
        (b"access-control-allow-origin", b"*"),
        (b"access-control-expose-headers", b"ETag, x-amz-request-id"),
        (b"x-amz-request-id", b"FAULTS0000000001"),
    )
    return Answer(status, headers, b"").with_body(document)


async def _for_ever() -> None:
    await asyncio.Event().wait()
