"""The outermost layer: a request id, one log line, safe headers, and no crash unanswered."""

import time
import uuid
from typing import Any

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from s3loader.observability import logger, request_id
from s3loader.problems import internal_error

_HEADERS = {
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
}


class RequestLog:
    """Wraps the API; the log line has the path but no query, which may name a person's files."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request_id.set(_request_id(scope))
        answer = _Answer(send)
        started = time.perf_counter()
        try:
            await self._app(scope, receive, answer.send)
        except Exception:
            logger.exception("request failed")
            if not answer.status:
                await internal_error()(scope, receive, answer.send)
        _log(scope, answer.status, time.perf_counter() - started)


class _Answer:
    """Adds the headers of every answer and remembers its status."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.status = 0

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = MutableHeaders(scope=message)
            headers.update(_HEADERS)
            headers["x-request-id"] = request_id.get() or ""
        await self._send(message)


def _request_id(scope: Scope) -> str:
    """Return API Gateway's id, so that its log and ours name a request alike."""
    event: dict[str, Any] = scope.get("aws.event", {})
    return str(event.get("requestContext", {}).get("requestId") or uuid.uuid4())


def _log(scope: Scope, status: int, seconds: float) -> None:
    logger.info(
        "request",
        extra={
            "method": scope["method"],
            "path": scope["path"],
            "status": status,
            "durationMs": round(seconds * 1000, 1),
            **_who(scope),
        },
    )


def _who(scope: Scope) -> dict[str, str]:
    """Name who signed in, by Firebase's id alone: AWS's own logs know only the server's account."""
    uid = scope.get("state", {}).get("uid")
    return {"uid": uid} if uid else {}
