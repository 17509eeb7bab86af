"""Turning keys into plans: a presigned GET or a refusal for each."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from s3loader.addressable import check_addressable
from s3loader.archive import check_readable
from s3loader.concurrency import concurrently
from s3loader.downloads.md5_parts import md5_part_size
from s3loader.downloads.models import DownloadPlan, ReadyDownload, RefusedDownload
from s3loader.downloads.ports import DownloadSource, FoundObject
from s3loader.errors import ErrorCode, S3LoaderError, Unauthenticated, json_params

_NEVER_ASKED = (ErrorCode.KEY_TOO_LONG, ErrorCode.KEY_NOT_ADDRESSABLE)
_OF_NO_KEY = (
    ErrorCode.BUCKET_NOT_FOUND,
    ErrorCode.BUCKET_IN_OTHER_REGION,
    ErrorCode.CLOCK_SKEWED,
)


@dataclass(frozen=True)
class _Readable:
    """An object whose bytes S3 would give."""

    found: FoundObject
    md5_part_size: int | None


_Outcome = _Readable | S3LoaderError


def plan_downloads(source: DownloadSource, keys: Sequence[str]) -> list[DownloadPlan]:
    """Return a plan per key, in order; S3 is asked once about a key that comes twice.

    Raises:
        Unauthenticated: where S3 no longer knows the account
        Missing: bucket_not_found
        Conflict: bucket_in_other_region
    """
    once = list(dict.fromkeys(keys))
    outcomes = dict(zip(once, concurrently(lambda key: _look(source, key), once), strict=True))
    _check_whole(outcomes.values())
    return [_plan(source, key, outcomes[key], turn) for turn, key in enumerate(keys)]


def _look(source: DownloadSource, key: str) -> _Outcome:
    try:
        check_addressable(key)
        found = source.head(key)
        check_readable(found.archive, found.storage_class)
        return _Readable(found, md5_part_size(source, key, found))
    except S3LoaderError as error:
        return error


def _plan(source: DownloadSource, key: str, outcome: _Outcome, turn: int) -> DownloadPlan:
    if isinstance(outcome, S3LoaderError):
        return _refuse(key, outcome)
    found = outcome.found
    return ReadyDownload(
        kind="ready",
        key=key,
        expires_at=source.expiry(),
        url=source.sign_get(key, found, turn),
        size=found.size,
        etag=found.etag,
        last_modified=found.last_modified,
        checksum=found.checksum,
        md5_part_size=outcome.md5_part_size,
    )


def _refuse(key: str, error: S3LoaderError) -> RefusedDownload:
    return RefusedDownload(
        kind="refused",
        key=key,
        code=error.code,
        detail=error.detail,
        params=json_params(error.params),
    )


def _check_whole(outcomes: Collection[_Outcome]) -> None:
    """Fail as a whole where S3 failed every key for a reason that is none of the keys'."""
    errors = [outcome for outcome in outcomes if isinstance(outcome, S3LoaderError)]
    unasked = [error for error in errors if error.code in _NEVER_ASKED]
    whole = [error for error in errors if _is_of_no_key(error)]
    if whole and len(whole) + len(unasked) == len(outcomes):
        raise whole[0]


def _is_of_no_key(error: S3LoaderError) -> bool:
    return isinstance(error, Unauthenticated) or error.code in _OF_NO_KEY
