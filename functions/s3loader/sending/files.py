"""Uploading files: judged in batches, sent side by side, each confirmed when it has arrived."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import groupby

from s3loader.errors import ErrorCode, S3LoaderError
from s3loader.limits import MAX_FILES_PER_BATCH
from s3loader.sending.confirming import MAY_BE_DONE, Confirmed
from s3loader.sending.failures import Interrupted, LocalError
from s3loader.sending.judging import Candidate, Judgement
from s3loader.sending.ports import FileUnderWay, SentBytes
from s3loader.sending.reporting import Failure, Reporter
from s3loader.sending.resuming import Resumption
from s3loader.sending.source_files import SourceFile
from s3loader.sending.tools import Tools
from s3loader.uploads.drafts import Draft
from s3loader.uploads.models import SentUpload

# Small files are confirmed together, as one listing tells of many; but nobody waits for the last.
_CONFIRMED_TOGETHER = 200


@dataclass(frozen=True)
class _Job:
    """A file on its way."""

    file: SourceFile
    draft: Draft
    transfer: FileUnderWay

    def sent(self, sent: SentBytes) -> SentUpload:
        """Return it as the API's clients tell it."""
        return SentUpload(
            key=self.draft.key,
            upload_id=None,
            size=self.file.size,
            nonce=self.draft.nonce,
            etag=sent.etag,
            crc64nvme=sent.crc64nvme,
            verify=sent.differs,
        )


