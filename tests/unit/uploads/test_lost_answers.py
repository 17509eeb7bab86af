"""Completing in parts again, after whatever has become of the object since."""

import hashlib
from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest
from s3loader.errors import ErrorCode
from s3loader.uploads import service
from s3loader.uploads.models import SentPart, SentUpload, UploadReference
from s3loader.uploads.outcomes import Arrival
from s3loader.uploads.part_etags import etag_of_parts
from s3loader.uploads.ports import Over, StoredObject

from tests.unit.uploads.fake_store import NOW, FakeStore
from tests.unit.uploads.requests import complete, expired, silent, throttled
from tests.unit.uploads.test_completing import SIZE, code_of, multipart

LONG_AGO = NOW - timedelta(minutes=17)


def md5(text: str) -> str:
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()


def plain(store: FakeStore) -> SentUpload:
    """Returns an upload as a client sends it that knows no nonce."""
    parts = [SentPart(part_number=n + 1, etag=f'"{md5(str(n))}"') for n in range(12)]
    return multipart(store, nonce=None).model_copy(update={"parts": parts})


def test_the_etag_of_parts_is_the_one_that_s3_gives() -> None:
    # Two parts of "a" and "b" as S3 joins them: md5(md5("a") + md5("b")) and the count.
    joined = bytes.fromhex(md5("a")) + bytes.fromhex(md5("b"))
    expected = hashlib.md5(joined, usedforsecurity=False).hexdigest() + "-2"
    parts = [SentPart(part_number=n, etag=md5(text)) for n, text in ((2, "b"), (1, "a"))]
    assert etag_of_parts(parts) == expected
    assert etag_of_parts([SentPart(part_number=1, etag="kms")]) is None


def test_without_a_nonce_the_parts_etags_tell_whose_object_it_is() -> None:
    store = FakeStore()
    upload = plain(store)
    complete([upload], store)
    (again,) = complete([upload], store)
    assert isinstance(again, Arrival)
    store.add("in/big", size=SIZE, etag="theirs")
    (after,) = complete([upload], store)
    assert code_of(after) is ErrorCode.UPLOAD_NOT_FOUND


def same_bytes(store: FakeStore, upload: SentUpload) -> None:
    """Puts an object there, hours ago, that was made of the same parts."""
    store.add("in/big", size=SIZE, etag=etag_of_parts(upload.parts) or "", at=LONG_AGO)


def test_an_upload_that_still_waits_has_not_made_the_object_of_the_same_bytes() -> None:
    store = FakeStore()
    upload = plain(store)
    same_bytes(store, upload)
    assert code_of(complete([upload], store)[0]) is ErrorCode.CONFLICT
    assert store.uploads


def test_while_s3_is_silent_an_old_object_of_the_same_bytes_decides_nothing() -> None:
    store = FakeStore(failures={"complete": [silent()]})
    upload = plain(store).model_copy(update={"on_conflict": "replace"})
    same_bytes(store, upload)
    assert code_of(complete([upload], store)[0]) is ErrorCode.AWS_UNREACHABLE


def test_an_upload_that_took_hours_is_news_when_its_first_answer_was_lost() -> None:
    store = FakeStore()
    upload = plain(store)
    store.uploads.clear()
    same_bytes(store, upload)  # S3 dates it by the upload's beginning
    (outcome,) = complete([upload], store)
    assert isinstance(outcome, Arrival)
    assert outcome.is_news


@pytest.mark.parametrize(("at", "is_news"), [(NOW, True), (LONG_AGO, False)])
def test_where_nobody_may_look_for_parts_only_a_new_object_is_news(
    at: datetime, is_news: bool
) -> None:
    store = FakeStore(denied={"s3:ListMultipartUploadParts"})
    upload = plain(store)
    store.uploads.clear()
    store.add("in/big", size=SIZE, etag=etag_of_parts(upload.parts) or "", at=at)
    (outcome,) = complete([upload], store)
    assert isinstance(outcome, Arrival)
    assert outcome.is_news is is_news


def test_an_answer_that_s3_repeats_is_not_believed_once_the_object_is_gone() -> None:
    store = FakeStore(repeats_its_answer=True)
    upload = multipart(store)
    complete([upload], store)
    del store.objects["in/big"]
    assert code_of(complete([upload], store)[0]) is ErrorCode.UPLOAD_NOT_FOUND


def test_an_answer_that_s3_repeats_is_not_believed_once_the_object_is_anothers() -> None:
    store = FakeStore(repeats_its_answer=True)
    upload = multipart(store)
    complete([upload], store)
    store.add("in/big", size=SIZE, etag="theirs")
    assert code_of(complete([upload], store)[0]) is ErrorCode.CONFLICT


def test_who_may_not_look_is_told_what_completing_answered() -> None:
    store = FakeStore(denied={"s3:GetObject"})
    (outcome,) = complete([multipart(store)], store)
    assert isinstance(outcome, Arrival)
    assert outcome.stored.size == SIZE


def test_credentials_that_end_during_a_look_decide_nothing() -> None:
    store = FakeStore(failures={"head": [expired()]})
    upload = multipart(store)
    store.uploads.clear()
    assert code_of(complete([upload], store)[0]) is ErrorCode.CREDENTIALS_EXPIRED


def test_what_came_between_two_calls_is_not_overwritten_by_the_second() -> None:
    class Meanwhile(FakeStore):
        def complete(
            self, key: str, upload_id: str, parts: Sequence[SentPart], size: int, over: Over
        ) -> StoredObject:
            if "complete" not in self.calls:
                self.calls.append("complete")
                self.add(key, etag="theirs")
                raise throttled()
            return super().complete(key, upload_id, parts, size, over)

    store = Meanwhile()
    assert code_of(complete([multipart(store)], store)[0]) is ErrorCode.CONFLICT
    assert store.objects["in/big"].etag == "theirs"


def test_an_abort_that_wins_leaves_nothing_and_tells_nobody() -> None:
    store = FakeStore()
    upload = multipart(store)
    abort(store, upload)
    assert code_of(complete([upload], store)[0]) is ErrorCode.UPLOAD_NOT_FOUND
    assert "in/big" not in store.objects


def test_an_abort_that_comes_too_late_leaves_the_object_and_completing_still_says_so() -> None:
    store = FakeStore()
    upload = multipart(store)
    complete([upload], store)
    abort(store, upload)
    assert isinstance(complete([upload], store)[0], Arrival)


def abort(store: FakeStore, upload: SentUpload) -> None:
    reference = UploadReference(
        bucket="demo",
        key=upload.key,
        upload_id=upload.upload_id or "",
    )
    service.abort(reference, store, lambda _: None)
