"""Calls of the upload service with a clock and pauses of the test's own."""

from collections.abc import Callable, Sequence
from datetime import timedelta

from s3loader.deadline import BATCH_SECONDS, Deadline
from s3loader.errors import AwsBusy, AwsFailure, AwsUnreachable, ErrorCode, Unauthenticated
from s3loader.uploads import service
from s3loader.uploads.models import SentUpload
from s3loader.uploads.outcomes import Outcome
from s3loader.uploads.recency import Recency
from s3loader.uploads.rules import UploadRules

from tests.unit.uploads.fake_store import NOW, FakeStore


def ample_time() -> Deadline:
    return Deadline(clock=lambda: 0.0)


def time_for(calls: Callable[[], int], limit: int) -> Deadline:
    """Returns a deadline that has passed once `calls` counts to the limit."""
    return Deadline(clock=lambda: 0.0 if calls() < limit else BATCH_SECONDS + 1)


def complete(
    uploads: Sequence[SentUpload],
    store: FakeStore,
    *,
    rules: UploadRules | None = None,
    deadline: Deadline | None = None,
    pauses: list[int] | None = None,
) -> list[Outcome]:
    pause = (pauses if pauses is not None else []).append
    return service.complete(
        uploads,
        store,
        rules or UploadRules(),
        deadline or ample_time(),
        pause,
        Recency(timedelta(minutes=15), lambda: NOW),
    )


def throttled() -> AwsBusy:
    return AwsBusy(ErrorCode.AWS_THROTTLED, "slow down")


def broken() -> AwsFailure:
    return AwsFailure(ErrorCode.AWS_ERROR, "InternalError")


def expired() -> Unauthenticated:
    return Unauthenticated(ErrorCode.CREDENTIALS_EXPIRED, "expired")


def silent() -> AwsUnreachable:
    return AwsUnreachable(ErrorCode.AWS_UNREACHABLE, "no answer")
