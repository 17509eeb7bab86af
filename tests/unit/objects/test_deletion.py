from collections.abc import Mapping, Sequence

import pytest
from s3loader.deadline import Deadline
from s3loader.errors import (
    AwsBusy,
    AwsFailure,
    AwsUnreachable,
    ErrorCode,
    Forbidden,
    S3LoaderError,
    Unauthenticated,
    Unconfirmed,
)
from s3loader.objects.deletion import Deletion, check_confirmation, delete_result, removed_keys
from s3loader.objects.ports import Outcome, Removal

BUSY = AwsBusy(ErrorCode.AWS_THROTTLED, "slow down")
BROKEN = AwsFailure(ErrorCode.AWS_ERROR, "broken", {"awsCode": "InternalError"})
STRANGE = AwsFailure(ErrorCode.AWS_ERROR, "strange", {"awsCode": "NotImplemented"})
DENIED = Forbidden(ErrorCode.ACCESS_DENIED, "denied", {"action": "s3:DeleteObject"})
LOCKED = Forbidden(ErrorCode.OBJECT_LOCKED, "locked")
SILENT = AwsUnreachable(ErrorCode.AWS_UNREACHABLE, "silent")
EXPIRED = Unauthenticated(ErrorCode.CREDENTIALS_EXPIRED, "expired")


class FakeRemover:
    """Fails a batch, or single keys, with the errors given, and each error once."""

    bucket = "demo"
    region = "ap-northeast-2"

    def __init__(
        self,
        batch: Sequence[S3LoaderError] = (),
        keys: Mapping[str, Sequence[Outcome]] | None = None,
        unsaid: Sequence[str] = (),
    ) -> None:
        self.batch_errors = list(batch)
        self.key_outcomes = {key: list(errors) for key, errors in (keys or {}).items()}
        self.unsaid = unsaid
        self.batches: list[list[str]] = []
        self.singles: list[str] = []

    def remove_batch(self, keys: Sequence[str]) -> Mapping[str, Outcome]:
        self.batches.append(list(keys))
        if self.batch_errors:
            raise self.batch_errors.pop(0)
        return {key: self._outcome(key) for key in keys if key not in self.unsaid}

    def remove_one(self, key: str) -> Removal:
        self.singles.append(key)
        outcome = self._outcome(key)
        if isinstance(outcome, S3LoaderError):
            raise outcome
        return outcome

    def _outcome(self, key: str) -> Outcome:
        left = self.key_outcomes.get(key)
        return left.pop(0) if left else "deleted"


def deletion(
    remover: FakeRemover, *keys: str, pauses: list[int] | None = None, late: bool = False
) -> dict[str, Outcome]:
    """Deletes; `late` lets the deadline pass once the first call is over."""
    clock = iter([0.0, *[11.0] * 100]) if late else iter([0.0] * 100)
    pause = (pauses if pauses is not None else []).append
    return Deletion(remover, Deadline(10, lambda: next(clock)), pause).delete(keys)


def codes(outcomes: Mapping[str, Outcome]) -> list[str]:
    return [
        outcome.code if isinstance(outcome, S3LoaderError) else outcome
        for outcome in outcomes.values()
    ]


def test_every_key_is_sent_once_and_answered_in_the_order_asked() -> None:
    remover = FakeRemover(keys={"a": ["delete-marker"], "b": [DENIED]})
    assert deletion(remover, "c", "b", "a", "c") == {
        "c": "deleted",
        "b": DENIED,
        "a": "delete-marker",
    }
    assert remover.batches == [["c", "b", "a"]]


@pytest.mark.parametrize("word", ["", "Delete", "delete ", " delete", "DELETE", "delete\n"])
def test_only_the_very_word_confirms(word: str) -> None:
    with pytest.raises(Unconfirmed) as refused:
        check_confirmation(word)
    assert (refused.value.status, refused.value.code) == (400, ErrorCode.CONFIRMATION_WRONG)
    check_confirmation("delete")


@pytest.mark.parametrize("passing", [BUSY, BROKEN])
def test_what_s3_failed_by_a_passing_fault_is_sent_again_alone(passing: S3LoaderError) -> None:
    remover = FakeRemover(keys={"b": [passing, passing]})
    pauses: list[int] = []
    assert codes(deletion(remover, "a", "b", pauses=pauses)) == ["deleted", "deleted"]
    assert remover.batches == [["a", "b"], ["b"], ["b"]]
    assert pauses == [0, 1]


