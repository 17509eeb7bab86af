"""Deleting keys, each accounted for by itself."""

import unicodedata
from collections.abc import Collection, Mapping, Sequence

from s3loader.concurrency import concurrently
from s3loader.deadline import Deadline
from s3loader.errors import (
    AwsBusy,
    AwsFailure,
    ErrorCode,
    Forbidden,
    InvalidInput,
    S3LoaderError,
    Unauthenticated,
    Unconfirmed,
)
from s3loader.limits import MAX_KEY_BYTES
from s3loader.objects.models import DeleteResult
from s3loader.objects.ports import ObjectRemover, Outcome
from s3loader.pauses import Pause

_WORD = "delete"
_RETRIES = 3
_NONCHARACTERS = "\ufffe\uffff"


def check_confirmation(word: str) -> None:
    """Refuse anything but the very word.

    Raises:
        Unconfirmed: confirmation_wrong
    """
    if word != _WORD:
        raise Unconfirmed(
            ErrorCode.CONFIRMATION_WRONG, f"Nothing was deleted. Type exactly {_WORD}."
        )


class Deletion:
    """One call's deletions in one bucket."""

    def __init__(self, remover: ObjectRemover, deadline: Deadline, pause: Pause) -> None:
        self._remover = remover
        self._deadline = deadline
        self._pause = pause

    def delete(self, keys: Sequence[str]) -> dict[str, Outcome]:
        """Delete each key once and return what became of it, in the order asked.

        A key that ends in `/` is one object, the prefix's marker; what lies below stays.

        Raises:
            Unauthenticated: where S3 no longer knows the account, and nothing was deleted
            Forbidden: access_denied, where S3 denies every key for want of permission; about the
                first one
        """
        once = dict.fromkeys(keys)
        possible = [key for key in once if len(key.encode()) <= MAX_KEY_BYTES]
        outcomes = self._delete_batch([key for key in possible if _is_xml(key)])
        outcomes |= self._delete_singly([key for key in possible if not _is_xml(key)])
        answers = {key: outcomes.get(key, _TOO_LONG) for key in once}
        _check_all(answers.values())
        return answers

    def _delete_batch(self, keys: list[str]) -> dict[str, Outcome]:
        """Send the keys, and again those that S3 failed by a passing fault of its own."""
        outcomes: dict[str, Outcome] = {}
        again = keys
        for attempt in range(1 + _RETRIES):
            if not again or (attempt and self._deadline.has_passed):
                break
            if attempt:
                self._pause(attempt - 1)
            outcomes |= self._send(again)
            again = [key for key in again if _is_passing(outcomes[key])]
        return outcomes

    def _send(self, keys: list[str]) -> dict[str, Outcome]:
        try:
            told = self._remover.remove_batch(keys)
        except Forbidden:  # S3 answers key by key; others refuse the whole batch for one key
            return self._delete_singly(keys)
        except S3LoaderError as error:
            return dict.fromkeys(keys, error)
        return {key: told.get(key, _SILENCE) for key in keys}

    def _delete_singly(self, keys: list[str]) -> dict[str, Outcome]:
        return dict(zip(keys, concurrently(self._delete_one, keys), strict=True))

    def _delete_one(self, key: str) -> Outcome:
        try:
            self._deadline.check()
            return self._remover.remove_one(key)
        except S3LoaderError as error:
            return error


def removed_keys(outcomes: Mapping[str, Outcome]) -> list[str]:
    """Return the keys that are gone or hidden."""
    return [key for key, outcome in outcomes.items() if isinstance(outcome, str)]


def delete_result(key: str, outcome: Outcome) -> DeleteResult:
    """Return the outcome as the API tells it."""
    if isinstance(outcome, S3LoaderError):
        return DeleteResult(key=key, outcome="failed", code=outcome.code, detail=outcome.detail)
    return DeleteResult(key=key, outcome=outcome, code=None, detail=None)


_TOO_LONG = InvalidInput(
    ErrorCode.KEY_TOO_LONG,
    f"A key has at most {MAX_KEY_BYTES} bytes in UTF-8, so there is no such object.",
    {"limit": MAX_KEY_BYTES},
)
_SILENCE = AwsFailure(
    ErrorCode.AWS_ERROR,
    "S3 did not say what became of this key. List it again, and delete it if it is there.",
    {"awsCode": "none", "operation": "DeleteObjects"},
)


def _is_xml(key: str) -> bool:
    """Tell whether the XML of a batch carries the key unchanged; a URL carries every key.

    https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html
    """
    return not any(
        unicodedata.category(character) == "Cc" or character in _NONCHARACTERS for character in key
    )


def _is_passing(outcome: Outcome) -> bool:
    if isinstance(outcome, AwsFailure):
        return outcome.params.get("awsCode") == "InternalError"
    return isinstance(outcome, AwsBusy)


def _check_all(outcomes: Collection[Outcome]) -> None:
    """Fail as a whole where every key failed by what the account is, or may not do."""
    errors = [found for found in outcomes if isinstance(found, S3LoaderError)]
    if len(errors) == len(outcomes) and (
        all(isinstance(error, Unauthenticated) for error in errors)
        or all(error.code is ErrorCode.ACCESS_DENIED for error in errors)
    ):
        raise errors[0]
