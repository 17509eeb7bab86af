"""Turning outcomes into results, and announcing the uploads that arrived."""

from collections.abc import Callable, Sequence
from datetime import datetime

from s3loader.activity.events import UploadCompleted, upload_completed
from s3loader.activity.ports import Topic
from s3loader.activity.service import announce
from s3loader.caller import Identity
from s3loader.errors import S3LoaderError
from s3loader.uploads.models import SentUpload, UploadResults
from s3loader.uploads.outcomes import Outcome, completed, failed
from s3loader.uploads.ports import StoredObject, UploadStore


class Announcer:
    """Announces uploads into one bucket by one principal."""

    def __init__(
        self, topic: Topic | None, store: UploadStore, by: Identity, clock: Callable[[], datetime]
    ) -> None:
        self._topic = topic
        self._store = store
        self._by = by
        self._clock = clock

    def results(self, uploads: Sequence[SentUpload], outcomes: Sequence[Outcome]) -> UploadResults:
        """Return a result per upload, in order, after announcing the completed ones."""
        pairs = list(zip(uploads, outcomes, strict=True))
        events = [
            self._event(upload, outcome)
            for upload, outcome in pairs
            if isinstance(outcome, StoredObject)
        ]
        notified = iter(announce(self._topic, events))
        return UploadResults(
            results=[
                failed(upload, outcome)
                if isinstance(outcome, S3LoaderError)
                else completed(upload, outcome, notified=next(notified))
                for upload, outcome in pairs
            ]
        )

    def _event(self, upload: SentUpload, stored: StoredObject) -> UploadCompleted:
        return upload_completed(
            bucket=self._store.bucket,
            region=self._store.region,
            key=upload.key,
            size=stored.size,
            etag=stored.etag,
            version_id=stored.version_id,
            upload=upload.upload_id or upload.nonce or stored.etag,
            by=self._by,
            at=self._clock(),
        )
