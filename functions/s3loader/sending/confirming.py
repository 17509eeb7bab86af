"""Asking S3 whether what was sent has arrived, and announcing it: the API's own way."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from s3loader.deadline import Deadline
from s3loader.errors import ErrorCode, S3LoaderError
from s3loader.pauses import Pause
from s3loader.uploads import service
from s3loader.uploads.announcing import Announcer
from s3loader.uploads.layout import Layout
from s3loader.uploads.models import CompletedUpload, FailedUpload, SentUpload
from s3loader.uploads.outcomes import completed, failed
from s3loader.uploads.ports import UploadStore
from s3loader.uploads.recency import Recency
from s3loader.uploads.rules import UploadRules

# Nothing is decided by these: the API tells its clients to ask again, and so does this one.
_UNDECIDED = (ErrorCode.AWS_THROTTLED, ErrorCode.AWS_ERROR, ErrorCode.AWS_UNREACHABLE)
# After these the object may be there all the same: S3 did it and its answer was lost.
MAY_BE_DONE = (*_UNDECIDED, ErrorCode.CONFLICT, ErrorCode.UPLOAD_NOT_FOUND)
_ATTEMPTS = 6
# S3 has answered in this very run, and dates a multipart object by its beginning.
_A_LONG_RUN = timedelta(days=30)

Confirmed = CompletedUpload | FailedUpload


@dataclass(frozen=True)
class Confirmer:
    """Finishes multipart uploads and checks objects.

    Attributes:
        announcer: None where there is no topic
    """

    store: UploadStore
    rules: UploadRules
    announcer: Announcer | None
    pause: Pause

    def cut_by(self, layout: Layout) -> "Confirmer":
        """Return the same for uploads whose parts have other sizes."""
        return replace(self, rules=replace(self.rules, layout=layout))

    def confirm(self, uploads: Sequence[SentUpload]) -> list[Confirmed]:
        """Return a result per upload, in order.

        Raises:
            Unauthenticated: credentials_expired and the like
        """
        results = self._ask(uploads)
        for attempt in range(_ATTEMPTS - 1):
            again = [turn for turn, result in enumerate(results) if _is_undecided(result)]
            if not again:
                break
            self.pause(attempt)
            for turn, result in zip(again, self._ask([uploads[n] for n in again]), strict=True):
                results[turn] = result
        return results

    def _ask(self, uploads: Sequence[SentUpload]) -> list[Confirmed]:
        outcomes = service.complete(
            uploads,
            self.store,
            self.rules,
            Deadline(math.inf),
            self.pause,
            Recency(_A_LONG_RUN, _now),
        )
        if self.announcer:
            return list(self.announcer.results(uploads, outcomes).results)
        return [
            failed(upload, outcome)
            if isinstance(outcome, S3LoaderError)
            else completed(upload, outcome, notified=False)
            for upload, outcome in zip(uploads, outcomes, strict=True)
        ]


def _is_undecided(result: Confirmed) -> bool:
    return result.kind == "failed" and result.code in _UNDECIDED


def _now() -> datetime:
    return datetime.now(UTC)
