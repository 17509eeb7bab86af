"""Finishing multipart uploads, also when an earlier answer was lost."""

from dataclasses import dataclass, replace

from s3loader.deadline import Deadline
from s3loader.errors import Conflict, ErrorCode, Forbidden, Missing, S3LoaderError
from s3loader.pauses import Pause
from s3loader.uploads.evidence import (
    another_object,
    head_own_object,
    is_unfinished,
    not_there,
)
from s3loader.uploads.integrity import arrived, lacks_checksum
from s3loader.uploads.models import SentUpload
from s3loader.uploads.names import check_key
from s3loader.uploads.outcomes import Arrival, Outcome
from s3loader.uploads.ports import Over, StoredObject, UploadStore
from s3loader.uploads.recency import Recency
from s3loader.uploads.replacing import allowed_over
from s3loader.uploads.rules import UploadRules

_SHOWN = 20
_WORTH_ANOTHER_CALL = (ErrorCode.AWS_THROTTLED, ErrorCode.AWS_ERROR)
_MAY_BE_DONE = (ErrorCode.UPLOAD_NOT_FOUND, ErrorCode.CONFLICT, ErrorCode.AWS_UNREACHABLE)
# What a look finds where the upload has made no object; any other failure of it decides nothing.
_NOT_OURS = (ErrorCode.UPLOAD_NOT_FOUND, ErrorCode.CONFLICT)


@dataclass(frozen=True)
class Completion:
    """Finishes the multipart uploads of one batch."""

    store: UploadStore
    rules: UploadRules
    deadline: Deadline
    pause: Pause
    recency: Recency

    def finish(self, upload: SentUpload, upload_id: str) -> Outcome:
        """Make the object of its parts; a repeated call finds its own object and succeeds."""
        try:
            check_key(upload.key)
            self.rules.check_size(upload.size)
            _check_parts(upload, self.rules.layout.part_count(upload.size))
            self.deadline.check()
            return self._finish(upload, upload_id)
        except S3LoaderError as error:
            return error

    def _finish(self, upload: SentUpload, upload_id: str) -> Arrival:
        try:
            done = self._complete(upload, upload_id)
        except S3LoaderError as error:
            if self._may_be_done(error):
                return self._find(upload, upload_id, error)
            raise
        return self._confirm(upload, done)

    def _complete(self, upload: SentUpload, upload_id: str) -> StoredObject:
        """Call once more after a quick failure, but never after S3 kept silent."""
        over = allowed_over(self.store, upload, upload_id)
        try:
            return self._ask(upload, upload_id, over)
        except S3LoaderError as error:
            if error.code not in _WORTH_ANOTHER_CALL or self.deadline.has_passed:
                raise
        self.pause(0)
        return self._ask(upload, upload_id, over)

    def _ask(self, upload: SentUpload, upload_id: str, over: Over) -> StoredObject:
        return self.store.complete(
            upload.key,
            upload_id,
            sorted(upload.parts, key=lambda part: part.part_number),
            upload.size,
            over,
        )

    def _confirm(self, upload: SentUpload, done: StoredObject) -> Arrival:
        """S3 repeats its answer to a repeated call, whatever has become of the object since."""
        try:
            self.deadline.check()
            found = self.store.head(upload.key)
        except Missing:
            raise not_there(upload.key) from None
        except S3LoaderError as error:
            if lacks_checksum(upload, done) and not isinstance(error, Forbidden):
                raise  # a later call can compare
            return arrived(upload, done)
        if found.etag != done.etag:
            raise another_object(upload.key)
        return arrived(upload, replace(done, checksum=done.checksum or found.checksum))

    def _may_be_done(self, error: S3LoaderError) -> bool:
        in_time = error.code is not ErrorCode.AWS_UNREACHABLE or not self.deadline.has_passed
        return error.code in _MAY_BE_DONE and in_time

    def _find(self, upload: SentUpload, upload_id: str, error: S3LoaderError) -> Arrival:
        """Return the object that an earlier call made of the parts, or raise `error`."""
        try:
            found = head_own_object(self.store, upload)
            is_news = upload.nonce is not None or self._made(upload_id, found, upload.key)
        except S3LoaderError as doubt:
            raise error if doubt.code in _NOT_OURS else doubt from None
        return arrived(upload, found, is_news=is_news)

    def _made(self, upload_id: str, found: StoredObject, key: str) -> bool:
        """Tell whether an object of the same parts is this upload's; S3 dates it by its beginning.

        Raises:
            Conflict: conflict, while the upload still waits to be completed
        """
        waits = is_unfinished(self.store, key, upload_id)
        if waits:
            raise another_object(key)
        return waits is False or self.recency.covers(found.last_modified)


def _check_parts(upload: SentUpload, count: int) -> None:
    sent = {part.part_number for part in upload.parts}
    expected = range(1, count + 1)
    if sent == set(expected) and len(upload.parts) == len(expected):
        return
    missing = [str(number) for number in expected if number not in sent]
    raise Conflict(
        ErrorCode.UPLOAD_INCOMPLETE,
        "Not every part was sent exactly once. Upload the missing parts, then complete again.",
        {"key": upload.key, "missing": missing[:_SHOWN], "missingCount": len(missing)},
    )
