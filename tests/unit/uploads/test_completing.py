from collections.abc import Callable

import pytest
from s3loader.errors import ErrorCode, InvalidInput, S3LoaderError
from s3loader.uploads.models import OnConflict, SentPart, SentUpload
from s3loader.uploads.outcomes import Arrival, Outcome
from s3loader.uploads.rules import UploadRules

from tests.unit.uploads.fake_store import FakeStore
from tests.unit.uploads.requests import broken, complete, silent, throttled, time_for

SIZE = 100_000_001


def put(
    key: str, size: int = 3, *, etag: str | None = None, nonce: str | None = None
) -> SentUpload:
    return SentUpload(key=key, upload_id=None, size=size, etag=etag, nonce=nonce)


def multipart(
    store: FakeStore,
    key: str = "in/big",
    *,
    nonce: str | None = "mine",
    parts: int = 12,
    on_conflict: OnConflict | None = "refuse",
) -> SentUpload:
    return SentUpload(
        key=key,
        upload_id=store.begin(key, "text/plain", "mine").upload_id,
        size=SIZE,
        parts=[SentPart(part_number=n + 1, etag=f"e{n}") for n in range(parts)],
        nonce=nonce,
        on_conflict=on_conflict,
    )


def code_of(outcome: Outcome) -> ErrorCode | None:
    return None if isinstance(outcome, Arrival) else outcome.code


def test_a_thousand_puts_of_one_prefix_are_checked_by_one_listing() -> None:
    store = FakeStore()
    keys = [f"in/{number:04}" for number in range(1000)]
    store.add("in/", *keys[:-1])
    outcomes = complete([put(key, etag="e", nonce="n") for key in keys], store)
    assert all(isinstance(outcome, Arrival) for outcome in outcomes[:-1])
    assert code_of(outcomes[-1]) is ErrorCode.UPLOAD_NOT_FOUND
    assert len(store.calls) <= 2


def test_a_put_that_is_not_there_or_not_whole_fails() -> None:
    store = FakeStore()
    store.add("in/short", size=2)
    short, absent = complete([put("in/short"), put("in/absent")], store)
    assert code_of(short) is ErrorCode.SIZE_MISMATCH
    assert code_of(absent) is ErrorCode.UPLOAD_NOT_FOUND


def test_an_object_with_another_etag_is_anothers() -> None:
    store = FakeStore()
    store.add("in/a", etag="theirs")
    assert code_of(complete([put("in/a", etag='"mine"')], store)[0]) is ErrorCode.CONFLICT


def test_after_a_lost_answer_the_nonce_tells_ours_from_anothers() -> None:
    store = FakeStore()
    store.add("in/ours", nonce="mine")
    store.add("in/theirs", nonce="other")
    ours, theirs = complete([put("in/ours", nonce="mine"), put("in/theirs", nonce="mine")], store)
    assert isinstance(ours, Arrival)
    assert code_of(theirs) is ErrorCode.CONFLICT


def test_where_listing_is_denied_each_put_is_looked_at() -> None:
    store = FakeStore(denied={"s3:ListBucket"})
    store.add("in/a")
    assert isinstance(complete([put("in/a", etag="e")], store)[0], Arrival)


def test_where_looking_is_denied_the_result_says_so_with_the_action() -> None:
    store = FakeStore(denied={"s3:ListBucket", "s3:GetObject"})
    store.add("in/a")
    (outcome,) = complete([put("in/a")], store)
    assert code_of(outcome) is ErrorCode.UPLOAD_NOT_VERIFIABLE
    assert not isinstance(outcome, Arrival)
    assert outcome.params["action"] == "s3:GetObject"


def test_few_files_in_a_huge_prefix_do_not_cost_its_whole_listing() -> None:
    store = FakeStore(page_size=10)
    store.add(*(f"in/{number:04}" for number in range(1000)))
    uploads = [put(f"in/{number}", etag="e") for number in ("0003", "0500", "0999")]
    outcomes = complete(uploads, store)
    assert all(isinstance(outcome, Arrival) for outcome in outcomes)
    assert store.calls == ["list", "head", "head"]


def test_parts_become_an_object() -> None:
    store = FakeStore()
    (outcome,) = complete([multipart(store)], store)
    assert isinstance(outcome, Arrival)
    assert store.objects["in/big"].size == SIZE


def test_a_part_that_is_missing_is_named_and_nothing_is_completed() -> None:
    store = FakeStore()
    (outcome,) = complete([multipart(store, parts=10)], store)
    assert code_of(outcome) is ErrorCode.UPLOAD_INCOMPLETE
    assert not isinstance(outcome, Arrival)
    assert outcome.params["missing"] == ["11", "12"]
    assert "complete" not in store.calls


def test_completing_twice_after_a_lost_answer_succeeds_twice() -> None:
    store = FakeStore()
    upload = multipart(store)
    first = complete([upload], store)
    assert isinstance(complete([upload], store)[0], Arrival)
    assert isinstance(first[0], Arrival)


def test_anothers_object_at_the_key_is_a_conflict_and_the_parts_stay() -> None:
    store = FakeStore()
    upload = multipart(store)
    store.add("in/big", size=SIZE, nonce="theirs")
    assert code_of(complete([upload], store)[0]) is ErrorCode.CONFLICT
    assert upload.upload_id in store.uploads
    replaced = complete([upload.model_copy(update={"on_conflict": "replace"})], store)
    assert isinstance(replaced[0], Arrival)


