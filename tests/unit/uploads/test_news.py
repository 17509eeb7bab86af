"""Which single PUTs are announced: those that something shows to have just happened."""

from datetime import timedelta

import pytest
from s3loader.errors import Unauthenticated
from s3loader.uploads.models import CompletedUpload, SentUpload

from tests.unit.uploads.announced import Topic, results
from tests.unit.uploads.fake_store import NOW, FakeStore
from tests.unit.uploads.requests import expired
from tests.unit.uploads.test_completing import multipart, put

LONG_AGO = NOW - timedelta(minutes=17)


@pytest.fixture
def topic() -> Topic:
    return Topic()


def is_notified(store: FakeStore, topic: Topic, upload: SentUpload) -> bool:
    """Tells whether an upload that arrived was announced; its answer and the topic agree."""
    (result,) = results(store, topic, upload)
    assert isinstance(result, CompletedUpload)
    assert result.notified == (len(topic.messages) == 1)
    return result.notified


def test_a_plain_put_of_this_service_is_announced(topic: Topic) -> None:
    store = FakeStore()
    store.add("in/a", nonce="some")
    assert is_notified(store, topic, put("in/a"))


def test_an_old_object_is_never_announced_as_a_plain_put(topic: Topic) -> None:
    store = FakeStore()
    store.add("in/a", nonce="some", at=LONG_AGO)
    assert not is_notified(store, topic, put("in/a"))


def test_an_object_that_this_service_did_not_plan_is_not_announced(topic: Topic) -> None:
    store = FakeStore()
    store.add("in/a", nonce=None)
    assert not is_notified(store, topic, put("in/a"))


def test_where_nobody_may_look_a_plain_put_is_completed_in_silence(topic: Topic) -> None:
    store = FakeStore(denied={"s3:GetObject"})
    store.add("in/a", nonce="some")
    assert not is_notified(store, topic, put("in/a"))


def test_a_known_etag_announces_a_new_object_without_another_call(topic: Topic) -> None:
    store = FakeStore()
    store.add("in/a")
    assert is_notified(store, topic, put("in/a", etag="e"))
    assert store.calls == ["list"]


def test_a_known_etag_does_not_announce_an_old_object(topic: Topic) -> None:
    store = FakeStore()
    store.add("in/a", nonce="some", at=LONG_AGO)
    assert not is_notified(store, topic, put("in/a", etag="e"))


def test_the_nonce_announces_an_upload_of_which_we_hear_late(topic: Topic) -> None:
    store = FakeStore()
    store.add("in/a", nonce="mine", at=LONG_AGO)
    assert is_notified(store, topic, put("in/a", etag="e", nonce="mine"))


def test_an_upload_twice_in_a_batch_is_announced_once(topic: Topic) -> None:
    store = FakeStore(repeats_its_answer=True)
    upload = multipart(store)
    answers = results(store, topic, upload, upload)
    assert [answer.kind for answer in answers] == ["completed", "completed"]
    assert [getattr(answer, "notified", None) for answer in answers] == [True, True]
    assert len(topic.messages) == 1


def test_an_upload_that_is_looked_for_by_its_nonce_alone_is_the_same_event(topic: Topic) -> None:
    store = FakeStore()
    upload = multipart(store)
    in_doubt = put(upload.key, upload.size, nonce=upload.nonce)
    results(store, topic, upload)
    results(store, topic, in_doubt)
    first, again = topic.messages
    assert first.id == again.id


def test_credentials_that_end_within_a_batch_end_the_call_and_what_arrived_is_announced(
    topic: Topic,
) -> None:
    store = FakeStore(failures={"head": [expired()]})
    store.add("in/a")
    lost = put("in/b", nonce="mine")
    with pytest.raises(Unauthenticated):
        results(store, topic, put("in/a", etag="e"), lost)
    assert len(topic.messages) == 1
