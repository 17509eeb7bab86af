"""Checking many single PUTs with few calls: by listing where possible, else by HEAD."""

from collections.abc import Sequence
from dataclasses import dataclass

from s3loader.concurrency import concurrently
from s3loader.deadline import Deadline
from s3loader.errors import Forbidden, S3LoaderError
from s3loader.uploads.evidence import head_own_object, match_listed
from s3loader.uploads.integrity import arrived
from s3loader.uploads.listed_keys import list_keys
from s3loader.uploads.models import SentUpload
from s3loader.uploads.names import check_key
from s3loader.uploads.outcomes import Arrival, Outcome
from s3loader.uploads.ports import ListedObject, StoredObject, UploadStore
from s3loader.uploads.recency import Recency


@dataclass(frozen=True)
class PutCheck:
    """Checks the single PUTs of one batch.

    A listing shows size, ETag and time. That is enough where the ETag is known and the object new;
    otherwise a HEAD shows by the nonce whose the object is. Only a HEAD shows S3's checksum too,
    but one for each small file would double the calls: browsers compare the ETag with the MD5 of
    what they sent, and ask to `verify` those where it differs.
    """

    store: UploadStore
    deadline: Deadline
    recency: Recency

    def check(self, uploads: Sequence[SentUpload]) -> list[Outcome]:
        """Return an outcome per upload, in order."""
        keys = [upload.key for upload in uploads if not _has_lost_its_answer(upload)]
        listed = list_keys(self.store, keys, self.deadline)
        return concurrently(lambda upload: self._outcome(upload, listed), uploads)

    def _outcome(self, upload: SentUpload, listed: dict[str, ListedObject | None]) -> Outcome:
        try:
            check_key(upload.key)
            if _has_lost_its_answer(upload) or upload.key not in listed:
                return self._head(upload)
            return self._judge(upload, match_listed(upload, listed[upload.key]))
        except S3LoaderError as error:
            return error

    def _judge(self, upload: SentUpload, found: StoredObject) -> Arrival:
        is_news = upload.etag is not None and self.recency.covers(found.last_modified)
        if is_news and not upload.verify:
            return Arrival(found)
        try:
            return self._head(upload)
        except Forbidden:
            return Arrival(found, is_news)

    def _head(self, upload: SentUpload) -> Arrival:
        self.deadline.check()
        found = head_own_object(self.store, upload)
        is_ours_and_new = found.nonce is not None and self.recency.covers(found.last_modified)
        return arrived(upload, found, is_news=upload.nonce is not None or is_ours_and_new)


def _has_lost_its_answer(upload: SentUpload) -> bool:
    return upload.nonce is not None and upload.etag is None
