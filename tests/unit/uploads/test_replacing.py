"""Completing in parts where the client does not say what the plan was asked."""

from datetime import timedelta

import pytest
from s3loader.errors import ErrorCode
from s3loader.uploads.models import OnConflict
from s3loader.uploads.outcomes import Arrival

from tests.unit.uploads.fake_store import NOW, FakeStore
from tests.unit.uploads.requests import complete, throttled
from tests.unit.uploads.test_completing import SIZE, code_of, multipart

BEFORE = NOW - timedelta(seconds=1)
SINCE = NOW + timedelta(seconds=1)


def test_an_object_that_was_there_when_the_upload_began_is_replaced() -> None:
    store = FakeStore()
    store.add("in/big", "in/bigger", etag="old", at=BEFORE)
    (outcome,) = complete([multipart(store, nonce=None, on_conflict=None)], store)
    assert isinstance(outcome, Arrival)
    assert store.objects["in/big"].size == SIZE


def test_an_object_that_came_since_is_a_conflict_and_stays() -> None:
    store = FakeStore()
    store.add("in/big", etag="theirs", at=SINCE)
    (outcome,) = complete([multipart(store, nonce=None, on_conflict=None)], store)
    assert code_of(outcome) is ErrorCode.CONFLICT
    assert store.objects["in/big"].etag == "theirs"


@pytest.mark.parametrize("denied", ["s3:ListBucket", "s3:ListBucketMultipartUploads"])
def test_what_cannot_be_found_out_is_not_replaced(denied: str) -> None:
    store = FakeStore(denied={denied})
    store.add("in/big", etag="old", at=BEFORE)
    (outcome,) = complete([multipart(store, nonce=None, on_conflict=None)], store)
    assert code_of(outcome) is ErrorCode.CONFLICT
    assert store.objects["in/big"].etag == "old"


def test_a_new_key_is_completed_as_new() -> None:
    store = FakeStore()
    (outcome,) = complete([multipart(store, nonce=None, on_conflict=None)], store)
    assert isinstance(outcome, Arrival)


def test_a_question_that_s3_throttles_decides_nothing() -> None:
    store = FakeStore(failures={"begun-at": [throttled()]})
    store.add("in/big", etag="old", at=BEFORE)
    (outcome,) = complete([multipart(store, nonce=None, on_conflict=None)], store)
    assert code_of(outcome) is ErrorCode.AWS_THROTTLED
    assert store.uploads


@pytest.mark.parametrize("asked", ["refuse", "keep-both"])
def test_a_plan_that_kept_what_was_there_keeps_it(asked: OnConflict) -> None:
    store = FakeStore()
    store.add("in/big", etag="old", at=BEFORE)
    (outcome,) = complete([multipart(store, on_conflict=asked)], store)
    assert code_of(outcome) is ErrorCode.CONFLICT
