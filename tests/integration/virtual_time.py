"""Time that passes only while AWS is asked, counted along what waits for what."""

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import pytest
from botocore.config import Config
from botocore.exceptions import ReadTimeoutError
from s3loader.aws.session import shared_session


class VirtualTime:
    """Seconds; a thread of a pool begins at its caller's, and who waits for it ends at its own."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._of_thread = threading.local()
        self._ends: dict[Future[Any], float] = {}
        monkeypatch.setattr(ThreadPoolExecutor, "submit", self._submitting())
        monkeypatch.setattr(Future, "result", self._waiting())

    def now(self) -> float:
        now: float = getattr(self._of_thread, "now", 0.0)
        return now

    def set(self, moment: float) -> None:
        self._of_thread.now = moment

    def _submitting(self) -> Callable[..., Future[Any]]:
        submit = ThreadPoolExecutor.submit

        def submitting(
            pool: ThreadPoolExecutor,
            work: Callable[..., Any],
            *args: Any,  # noqa: ANN401
            **kwargs: Any,  # noqa: ANN401
        ) -> Future[Any]:
            begun = self.now()
            known = threading.Event()

            def timed() -> Any:  # noqa: ANN401
                self.set(begun)
                try:
                    return work(*args, **kwargs)
                finally:
                    known.wait()
                    self._ends[future] = self.now()

            future = submit(pool, timed)
            known.set()
            return future

        return submitting

    def _waiting(self) -> Callable[..., Any]:
        result = Future.result

        def waiting(future: Future[Any], timeout: float | None = None) -> Any:  # noqa: ANN401
            try:
                return result(future, timeout)
            finally:
                self.set(max(self.now(), self._ends.get(future, 0.0)))

        return waiting


def slow_aws(
    time: VirtualTime, seconds: float, *, answers: bool, service: str | None = None
) -> None:
    """Makes every call last so long, but no longer than its client waits and repeats.

    Args:
        answers: whether an answer comes then, if the client still waits
        service: the only one that is slow; None for all
    """

    def ask(context: dict[str, Any], **_: object) -> None:
        longest = _longest(context["client_config"])
        time.set(time.now() + min(seconds, longest))
        if not answers or seconds > longest:
            raise ReadTimeoutError(endpoint_url="https://aws")

    events: Any = shared_session().get_component("event_emitter")
    events.register_first(f"before-call.{service}" if service else "before-call", ask)


def _longest(config: Config) -> float:
    """With the pause before a repetition, which is at most a second, then two."""
    patience: Any = config
    attempts: int = patience.retries["total_max_attempts"]
    pauses = sum(2.0**repeated for repeated in range(attempts - 1))
    return attempts * float(patience.connect_timeout + patience.read_timeout) + pauses
