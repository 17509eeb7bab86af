"""What S3 has is compared with what was sent, before anybody is told that it arrived."""

from dataclasses import replace

import pytest
from s3loader.checksum import Checksum
from s3loader.errors import ErrorCode, S3LoaderError
from s3loader.uploads.models import CompletedUpload, FailedUpload, SentUpload
from s3loader.uploads.outcomes import Arrival

from tests.unit.uploads.announced import Topic, results
from tests.unit.uploads.fake_store import FakeStore
from tests.unit.uploads.requests import complete, expired, silent, throttled, time_for
from tests.unit.uploads.test_completing import code_of, multipart, put

SENT = "rosUhgpYeIg="
OTHER = "AAAAAAAAAAA="


def checked(upload: SentUpload, crc64nvme: str = SENT) -> SentUpload:
    return upload.model_copy(update={"crc64nvme": crc64nvme})


def suspect(upload: SentUpload) -> SentUpload:
    return upload.model_copy(update={"verify": True})


def store_telling(value: str, algorithm: str = "CRC64NVME") -> FakeStore:
    return FakeStore(checksum=Checksum(algorithm=algorithm, value=value))


@pytest.mark.parametrize("told_by", ["complete", "head"])
def test_an_object_with_the_checksum_of_what_was_sent_is_verified(told_by: str) -> None:
    store = store_telling(SENT)
    store.completing_tells_checksum = told_by == "complete"
    (result,) = results(store, Topic(), checked(multipart(store)))
    assert isinstance(result, CompletedUpload)
    assert result.verified == "CRC64NVME"


@pytest.mark.parametrize("told_by", ["complete", "head"])
def test_an_object_with_another_checksum_is_damaged_and_nobody_hears_of_it(told_by: str) -> None:
    store = store_telling(OTHER)
    store.completing_tells_checksum = told_by == "complete"
    topic = Topic()
    upload = checked(multipart(store))
    for _ in range(2):  # also when it is asked again
        (result,) = results(store, topic, upload)
        assert isinstance(result, FailedUpload)
        assert (result.code, result.params) == (ErrorCode.UPLOAD_DAMAGED, {"key": "in/big"})
    assert topic.messages == []


@pytest.mark.parametrize("algorithm", ["CRC32", "SHA256"])
def test_another_kind_of_checksum_shows_nothing(algorithm: str) -> None:
    store = store_telling(OTHER, algorithm)
    (outcome,) = complete([checked(multipart(store))], store)
    assert isinstance(outcome, Arrival)
    assert outcome.verified is None


def test_without_a_checksum_to_compare_nothing_is_said_to_be_verified() -> None:
    for store, upload in ((FakeStore(), SENT), (store_telling(OTHER), None)):
        (outcome,) = complete([multipart(store).model_copy(update={"crc64nvme": upload})], store)
        assert isinstance(outcome, Arrival)
        assert outcome.verified is None


def test_an_object_found_after_a_lost_answer_is_compared_too() -> None:
    store = store_telling(OTHER)
    store.failures = {"complete": [silent()]}
    store.completes_unheard = True
    (outcome,) = complete([checked(multipart(store))], store)
    assert code_of(outcome) is ErrorCode.UPLOAD_DAMAGED


@pytest.mark.parametrize("failure", [throttled(), silent(), expired()])
def test_while_s3_does_not_tell_its_checksum_completing_is_not_decided(
    failure: S3LoaderError,
) -> None:
    store = store_telling(OTHER)
    store.completing_tells_checksum = False
    store.failures = {"head": [failure]}
    upload = checked(multipart(store))
    assert code_of(complete([upload], store)[0]) is failure.code
    assert code_of(complete([upload], store)[0]) is ErrorCode.UPLOAD_DAMAGED


def test_a_completion_that_took_all_the_time_is_compared_by_a_later_call() -> None:
    store = store_telling(SENT)
    store.completing_tells_checksum = False
    upload = checked(multipart(store))
    late = time_for(lambda: store.calls.count("complete"), 1)
    assert code_of(complete([upload], store, deadline=late)[0]) is ErrorCode.AWS_UNREACHABLE
    (again,) = complete([upload], store)
    assert isinstance(again, Arrival)
    assert again.verified == "CRC64NVME"


def test_who_may_not_read_objects_completes_without_being_verified() -> None:
    store = store_telling(SENT)
    store.completing_tells_checksum = False
    store.denied = {"s3:GetObject"}
    (outcome,) = complete([checked(multipart(store))], store)
    assert isinstance(outcome, Arrival)
    assert outcome.verified is None


def test_a_put_whose_etag_should_be_the_md5_and_is_not_is_damaged() -> None:
    store = FakeStore()
    store.add("in/a", nonce="mine")
    store.objects["in/a"] = replace(store.objects["in/a"], etag_is_md5=True)
    upload = put("in/a", etag="e", nonce="mine")
    assert isinstance(complete([upload], store)[0], Arrival)
    assert code_of(complete([suspect(upload)], store)[0]) is ErrorCode.UPLOAD_DAMAGED


def test_a_put_whose_etag_is_no_md5_is_completed_and_not_said_to_be_verified() -> None:
    store = FakeStore()
    store.add("in/a", nonce="mine")
    (outcome,) = complete([suspect(put("in/a", etag="e", nonce="mine"))], store)
    assert isinstance(outcome, Arrival)
    assert outcome.verified is None


@pytest.mark.parametrize(("told", "code"), [(SENT, None), (OTHER, ErrorCode.UPLOAD_DAMAGED)])
def test_the_checksum_decides_about_a_put_whatever_its_etag(
    told: str, code: ErrorCode | None
) -> None:
    store = store_telling(told)
    store.add("in/a", nonce="mine")
    store.objects["in/a"] = replace(store.objects["in/a"], etag_is_md5=True)
    (outcome,) = complete([checked(suspect(put("in/a", etag="e", nonce="mine")))], store)
    assert code_of(outcome) is code


def test_who_may_not_read_objects_still_completes_a_put_under_kms() -> None:
    store = FakeStore(denied={"s3:GetObject"})
    store.add("in/a", nonce="mine")
    (outcome,) = complete([suspect(put("in/a", etag="e", nonce="mine"))], store)
    assert isinstance(outcome, Arrival)
    assert outcome.is_news


def test_puts_whose_etags_are_as_expected_cost_no_look_each() -> None:
    store = store_telling(SENT)
    keys = [f"in/{number}" for number in range(100)]
    store.add(*keys)
    complete([checked(put(key, etag="e", nonce="n")) for key in keys], store)
    assert store.calls == ["list"]
