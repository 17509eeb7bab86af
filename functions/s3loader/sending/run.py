"""One run: sources, an address and wishes in, what became of each source out."""

import sys
from collections.abc import Iterable, Sequence
from logging import StreamHandler
from os import PathLike, fspath
from typing import cast

from s3loader.observability import configure_logging, logger
from s3loader.sending.account import Place, open_tools
from s3loader.sending.address import parse_address
from s3loader.sending.handler import upload_files, upload_stream
from s3loader.sending.local_settings import LocalSettings
from s3loader.sending.options import Options
from s3loader.sending.progress import Progress
from s3loader.sending.reading import Reader, Stream
from s3loader.sending.report import UploadReport
from s3loader.sending.reporting import Reporter

LocalPath = str | PathLike[str]
Sources = LocalPath | Sequence[LocalPath] | Stream


class Run:
    """Uploads once."""

    def __init__(
        self, to: str, options: Options, place: Place, settings: LocalSettings, progress: Progress
    ) -> None:
        """Open the bucket; see `s3loader.sending.library.upload` for what fails."""
        log_to_stderr(settings.log_level)
        self._address = parse_address(to)
        bucket = self._address.bucket
        self._tools = open_tools(bucket, place, settings, options, progress)
        self._reporter = Reporter(bucket, options, progress)

    def upload(self, sources: Sources) -> UploadReport:
        """Upload the sources, and return the report."""
        paths = _paths(sources)
        try:
            if paths is None:
                upload_stream(cast("Stream", sources), self._address, self._tools, self._reporter)
            else:
                upload_files(paths, self._address, self._tools, self._reporter)
        finally:
            self._tools.files.close()
        return self.report

    @property
    def report(self) -> UploadReport:
        """What is known so far, also after an interruption."""
        return UploadReport(
            list(self._reporter.results), list(self._reporter.cleared), list(self._reporter.left)
        )


def log_to_stderr(level: str) -> None:
    """Keep stdout for results; the API's logger writes there, as Lambda expects it."""
    configure_logging(level)
    handler = logger.registered_handler
    if isinstance(handler, StreamHandler) and handler.stream is sys.stdout:
        handler.setStream(sys.stderr)


def _paths(sources: Sources) -> list[str] | None:
    """Return the paths, or None where it is a stream."""
    if isinstance(sources, str | PathLike):
        return [fspath(sources)]
    if isinstance(sources, Reader | bytes | bytearray) or not isinstance(sources, Sequence):
        return None
    return [fspath(source) for source in cast("Iterable[LocalPath]", sources)]
