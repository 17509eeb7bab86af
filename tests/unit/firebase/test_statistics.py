"""What Firestore is asked to do, and what becomes of its refusals."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import cycle

import grpc  # type: ignore[import-untyped]
import pytest
from s3loader.errors import StoreUnavailable
from s3loader.firebase.app import FirebaseProject
from s3loader.firebase.database import Database
from s3loader.firebase.statistics import FirestoreStatistics

from tests.unit.activity.entries import LEE, MONDAY, entry
from tests.unit.firebase.fake_firestore import FakeFirestore, serving

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def firestore(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeFirestore]:
    fake = FakeFirestore()
    with serving(fake) as address:
        monkeypatch.setenv("FIRESTORE_EMULATOR_HOST", address)
        yield fake


def opened(shards: str = "0", seconds: float = 2.0) -> FirestoreStatistics:
    database = Database(FirebaseProject("demo"), "(default)", seconds, seconds)
    shard = cycle(map(int, shards))
    return FirestoreStatistics(database, clock=lambda: NOW, shard=lambda: next(shard))


def uploads() -> int:
    return sum(counts.uploads for counts in opened().read(LEE, MONDAY, MONDAY))


def test_a_marker_must_be_new_and_comes_in_the_same_commit_as_the_counts(
    firestore: FakeFirestore,
) -> None:
    opened().record([entry("event-1", size=5)])
    (commit,) = firestore.commits
    marker, counter = commit.writes
    assert marker.update.name.endswith("/documents/events/event-1")
    assert "exists" in marker.current_document
    assert marker.current_document.exists is False
    added = {one.field_path: one.increment.integer_value for one in counter.update_transforms}
    assert added == {"uploads": 1, "uploaded_bytes": 5}


def test_a_marker_may_be_deleted_after_thirty_days(firestore: FakeFirestore) -> None:
    opened().record([entry("event-1")])
    expires_at = firestore.commits[0].writes[0].update.fields["expiresAt"].timestamp_value
    assert expires_at == NOW + timedelta(days=30)


def test_a_counter_has_its_users_hash_and_no_name_of_a_person(firestore: FakeFirestore) -> None:
    opened().record([entry("event-1")])
    (path,) = firestore.named("users/")
    assert path == "users/67efedf2daa599d4cbec6ebfc6a5abf8/days/2026-11-23.reports.0"
    assert "lee" not in str(firestore.commits)


def test_a_busy_day_is_spread_over_documents_and_added_up_again(firestore: FakeFirestore) -> None:
    statistics = opened(shards="0123")
    for number in range(8):
        statistics.record([entry(f"event-{number}")])
    assert [path[-1] for path in firestore.named("users/")] == ["0", "1", "2", "3"]
    assert uploads() == 8


def test_another_recorder_that_was_faster_has_counted_it(firestore: FakeFirestore) -> None:
    firestore.before_commit = lambda: opened().record([entry("ours"), entry("twice")])
    both = [entry("twice"), entry("later")]
    assert opened().record(both) == {"twice"}
    assert opened().record(both) == {"twice", "later"}
    assert uploads() == 3


@pytest.mark.parametrize("lost", [grpc.StatusCode.UNAVAILABLE, grpc.StatusCode.DEADLINE_EXCEEDED])
def test_a_commit_whose_answer_was_lost_counts_once(
    firestore: FakeFirestore, lost: grpc.StatusCode
) -> None:
    firestore.refuse_once_done = lost
    opened().record([entry("event-1")])
    assert opened().record([entry("event-1")]) == {"event-1"}
    assert uploads() == 1


@pytest.mark.parametrize(
    ("status", "cause"),
    [
        (grpc.StatusCode.UNAVAILABLE, "ServiceUnavailable"),
        (grpc.StatusCode.DEADLINE_EXCEEDED, "DeadlineExceeded"),
        (grpc.StatusCode.RESOURCE_EXHAUSTED, "ResourceExhausted"),
        (grpc.StatusCode.PERMISSION_DENIED, "PermissionDenied"),
        (grpc.StatusCode.UNAUTHENTICATED, "Unauthenticated"),
        (grpc.StatusCode.NOT_FOUND, "NotFound"),
        (grpc.StatusCode.ABORTED, "Aborted"),
        (grpc.StatusCode.INTERNAL, "InternalServerError"),
    ],
)
def test_whatever_firestore_refuses_with_is_logged_and_comes_again(
    firestore: FakeFirestore, log: Callable[[], str], status: grpc.StatusCode, cause: str
) -> None:
    firestore.refuse = status
    assert opened(seconds=0.2).record([entry("event-1")]) == set()
    (line,) = log().splitlines()
    assert f'"cause":"{cause}"' in line
    with pytest.raises(StoreUnavailable):
        opened(seconds=0.2).read(LEE, MONDAY, MONDAY)
    firestore.refuse = None
    assert opened().record([entry("event-1")]) == {"event-1"}
    assert uploads() == 1


def test_one_bucket_that_is_refused_does_not_keep_the_others_from_counting(
    firestore: FakeFirestore,
) -> None:
    firestore.before_commit = lambda: setattr(
        firestore, "refuse_once_done", grpc.StatusCode.INTERNAL
    )
    entries = [entry(f"event-{number}", bucket=f"bucket-{number}") for number in range(3)]
    assert len(opened().record(entries)) == 2
    assert opened().record(entries) == {"event-0", "event-1", "event-2"}
    assert uploads() == 3


def test_no_call_waits_longer_than_it_may(firestore: FakeFirestore) -> None:
    statistics = FirestoreStatistics(Database(FirebaseProject("demo"), "(default)"))
    statistics.record([entry("event-1")])
    statistics.read(LEE, MONDAY, MONDAY)
    looking, writing, reading = firestore.patience
    assert (round(looking), round(writing), round(reading)) == (5, 8, 5)


def test_where_nothing_listens_nothing_counts_and_nothing_crashes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("FIRESTORE_EMULATOR_HOST", "127.0.0.1:9")
    assert opened(seconds=0.2).record([entry("event-1")]) == set()
