"""CloudFront's part on this machine: template.yaml's headers on pages and on API answers."""

import os
from collections.abc import Mapping

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from deploy.edge import Edge, read_edge
from deploy.firebase import firebase_parameters

# On plain HTTP browsers ignore it, and on localhost it would reach other programs' pages.
_NOT_HERE = "strict-transport-security"

# The embedded AWS, Firebase's emulators, and what tests put between them and the page.
_LOOPBACK = "http://127.0.0.1:* http://localhost:*"


def local_edge(environment: Mapping[str, str] = os.environ) -> Edge:
    """Return the edge of a deployment with this environment's S3 and sign-in."""
    config = environment.get("FIREBASE_WEB_CONFIG")
    firebase = firebase_parameters(config) if config else {}
    return read_edge({"S3Sources": _LOOPBACK if _is_local(environment) else "", **firebase})


def _is_local(environment: Mapping[str, str]) -> bool:
    return bool(environment.get("AWS_ENDPOINT") or environment.get("S3_ENDPOINT"))


class WithHeaders:
    """Puts headers over an answer's own, as a response headers policy does."""

    def __init__(self, app: ASGIApp, headers: Mapping[str, str]) -> None:
        self._app = app
        self._headers = {name: value for name, value in headers.items() if name != _NOT_HERE}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self._headers)
            await send(message)

        await self._app(scope, receive, with_headers)