@pytest.mark.parametrize("lasting", [STRANGE, DENIED])
def test_what_will_not_change_is_not_sent_again(lasting: S3LoaderError) -> None:
    remover = FakeRemover(keys={"b": [lasting]})
    assert codes(deletion(remover, "a", "b")) == ["deleted", lasting.code]
    assert remover.batches == [["a", "b"]]


def test_three_further_tries_are_enough() -> None:
    remover = FakeRemover(keys={"a": [BUSY] * 9})
    assert codes(deletion(remover, "a")) == ["aws_throttled"]
    assert len(remover.batches) == 4


def test_nothing_is_sent_again_after_the_deadline() -> None:
    remover = FakeRemover(keys={"a": [BUSY]})
    assert codes(deletion(remover, "a", late=True)) == ["aws_throttled"]
    assert len(remover.batches) == 1


def test_a_batch_that_is_throttled_as_a_whole_is_sent_again() -> None:
    remover = FakeRemover(batch=[BUSY])
    assert codes(deletion(remover, "a", "b")) == ["deleted", "deleted"]


def test_a_batch_that_is_refused_as_a_whole_goes_key_by_key() -> None:
    remover = FakeRemover(batch=[DENIED], keys={"b": [DENIED]})
    assert codes(deletion(remover, "a", "b")) == ["deleted", "access_denied"]
    assert sorted(remover.singles) == ["a", "b"]


def test_a_batch_without_an_answer_leaves_each_key_in_doubt() -> None:
    assert codes(deletion(FakeRemover(batch=[SILENT]), "a", "b")) == ["aws_unreachable"] * 2


def test_a_key_that_s3_says_nothing_of_is_not_called_deleted() -> None:
    assert codes(deletion(FakeRemover(unsaid=["b"]), "a", "b")) == ["deleted", "aws_error"]


@pytest.mark.parametrize("key", ["a\x00", "\x1f", "a\nb", "a\rb", "a\tb", "\x7f", "a\uffff"])
def test_a_key_that_xml_cannot_carry_goes_by_itself(key: str) -> None:
    remover = FakeRemover()
    assert codes(deletion(remover, "a", key)) == ["deleted", "deleted"]
    assert (remover.batches, remover.singles) == ([["a"]], [key])


def test_a_key_by_itself_is_not_begun_after_the_deadline() -> None:
    remover = FakeRemover()
    assert codes(deletion(remover, "a\n", late=True)) == ["aws_unreachable"]
    assert remover.singles == []


def test_a_key_of_more_than_1024_bytes_never_reaches_s3() -> None:
    remover = FakeRemover()
    assert codes(deletion(remover, "가" * 342, "a" * 1024)) == ["key_too_long", "deleted"]
    assert remover.batches == [["a" * 1024]]


def test_an_account_that_s3_no_longer_knows_fails_the_whole_call() -> None:
    with pytest.raises(Unauthenticated) as expired:
        deletion(FakeRemover(batch=[EXPIRED]), "a", "b")
    assert expired.value is EXPIRED


def test_who_may_delete_none_of_the_keys_is_refused_as_a_whole_with_the_reason() -> None:
    with pytest.raises(Forbidden) as refused:
        deletion(FakeRemover(keys={"a": [DENIED], "b\n": [DENIED]}), "a", "b\n")
    assert refused.value is DENIED


@pytest.mark.parametrize("other", ["deleted", LOCKED, STRANGE])
def test_a_denied_key_beside_one_with_another_end_is_told_key_by_key(other: Outcome) -> None:
    remover = FakeRemover(keys={"a": [DENIED], "b": [other]})
    assert codes(deletion(remover, "a", "b"))[0] == "access_denied"


def test_a_denied_key_beside_one_that_is_too_long_is_told_key_by_key() -> None:
    remover = FakeRemover(keys={"a": [DENIED]})
    assert codes(deletion(remover, "a", "b" * 1025)) == ["access_denied", "key_too_long"]


def test_an_account_that_ends_on_the_way_does_not_hide_what_was_deleted() -> None:
    remover = FakeRemover(keys={"b\n": [EXPIRED]})
    assert codes(deletion(remover, "a", "b\n")) == ["deleted", "credentials_expired"]


def test_a_failure_is_told_with_its_code_and_reason() -> None:
    failed = delete_result("a", DENIED)
    assert (failed.outcome, failed.code, failed.detail) == ("failed", "access_denied", "denied")
    hidden = delete_result("a", "delete-marker")
    assert (hidden.outcome, hidden.code, hidden.detail) == ("delete-marker", None, None)


def test_only_what_is_gone_or_hidden_counts_as_removed() -> None:
    assert removed_keys({"a": "deleted", "b": DENIED, "c": "delete-marker"}) == ["a", "c"]
