import asyncio
from typing import NoReturn

from s3loader.body_limit import BodyLimit
from starlette.types import Message, Receive, Scope, Send


async def never(scope: Scope, receive: Receive, send: Send) -> NoReturn:
    raise AssertionError("the request went further")


def test_a_body_that_declares_too_much_is_refused_before_a_byte_is_read() -> None:
    sent: list[Message] = []

    async def receive() -> NoReturn:
        raise AssertionError("the body was read")

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": "http", "headers": [(b"content-length", b"11")]}
    asyncio.run(BodyLimit(never, limit=10)(scope, receive, send))
    assert sent[0]["status"] == 413
