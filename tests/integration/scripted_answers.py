"""Answers of a test's own in place of moto's, or none at all."""

from collections.abc import Iterator
from itertools import chain, repeat

import pytest
from botocore.awsrequest import AWSPreparedRequest, AWSResponse
from botocore.compat import HTTPHeaders
from botocore.exceptions import ReadTimeoutError
from moto.core.botocore_stubber import BotocoreStubber, MockRawResponse


class ScriptedAws:
    """moto, but for what a test says; operations are like "s3.GetBucketCors", or "s3" for all."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._scripts: list[tuple[str, Iterator[tuple[int, bytes] | None]]] = []
        self._lost: list[str] = []
        self._moto = BotocoreStubber.__call__
        asked = self._ask

        def ask(
            moto: BotocoreStubber, event_name: str, request: AWSPreparedRequest, **_: object
        ) -> AWSResponse | None:
            return asked(moto, event_name, request)

        monkeypatch.setattr(BotocoreStubber, "__call__", ask)

    def answer(
        self, operation: str, page: bytes, status: int = 200, times: int | None = None
    ) -> None:
        """Answers so often (None: always) without carrying anything out."""
        answers = repeat((status, page)) if times is None else repeat((status, page), times)
        self._scripts.append((f"before-send.{operation}", chain(answers, repeat(None))))

    def lose_answer(self, operation: str) -> None:
        """Carries the operation out once, but its answer never arrives."""
        self._lost.append(f"before-send.{operation}")

    def _ask(
        self, moto: BotocoreStubber, event: str, request: AWSPreparedRequest
    ) -> AWSResponse | None:
        scripted = self._scripted(event)
        if scripted:
            status, page = scripted
            body = b"" if request.method == "HEAD" else page
            return AWSResponse(request.url, status, HTTPHeaders(), MockRawResponse(body))
        answered = self._moto(moto, event, request)
        if event in self._lost:
            self._lost.remove(event)
            raise ReadTimeoutError(endpoint_url=request.url)
        return answered

    def _scripted(self, event: str) -> tuple[int, bytes] | None:
        for place, answers in self._scripts:
            if event.startswith(place):
                return next(answers)
        return None


def error(aws_code: str) -> bytes:
    """Returns the body of an answer that names an error."""
    return f"<Error><Code>{aws_code}</Code><Message>m</Message></Error>".encode()
