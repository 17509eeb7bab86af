"""Refusing bodies that are too large before anything is parsed, chunked ones too."""

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from s3loader.problems import body_too_large

# Lambda takes 6 MB, base64 and the event's own fields included.
MAX_BODY_BYTES = 5_000_000
_LONGEST_LENGTH = 20  # digits; Python refuses to read thousands of them as a number


class BodyLimit:
    """Answers 413 once a request declares, or turns out to have, more than 5 MB."""

    def __init__(self, app: ASGIApp, limit: int = MAX_BODY_BYTES) -> None:
        self._app = app
        self._limit = limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] == "http" and self._declares_too_much(Headers(scope=scope)):
            await body_too_large()(scope, receive, send)
            return
        await self._app(scope, self._counting(receive), send)

    def _declares_too_much(self, headers: Headers) -> bool:
        declared = headers.get("content-length", "0")
        if not declared.isdecimal():
            return False
        return len(declared) > _LONGEST_LENGTH or int(declared) > self._limit

    def _counting(self, receive: Receive) -> Receive:
        received = 0

        async def counted() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > self._limit:
                raise HTTPException(413)
            return message

        return counted
