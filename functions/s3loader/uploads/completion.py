"""Finishing multipart uploads, also when an earlier answer was lost."""

from dataclasses import dataclass, replace

from s3loader.deadline import Deadline
from s3loader.errors import Conflict, ErrorCode, Missing, S3LoaderError
from s3loader.pauses import Pause
from s3loader.uploads.evidence import another_object, head_own_object, not_there
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
# A look that failed thus tells nothing of the upload, so it must not count as lost.
_STILL_IN_DOUBT = (ErrorCode.UPLOAD_NOT_VERIFIABLE, ErrorCode.AWS_UNREACHABLE, *_WORTH_ANOTHER_CALL)


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
        except S3LoaderError as error:
            return error
        try:
            done = self._complete(upload, upload_id)
        except S3LoaderError as error:
            return self._own_object(upload, error) if self._may_be_done(error) else error
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

    def _confirm(self, upload: SentUpload, done: StoredObject) -> Outcome:
        """S3 repeats its answer to a repeated call, whatever has become of the object since."""
        if self.deadline.has_passed:
            return Arrival(done)
        try:
            found = self.store.head(upload.key)
        except Missing:
            return not_there(upload.key)
        except S3LoaderError:
            return Arrival(done)
        if found.etag != done.etag:
            return another_object(upload.key)
        return Arrival(replace(done, checksum=done.checksum or found.checksum))

    def _may_be_done(self, error: S3LoaderError) -> bool:
        in_time = error.code is not ErrorCode.AWS_UNREACHABLE or not self.deadline.has_passed
        return error.code in _MAY_BE_DONE and in_time

    def _own_object(self, upload: SentUpload, error: S3LoaderError) -> Outcome:
        try:
            found = head_own_object(self.store, upload)
        except S3LoaderError as doubt:
            return doubt if doubt.code in _STILL_IN_DOUBT else error
        # Another's object of the same bytes has the same ETag, but not our nonce.
        is_news = upload.nonce is not None or self.recency.covers(found.last_modified)
        return Arrival(found, is_news)


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
