"""Going on with what an earlier upload of the same file has left in S3."""

from concurrent.futures import FIRST_EXCEPTION, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass

from s3loader.errors import S3LoaderError
from s3loader.limits import MAX_PARTS, MIN_PART_SIZE
from s3loader.sending.confirming import Confirmed
from s3loader.sending.failures import Interrupted, LocalError
from s3loader.sending.ports import HashedPart
from s3loader.sending.source_files import SourceFile
from s3loader.sending.tools import Tools
from s3loader.uploads.drafts import Draft
from s3loader.uploads.layout import Layout
from s3loader.uploads.models import SentPart, SentUpload, UploadedPart
from s3loader.uploads.unfinished_ports import OpenUpload

_CANDIDATES = 100


@dataclass(frozen=True)
class _Begun:
    """A multipart upload to go on with: new, or with parts that S3 has already."""

    upload_id: str
    layout: Layout
    parts: dict[int, UploadedPart]
    nonce: str | None
    """None where another run chose it."""


@dataclass(frozen=True)
class Resumption:
    """Uploads one file in parts; when it ends early, what has arrived stays for the next time."""

    tools: Tools

    def upload(self, file: SourceFile, draft: Draft) -> Confirmed:
        """Send the parts that S3 lacks, and complete the upload.

        A part counts as there when its size and its ETag are those of the file's part.

        Raises:
            S3LoaderError: access_denied and the like
            LocalError: file_unreadable, file_changed, interrupted
        """
        begun = self._earlier(file, draft) or self._begin(file, draft)
        parts = self._all_parts(file, draft, begun)
        file.check_unchanged()
        may_replace = self.tools.options.on_conflict == "replace"
        upload = SentUpload(
            key=draft.key,
            upload_id=begun.upload_id,
            size=file.size,
            parts=[part.sent for part in parts if part.sent],
            nonce=begun.nonce,
            on_conflict="replace" if may_replace else "refuse",
            crc64nvme=self.tools.parts.crc64nvme(parts),
        )
        (confirmed,) = self.tools.confirmer.cut_by(begun.layout).confirm([upload])
        return confirmed

    def _begin(self, file: SourceFile, draft: Draft) -> _Begun:
        storage_class = self.tools.options.storage_class
        begun = self.tools.store.begin(draft.key, draft.content_type, draft.nonce, storage_class)
        layout = Layout(self.tools.rules.layout.part_size(file.size))
        return _Begun(begun.upload_id, layout, {}, draft.nonce)

    def _earlier(self, file: SourceFile, draft: Draft) -> _Begun | None:
        """Return the newest upload of the key whose first part is the file's."""
        page = self.tools.open_uploads.list_page(draft.key, None, _CANDIDATES)
        newest_first = sorted(page.uploads, key=lambda upload: upload.initiated_at, reverse=True)
        for upload in newest_first:
            if upload.key == draft.key and _takes_bare_parts(upload):
                begun = self._matching(file, upload)
                if begun:
                    return begun
        return None

    def _matching(self, file: SourceFile, upload: OpenUpload) -> _Begun | None:
        try:
            listed = self.tools.store.list_parts(upload.key, upload.upload_id)
        except S3LoaderError:
            return None  # it has ended since, or is not ours to look at
        layout = _layout_of(listed, file.size)
        if layout is None:
            return None
        parts = {
            part.part_number: part
            for part in listed
            if part.size == layout.part_length(file.size, part.part_number)
        }
        begun = _Begun(upload.upload_id, layout, parts, None)
        first = min(parts, default=None)
        return begun if first and self._has(file, begun, first) else None

    def _all_parts(self, file: SourceFile, draft: Draft, begun: _Begun) -> list[HashedPart]:
        numbers = range(1, begun.layout.part_count(file.size) + 1)
        with ThreadPoolExecutor(max_workers=self.tools.options.concurrency) as pool:
            futures = [pool.submit(self._part, file, draft, begun, number) for number in numbers]
            try:
                return _results(futures)
            except BaseException as error:
                pool.shutdown(wait=False, cancel_futures=True)
                if not isinstance(error, S3LoaderError | LocalError):
                    self.tools.parts.stop()  # else other files go on
                raise

    def _part(self, file: SourceFile, draft: Draft, begun: _Begun, number: int) -> HashedPart:
        start = (number - 1) * begun.layout.part_size(file.size)
        length = begun.layout.part_length(file.size, number)
        part = self._has(file, begun, number)
        if part is None:
            with file.open_at(start) as body:
                part = self.tools.parts.send(draft.key, begun.upload_id, number, body, length)
        self.tools.progress.advance(str(file.path), length)
        return part

    def _has(self, file: SourceFile, begun: _Begun, number: int) -> HashedPart | None:
        """Return a part that S3 has as the file has it."""
        listed = begun.parts.get(number)
        if listed is None:
            return None
        start = (number - 1) * begun.layout.part_size(file.size)
        with file.open_at(start) as body:
            part = self.tools.parts.hash(body, listed.size)
        if part.size != listed.size or part.md5.hex() != listed.etag:
            return None
        return part.as_sent(SentPart(part_number=number, etag=listed.etag))


def _takes_bare_parts(upload: OpenUpload) -> bool:
    """Parts go without checksums of their own, which composite ones would oblige them to have."""
    return upload.checksum is None or upload.checksum.type == "full-object"


def _layout_of(parts: list[UploadedPart], size: int) -> Layout | None:
    """Return how an upload is cut, if a file of that size can be cut so."""
    largest = max((part.size for part in parts), default=0)
    if not 0 < largest <= size:
        return None
    layout = Layout(largest)
    fits = largest >= min(size, MIN_PART_SIZE) and size <= largest * MAX_PARTS
    count = layout.part_count(size)
    return layout if fits and all(part.part_number <= count for part in parts) else None


def _results(futures: list[Future[HashedPart]]) -> list[HashedPart]:
    """Return them in order, or raise the first failure as soon as it is there."""
    done, _ = wait(futures, return_when=FIRST_EXCEPTION)
    failures = [future.exception() for future in done if future.exception()]
    own = [failure for failure in failures if failure and not isinstance(failure, Interrupted)]
    for failure in own or [found for found in failures if found]:
        raise failure
    return [future.result() for future in futures]
