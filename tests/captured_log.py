"""What the service's logger wrote during a test, as one text."""

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from logging import StreamHandler

from s3loader.observability import logger


@contextmanager
def captured_log() -> Iterator[Callable[[], str]]:
    """Redirects the log and yields what reads it."""
    handler = logger.registered_handler
    assert isinstance(handler, StreamHandler)
    written = io.StringIO()
    before = handler.setStream(written)
    try:
        yield written.getvalue
    finally:
        handler.setStream(before or handler.stream)
