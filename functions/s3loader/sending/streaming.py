"""Uploading a stream whose length nobody knows: read once, in parts, within bounded memory."""

import mmap
import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace

from s3loader.errors import S3LoaderError
from s3loader.limits import MIB
from s3loader.sending.confirming import MAY_BE_DONE, Confirmed
from s3loader.sending.failures import Interrupted, LocalError
from s3loader.sending.growing_layout import GrowingLayout
from s3loader.sending.judging import Candidate
from s3loader.sending.memory_budget import MemoryBudget
from s3loader.sending.ports import HashedPart
from s3loader.sending.reading import StreamReader
from s3loader.sending.reporting import Reporter
from s3loader.sending.tools import Tools
from s3loader.uploads.drafts import Draft
from s3loader.uploads.models import SentUpload

# Parts grow with the stream; while they are larger than this, they go one after the other.
MEMORY = 512 * MIB


class StreamUpload:
    """One stream."""

    def __init__(self, tools: Tools, reporter: Reporter, source: str = "-") -> None:
        self._tools = tools
        self._reporter = reporter
        self._source = source
        self._budget = MemoryBudget(MEMORY, tools.options.concurrency + 1)
        self._layout = GrowingLayout(tools.rules.layout.smallest, tools.options.expected_size)
        most = min(tools.rules.max_file_size, self._layout.capacity)
        self._rules = replace(tools.rules, max_file_size=most)
        self._has_failed = threading.Event()
        # New memory costs the system as much as filling it: what was sent is filled again.
        self._spare: list[memoryview] = []

    def run(self, reader: StreamReader, prefix: str, name: str) -> None:
        """Upload what is read; what becomes of it is reported.

        Raises:
            S3LoaderError: the account's, after which nothing else can work
            BaseException: what stopped it; nothing is left of it
        """
        key = prefix + name
        try:
            (judgement,) = self._tools.judge.judge(prefix, [Candidate(name, 0)])
            if isinstance(judgement, S3LoaderError):
                raise judgement
            key = judgement.key
            self._carry_out(reader, judgement)
        except (S3LoaderError, LocalError) as error:
            self._reporter.failed(self._source, error, key)
            if isinstance(error, S3LoaderError) and error.is_of_account:
                raise
        except BaseException:
            self._reporter.failed(self._source, Interrupted(), key)
            raise

    def _carry_out(self, reader: StreamReader, draft: Draft) -> None:
        if self._tools.options.dry_run:
            self._reporter.planned(self._source, draft, None)
            return
        self._tools.progress.begin(self._source, self._tools.options.expected_size or None)
        self._reporter.confirmed(self._source, self._upload(reader, draft))

    def _upload(self, reader: StreamReader, draft: Draft) -> Confirmed:
        first = self._read(reader, 0)
        self._rules.check_size(len(first))
        if len(first) < self._layout.next_size(0):
            return self._put(draft, first)
        order = self._tools.order(draft)
        begun = self._tools.store.begin(
            draft.key, draft.content_type, draft.nonce, order.storage_class
        )
        try:
            confirmed = self._in_parts(reader, first, draft, begun.upload_id)
        except BaseException:
            self._reporter.clear(self._tools.store, draft.key, begun.upload_id)
            raise
        if confirmed.kind == "failed":
            self._reporter.clear(self._tools.store, draft.key, begun.upload_id)
        return confirmed

    def _put(self, draft: Draft, body: memoryview) -> Confirmed:
        upload = SentUpload(key=draft.key, upload_id=None, size=len(body), nonce=draft.nonce)
        try:
            sent = self._tools.parts.put(self._tools.order(draft), body)
        except S3LoaderError as error:
            if error.code not in MAY_BE_DONE:
                raise
            (found,) = self._tools.confirmer.confirm([upload])
            if found.kind == "failed":
                raise
            return found
        self._tools.progress.advance(self._source, len(body))
        told = {"etag": sent.etag, "crc64nvme": sent.crc64nvme, "verify": sent.differs}
        (confirmed,) = self._tools.confirmer.confirm([upload.model_copy(update=told)])
        return confirmed

    def _in_parts(
        self, reader: StreamReader, first: memoryview, draft: Draft, upload_id: str
    ) -> Confirmed:
        parts = self._send_all(self._buffers(reader, first), draft.key, upload_id)
        upload = SentUpload(
            key=draft.key,
            upload_id=upload_id,
            size=sum(part.size for part in parts),
            parts=[part.sent for part in parts if part.sent],
            nonce=draft.nonce,
            on_conflict="replace" if self._tools.order(draft).may_replace else "refuse",
            crc64nvme=self._tools.parts.crc64nvme(parts),
        )
        (confirmed,) = self._tools.confirmer.cut_by(self._layout).confirm([upload])
        return confirmed

    def _send_all(
        self, buffers: Iterator[memoryview], key: str, upload_id: str
    ) -> list[HashedPart]:
        with ThreadPoolExecutor(max_workers=self._tools.options.concurrency) as pool:
            sending: list[Future[HashedPart]] = []
            try:
                for buffer in buffers:
                    number = len(sending) + 1
                    sending.append(pool.submit(self._send, key, upload_id, number, buffer))
                    del buffer  # who sends it frees it
                    if self._has_failed.is_set():
                        break
                return [part.result() for part in sending]
            except BaseException:
                self._tools.parts.stop()
                pool.shutdown(wait=False, cancel_futures=True)
                raise

    def _send(self, key: str, upload_id: str, number: int, buffer: memoryview) -> HashedPart:
        try:
            part = self._tools.parts.put_part(key, upload_id, number, buffer)
        except BaseException:
            self._has_failed.set()
            raise
        finally:
            self._spare.append(buffer)
            self._budget.give_back(len(buffer))
        self._tools.progress.advance(self._source, part.size)
        return part

    def _buffers(self, reader: StreamReader, first: memoryview) -> Iterator[memoryview]:
        sent, buffer = 0, first
        del first
        while buffer:
            sent += len(buffer)
            self._rules.check_size(sent)
            yield buffer
            del buffer
            buffer = self._read(reader, sent)

    def _read(self, reader: StreamReader, sent: int) -> memoryview:
        """Read the part that begins there."""
        size = self._layout.next_size(sent)
        self._budget.take(size)
        buffer = self._memory(size)
        filled = reader.fill(buffer)
        if filled < size:
            self._budget.give_back(size)
            self._budget.take(filled)
        return buffer[:filled]

    def _memory(self, size: int) -> memoryview:
        """Return memory of that size; of other sizes none is kept."""
        spare = self._spare.pop() if self._spare else None
        if spare is not None and len(spare) == size:
            return spare
        self._spare.clear()
        return memoryview(mmap.mmap(-1, size))
