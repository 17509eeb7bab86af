"""Completing in parts again, after whatever has become of the object since."""

import hashlib
from datetime import timedelta

from s3loader.errors import ErrorCode
from s3loader.uploads.models import SentPart, SentUpload
from s3loader.uploads.outcomes import Arrival
from s3loader.uploads.part_etags import etag_of_parts

from tests.unit.uploads.fake_store import NOW, FakeStore
from tests.unit.uploads.requests import complete
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


def test_an_old_object_of_the_same_bytes_is_not_announced_as_this_upload() -> None:
    store = FakeStore()
    upload = plain(store)
    store.uploads.clear()
    store.add("in/big", size=SIZE, etag=etag_of_parts(upload.parts) or "", at=LONG_AGO)
    (outcome,) = complete([upload], store)
    assert isinstance(outcome, Arrival)
    assert not outcome.is_news


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