class FilesUpload:
    """One run."""

    def __init__(self, tools: Tools, reporter: Reporter) -> None:
        self._tools = tools
        self._reporter = reporter
        self._todo: dict[str, SourceFile] = {}
        self._jobs: list[_Job] = []
        self._arrived: list[tuple[_Job, SentBytes]] = []

    def run(self, files: Sequence[SourceFile], prefix: str) -> None:
        """Upload files below a prefix; what becomes of each is reported.

        Raises:
            S3LoaderError: the account's, after which nothing else can work
            BaseException: what stopped it; what was begun is aborted
        """
        self._todo = {str(file.path): file for file in files}
        try:
            for folder, batch in _batches(files):
                self._batch(prefix + folder, batch)
        except BaseException as error:
            self._give_up(error if isinstance(error, S3LoaderError) else Interrupted())
            raise

    def _batch(self, prefix: str, files: Sequence[SourceFile]) -> None:
        for file, judgement in zip(files, self._judged(prefix, files), strict=True):
            if isinstance(judgement, S3LoaderError):
                self._failed(file, judgement)
            elif self._tools.options.dry_run:
                self._done(file)
                self._reporter.planned(str(file.path), judgement, file.size)
            else:
                self._begin(file, judgement)
        while self._jobs:
            self._collect(self._jobs[0])
        self._confirm()

    def _judged(self, prefix: str, files: Sequence[SourceFile]) -> Sequence[Judgement]:
        try:
            return self._tools.judge.judge(
                prefix, [Candidate(file.name, file.size) for file in files]
            )
        except S3LoaderError as error:
            if is_fatal(error):
                raise
            return [error] * len(files)

    def _begin(self, file: SourceFile, draft: Draft) -> None:
        source = str(file.path)
        self._tools.progress.begin(source, file.size)
        if self._tools.options.resume and self._tools.rules.is_multipart(file.size):
            self._resume(file, draft)
            return

        def advance(count: int) -> None:
            self._tools.progress.advance(source, count)

        transfer = self._tools.files.send(file, self._tools.order(draft), advance)
        self._jobs.append(_Job(file, draft, transfer))

    def _resume(self, file: SourceFile, draft: Draft) -> None:
        try:
            confirmed = Resumption(self._tools).upload(file, draft)
        except (S3LoaderError, LocalError) as error:
            if is_fatal(error):
                raise
            self._failed(file, error, draft.key)
        else:
            self._done(file)
            self._reporter.confirmed(str(file.path), confirmed)

    def _collect(self, job: _Job) -> None:
        try:
            sent = job.transfer.result()
        except (S3LoaderError, LocalError) as error:
            if is_fatal(error):
                raise
            self._jobs.remove(job)
            self._settle(job, error, may_be_done=error.code in MAY_BE_DONE)
            return
        self._jobs.remove(job)
        self._arrived.append((job, sent))
        is_large = self._tools.rules.is_multipart(job.file.size)
        if is_large or len(self._arrived) >= _CONFIRMED_TOGETHER:
            self._confirm()

    def _confirm(self) -> None:
        """Ask about what has arrived."""
        if not self._arrived:
            return
        uploads = [job.sent(sent) for job, sent in self._arrived]
        results = self._tools.confirmer.confirm(uploads)
        arrived, self._arrived = self._arrived, []
        for (job, sent), result in zip(arrived, results, strict=True):
            self._done(job.file)
            self._reporter.confirmed(str(job.file.path), self._looked_up(job, sent, result))

    def _looked_up(self, job: _Job, sent: SentBytes, result: Confirmed) -> Confirmed:
        """Where the account may not look at objects, a listing with the ETag S3 told must do."""
        is_hidden = result.kind == "failed" and result.code is ErrorCode.UPLOAD_NOT_VERIFIABLE
        if not is_hidden or sent.told_etag is None:
            return result
        (listed,) = self._tools.confirmer.confirm([job.sent(replace(sent, etag=sent.told_etag))])
        return listed

    def _settle(self, job: _Job, error: Failure, *, may_be_done: bool) -> None:
        """Report a failure, unless the object turns out to be there and this upload's."""
        self._clear(job.draft.key)
        if may_be_done:
            sent = SentBytes(None, job.transfer.crc64nvme)
            (result,) = self._tools.confirmer.confirm([job.sent(sent)])
            if result.kind == "completed":
                self._done(job.file)
                self._reporter.confirmed(str(job.file.path), result)
                return
        self._failed(job.file, error, job.draft.key)

    def _give_up(self, reason: Failure) -> None:
        """End what is under way, confirm what has arrived, abort the rest."""
        self._tools.files.stop()
        with suppress(S3LoaderError):  # the account's, which no longer lets anybody look
            self._end_jobs(reason)
        for key in self._tools.files.left_behind():
            self._clear(key)
        for file in list(self._todo.values()):
            self._failed(file, reason)

    def _end_jobs(self, reason: Failure) -> None:
        """S3 may have taken what was under way, although its answer was not waited for."""
        stopped = []
        for job in self._jobs:
            try:
                self._arrived.append((job, job.transfer.result()))
            except (S3LoaderError, LocalError):
                stopped.append(job)
        self._jobs = []
        self._confirm()
        for job in stopped:
            self._settle(job, reason, may_be_done=job.transfer.has_begun)

    def _clear(self, key: str) -> None:
        upload_id = self._tools.files.left_behind().get(key)
        if upload_id and not self._reporter.has_dealt_with(key):
            self._reporter.clear(self._tools.store, key, upload_id)

    def _failed(self, file: SourceFile, error: Failure, key: str | None = None) -> None:
        self._done(file)
        self._reporter.failed(str(file.path), error, key)

    def _done(self, file: SourceFile) -> None:
        self._todo.pop(str(file.path), None)


def is_fatal(error: Failure) -> bool:
    """Tell whether nothing else can work either."""
    return isinstance(error, S3LoaderError) and error.is_of_account


def _batches(files: Sequence[SourceFile]) -> Iterator[tuple[str, Sequence[SourceFile]]]:
    """Cut into what one listing of a prefix and one answer of the API's would be for."""
    in_order = sorted(files, key=lambda file: file.folder)
    for folder, group in groupby(in_order, key=lambda file: file.folder):
        below = list(group)
        for start in range(0, len(below), MAX_FILES_PER_BATCH):
            yield folder, below[start : start + MAX_FILES_PER_BATCH]
