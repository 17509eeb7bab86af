import asyncio
from typing import NoReturn

import pytest
from s3loader.body_limit import BodyLimit
from starlette.exceptions import HTTPException
from starlette.types import Message, Receive, Scope, Send


async def never(scope: Scope, receive: Receive, send: Send) -> NoReturn:
    raise AssertionError("the request went further")


@pytest.mark.parametrize("declared", [b"11", b"9" * 5000])
def test_a_body_that_declares_too_much_is_refused_before_a_byte_is_read(declared: bytes) -> None:
    sent: list[Message] = []

    async def receive() -> NoReturn:
        raise AssertionError("the body was read")

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": "http", "headers": [(b"content-length", declared)]}
    asyncio.run(BodyLimit(never, limit=10)(scope, receive, send))
    assert sent[0]["status"] == 413


def test_chunks_are_added_up() -> None:
    async def reading(scope: Scope, receive: Receive, send: Send) -> None:
        for _ in range(3):
            await receive()

    async def receive() -> Message:
        return {"type": "http.request", "body": b"x" * 4, "more_body": True}

    async def send(message: Message) -> None:
        raise AssertionError("an answer that nobody asked for")

    with pytest.raises(HTTPException) as refused:
        asyncio.run(BodyLimit(reading, limit=10)({"type": "http", "headers": []}, receive, send))
    assert refused.value.status_code == 413
