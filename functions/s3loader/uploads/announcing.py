"""Turning outcomes into results, and announcing the uploads that arrived."""

from collections.abc import Callable, Sequence
from datetime import datetime

from s3loader.activity.composing import upload_completed
from s3loader.activity.events import UploadCompleted
from s3loader.activity.ports import Topic
from s3loader.activity.service import announce
from s3loader.caller import Caller
from s3loader.errors import S3LoaderError
from s3loader.uploads.models import SentUpload, UploadResults
from s3loader.uploads.outcomes import Arrival, Outcome, completed, failed
from s3loader.uploads.ports import StoredObject, UploadStore


class Announcer:
    """Announces uploads into one bucket by one principal."""

    def __init__(
        self, topic: Topic | None, store: UploadStore, by: Caller, clock: Callable[[], datetime]
    ) -> None:
        self._topic = topic
        self._store = store
        self._by = by
        self._clock = clock

    def results(self, uploads: Sequence[SentUpload], outcomes: Sequence[Outcome]) -> UploadResults:
        """Return a result per upload, in order, after announcing what is new, each once.

        Raises:
            Unauthenticated: credentials_expired and the like; what arrived before is announced
        """
        events = [
            self._event(upload, outcome.stored)
            if isinstance(outcome, Arrival) and outcome.is_news
            else None
            for upload, outcome in zip(uploads, outcomes, strict=True)
        ]
        taken = self._announce([event for event in events if event])
        for outcome in outcomes:
            if isinstance(outcome, S3LoaderError) and outcome.is_of_account:
                raise outcome
        return UploadResults(
            results=[
                failed(upload, outcome)
                if isinstance(outcome, S3LoaderError)
                else completed(upload, outcome, notified=bool(event and event.id in taken))
                for upload, outcome, event in zip(uploads, outcomes, events, strict=True)
            ]
        )

    def _announce(self, events: Sequence[UploadCompleted]) -> set[str]:
        """Return the ids that the topic took."""
        once = list({event.id: event for event in events}.values())
        heard = zip(once, announce(self._topic, once), strict=True)
        return {event.id for event, was_taken in heard if was_taken}

    def _event(self, upload: SentUpload, stored: StoredObject) -> UploadCompleted:
        return upload_completed(
            bucket=self._store.bucket,
            region=self._store.region,
            key=upload.key,
            size=stored.size,
            etag=stored.etag,
            version_id=stored.version_id,
            # The nonce first: in doubt, clients ask with it alone, and it must be the same event.
            upload=upload.nonce or upload.upload_id or stored.etag,
            by=self._by,
            at=self._clock(),
        )