def test_an_upload_that_was_aborted_is_not_found() -> None:
    store = FakeStore()
    upload = multipart(store)
    store.uploads.clear()
    assert code_of(complete([upload], store)[0]) is ErrorCode.UPLOAD_NOT_FOUND


@pytest.mark.parametrize("failure", [throttled(), broken()])
def test_a_quick_failure_of_completing_gets_a_second_call(failure: S3LoaderError) -> None:
    store = FakeStore(failures={"complete": [failure]})
    pauses: list[int] = []
    (outcome,) = complete([multipart(store)], store, pauses=pauses)
    assert isinstance(outcome, Arrival)
    assert pauses == [0]


@pytest.mark.parametrize("failure", [throttled, broken])
def test_completing_that_fails_twice_is_not_decided(failure: Callable[[], S3LoaderError]) -> None:
    store = FakeStore(failures={"complete": [failure(), failure()]})
    (outcome,) = complete([multipart(store)], store)
    assert code_of(outcome) is failure().code
    assert store.calls.count("complete") == 2
    assert store.uploads


def test_after_silence_the_object_is_looked_for_and_never_completed_again() -> None:
    store = FakeStore(failures={"complete": [silent()]}, completes_unheard=True)
    (outcome,) = complete([multipart(store)], store)
    assert isinstance(outcome, Arrival)
    assert store.calls == ["begin", "complete", "head"]


def test_after_silence_without_an_object_nothing_is_decided() -> None:
    store = FakeStore(failures={"complete": [silent()]})
    (outcome,) = complete([multipart(store)], store)
    assert code_of(outcome) is ErrorCode.AWS_UNREACHABLE
    assert store.calls == ["begin", "complete", "head"]


def test_after_a_silence_that_took_all_the_time_nobody_looks() -> None:
    store = FakeStore(failures={"complete": [silent()]})
    late = time_for(lambda: store.calls.count("complete"), 1)
    (outcome,) = complete([multipart(store)], store, deadline=late)
    assert code_of(outcome) is ErrorCode.AWS_UNREACHABLE
    assert "head" not in store.calls


def test_a_look_that_s3_does_not_answer_does_not_count_as_lost() -> None:
    store = FakeStore(failures={"head": [throttled()]})
    upload = multipart(store)
    store.uploads.clear()
    assert code_of(complete([upload], store)[0]) is ErrorCode.AWS_THROTTLED


def test_what_the_deadline_leaves_may_be_asked_again_and_its_parts_stay() -> None:
    store = FakeStore()
    uploads = [multipart(store, f"in/{number}") for number in range(100)]
    late = time_for(lambda: store.calls.count("complete"), 5)
    codes = [code_of(outcome) for outcome in complete(uploads, store, deadline=late)]
    left = codes.count(ErrorCode.AWS_UNREACHABLE)
    assert left > 0
    assert (codes.count(None), len(store.uploads)) == (100 - left, left)
    again = complete(uploads, store)
    assert all(isinstance(outcome, Arrival) for outcome in again)


def test_heads_stop_at_the_deadline_too() -> None:
    store = FakeStore(denied={"s3:ListBucket"})
    store.add("in/a", "in/b")
    late = time_for(lambda: store.calls.count("list"), 1)
    codes = [code_of(found) for found in complete([put("in/a"), put("in/b")], store, deadline=late)]
    assert codes == [ErrorCode.AWS_UNREACHABLE] * 2
    assert "head" not in store.calls


def test_a_file_larger_than_the_deployment_takes_is_not_completed() -> None:
    store = FakeStore()
    (outcome,) = complete([multipart(store)], store, rules=UploadRules(max_file_size=SIZE - 1))
    assert code_of(outcome) is ErrorCode.FILE_TOO_LARGE
    assert "complete" not in store.calls


def test_an_empty_page_that_is_not_the_last_leaves_the_answer_to_heads() -> None:
    store = FakeStore(page_size=0)
    keys = [f"in/{number}" for number in range(60)]  # worth four listings, had one been of use
    store.add(*keys)
    outcomes = complete([put(key, etag="e") for key in keys], store)
    assert all(isinstance(outcome, Arrival) for outcome in outcomes)
    assert (store.calls.count("list"), store.calls.count("head")) == (1, 60)


def test_a_key_that_s3_cannot_list_by_fails_alone() -> None:
    store = FakeStore(failures={"list": [InvalidInput(ErrorCode.KEY_TOO_LONG, "too long")]})
    store.add("in/a")
    long, good = complete([put("in/" + "x" * 1022), put("in/a")], store)
    assert code_of(long) is ErrorCode.KEY_TOO_LONG
    assert isinstance(good, Arrival)


def test_results_come_in_the_order_asked() -> None:
    store = FakeStore()
    store.add("in/a", "in/c")
    uploads = [put("in/a"), multipart(store, "in/b"), put("in/x"), put("in/c")]
    codes = [code_of(outcome) for outcome in complete(uploads, store)]
    assert codes == [None, None, ErrorCode.UPLOAD_NOT_FOUND, None]


def test_1001_uploads_are_too_many_for_one_call() -> None:
    with pytest.raises(InvalidInput) as refused:
        complete([put(str(number)) for number in range(1001)], FakeStore())
    assert refused.value.code is ErrorCode.BATCH_TOO_LARGE
