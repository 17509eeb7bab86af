"""What every store of statistics does, the file and Firestore alike."""

import random
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from s3loader.activity.ports import Statistics
from s3loader.activity.statistics_file import StatisticsFile
from s3loader.firebase.app import FirebaseProject
from s3loader.firebase.database import Database
from s3loader.firebase.statistics import FirestoreStatistics

from tests.unit.activity.entries import LEE, MONDAY, TUESDAY, entry
from tests.unit.firebase.fake_firestore import FakeFirestore, serving

MakeStore = Callable[[], Statistics]


@pytest.fixture(params=["file", "firestore"])
def make_store(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MakeStore]:
    """Opens the same statistics, as another process would."""
    if request.param == "file":
        yield lambda: StatisticsFile(tmp_path / "statistics.sqlite3")
        return
    with serving(FakeFirestore()) as address:
        monkeypatch.setenv("FIRESTORE_EMULATOR_HOST", address)
        yield lambda: FirestoreStatistics(Database(FirebaseProject("demo"), "(default)"))


@pytest.fixture
def store(make_store: MakeStore) -> Statistics:
    return make_store()


def test_each_action_is_counted_for_its_day_and_bucket(store: Statistics) -> None:
    entries = [
        entry("a", "bucket-opened"),
        entry("b", "upload", 10),
        entry("c", "upload", 5),
        entry("d", "upload-failed"),
        entry("e", "download", 7, count=3),
        entry("f", "deletion", count=20),
    ]
    assert store.record(entries) == set("abcdef")
    (counts,) = store.read(LEE, MONDAY, MONDAY)
    assert counts.model_dump() == {
        "day": MONDAY,
        "bucket": "reports",
        "bucket_opened": 1,
        "uploads": 2,
        "uploaded_bytes": 15,
        "failed_uploads": 1,
        "downloads": 3,
        "downloaded_bytes": 7,
        "deletions": 20,
    }


def test_an_event_counts_once_however_often_it_comes(store: Statistics) -> None:
    once, other = entry("once", size=10), entry("other", size=1)
    assert store.record([once, once]) == {"once"}
    assert store.record([once]) == {"once"}
    assert store.record([other, once, other]) == {"once", "other"}
    (counts,) = store.read(LEE, MONDAY, MONDAY)
    assert (counts.uploads, counts.uploaded_bytes) == (2, 11)


def test_what_was_counted_is_still_there_for_another_process(make_store: MakeStore) -> None:
    make_store().record([entry("a", size=3)])
    another = make_store()
    assert another.record([entry("a", size=3)]) == {"a"}
    assert [counts.uploads for counts in another.read(LEE, MONDAY, MONDAY)] == [1]


def test_days_are_read_in_order_with_both_ends_whatever_order_they_came_in(
    store: Statistics,
) -> None:
    days = [date(2026, 11, number) for number in range(20, 27)]
    entries = [entry(f"on-{day}", day=day) for day in days]
    random.Random(6).shuffle(entries)  # noqa: S311
    for one in entries:
        store.record([one])
    read = store.read(LEE, MONDAY, TUESDAY)
    assert [counts.day for counts in read] == [MONDAY, TUESDAY]
    assert len(store.read(LEE, days[0], days[-1])) == len(days)


def test_many_buckets_of_a_day_are_counted_apart_and_read_by_name(store: Statistics) -> None:
    names = [f"bucket.{number:02}" for number in range(40)]
    store.record([entry(f"in-{name}", "upload", 1, bucket=name) for name in reversed(names)])
    read = store.read(LEE, MONDAY, MONDAY)
    assert [(counts.bucket, counts.uploads) for counts in read] == [(name, 1) for name in names]


def test_nobody_sees_what_another_did(store: Statistics) -> None:
    store.record([entry("a"), entry("b", user="firebase:kim")])
    assert [counts.uploads for counts in store.read(LEE, MONDAY, MONDAY)] == [1]
    assert list(store.read("arn:aws:iam::123456789012:user/le", MONDAY, MONDAY)) == []


def test_an_empty_file_is_an_upload_of_no_bytes(store: Statistics) -> None:
    store.record([entry("a", "upload", 0)])
    (counts,) = store.read(LEE, MONDAY, MONDAY)
    assert (counts.uploads, counts.uploaded_bytes) == (1, 0)


def test_a_thousand_events_of_one_bucket_are_all_counted(store: Statistics) -> None:
    entries = [entry(f"e{number}", size=2) for number in range(1000)]
    assert len(store.record(entries)) == 1000
    (counts,) = store.read(LEE, MONDAY, MONDAY)
    assert (counts.uploads, counts.uploaded_bytes) == (1000, 2000)


def test_the_largest_numbers_of_json_are_counted(store: Statistics) -> None:
    store.record([entry(f"e{number}", "download", 2**53 - 1) for number in range(3)])
    (counts,) = store.read(LEE, MONDAY, MONDAY)
    assert counts.downloaded_bytes == 3 * (2**53 - 1)


def test_recorders_side_by_side_count_each_event_once(make_store: MakeStore) -> None:
    entries = [entry(f"e{number}") for number in range(60)]
    ids = {one.event for one in entries}

    def record_until_all_count(seed: int) -> set[str]:
        store, mine = make_store(), entries[:]
        random.Random(seed).shuffle(mine)  # noqa: S311
        counted: set[str] = set()
        for _ in range(200):  # as a queue brings again what is not counted
            batch = [one for one in mine if one.event not in counted][:7]
            counted |= store.record(batch) if batch else set()
        return counted

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(record_until_all_count, range(4))) == [ids] * 4
    (counts,) = make_store().read(LEE, MONDAY, MONDAY)
    assert counts.uploads == 60
