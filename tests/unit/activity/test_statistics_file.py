"""What can happen to a file that two processes share."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from s3loader.activity.statistics_file import StatisticsFile
from s3loader.errors import StoreUnavailable

from tests.unit.activity.entries import LEE, MONDAY, entry

WRITER = """
import sys
from pathlib import Path
from s3loader.activity.statistics_file import StatisticsFile
from tests.unit.activity.entries import entry
store = StatisticsFile(Path(sys.argv[1]), busy_seconds=30)
for number in range(50):
    assert store.record([entry(f"{sys.argv[2]}-{number}"), entry(f"both-{number}")])
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "statistics.sqlite3"


def test_the_file_and_its_folder_are_made_for_their_owner_only(path: Path) -> None:
    StatisticsFile(path).record([entry("a")])
    assert path.stat().st_mode & 0o777 == 0o600


def test_two_processes_write_at_once_and_nothing_is_lost_or_counted_twice(path: Path) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(path), name]) for name in ("api", "rec")
    ]
    assert [writer.wait() for writer in writers] == [0, 0]
    (counts,) = StatisticsFile(path).read(LEE, MONDAY, MONDAY)
    assert counts.uploads == 150


def test_reading_does_not_wait_for_writing(path: Path) -> None:
    store = StatisticsFile(path, busy_seconds=0)
    store.record([entry("a")])
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert len(store.read(LEE, MONDAY, MONDAY)) == 1


def test_a_locked_file_records_nothing_says_so_and_takes_it_later(
    path: Path, log: Callable[[], str]
) -> None:
    store = StatisticsFile(path, busy_seconds=0)
    store.record([entry("a")])
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert store.record([entry("b")]) == set()
    assert "database is locked" in log()
    assert store.record([entry("b")]) == {"b"}


def test_a_damaged_file_is_unavailable_and_no_crash(path: Path, log: Callable[[], str]) -> None:
    path.parent.mkdir()
    path.write_bytes(b"no database, though long enough to be looked at as one" * 100)
    store = StatisticsFile(path)
    assert store.record([entry("a")]) == set()
    with pytest.raises(StoreUnavailable):
        store.read(LEE, MONDAY, MONDAY)
    assert "file is not a database" in log()


@pytest.mark.parametrize("made", ["", "CREATE TABLE events (id TEXT PRIMARY KEY, expires_at TEXT)"])
def test_a_file_that_is_empty_or_half_made_gets_its_tables(path: Path, made: str) -> None:
    path.parent.mkdir()
    path.touch()
    with closing(sqlite3.connect(path)) as file:
        file.executescript(made)
    store = StatisticsFile(path)
    assert store.read(LEE, MONDAY, MONDAY) == []
    assert store.record([entry("a")]) == {"a"}
    assert [counts.uploads for counts in store.read(LEE, MONDAY, MONDAY)] == [1]


def test_more_than_a_counter_holds_stays_at_its_most(path: Path) -> None:
    store = StatisticsFile(path)
    most = [entry(f"e{number}", "download", 2**53 - 1) for number in range(2050)]
    for some in (most[:1020], most[1020:]):  # the first fits, the second neither alone nor added
        store.record(some)
    (counts,) = store.read(LEE, MONDAY, MONDAY)
    assert counts.downloaded_bytes == 2**63 - 1
    store.record([entry("one more", "download", 1)])
    assert store.read(LEE, MONDAY, MONDAY)[0].downloads == 2051


def test_a_folder_that_is_none_is_unavailable_and_no_crash(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    store = StatisticsFile(tmp_path / "file" / "statistics.sqlite3")
    assert store.record([entry("a")]) == set()
    with pytest.raises(StoreUnavailable):
        store.read(LEE, MONDAY, MONDAY)


def test_events_are_remembered_for_thirty_days_and_not_for_ever(path: Path) -> None:
    now = datetime(2026, 11, 23, tzinfo=UTC)
    times = iter([now, now + timedelta(days=29), now + timedelta(days=31)])
    store = StatisticsFile(path, clock=lambda: next(times))
    for event in ("day-0", "day-29", "day-31"):
        store.record([entry(event)])
    with closing(sqlite3.connect(path)) as file:
        kept = {name for (name,) in file.execute("SELECT id FROM events")}
    assert kept == {"day-29", "day-31"}
    (counts,) = StatisticsFile(path).read(LEE, MONDAY, MONDAY)
    assert counts.uploads == 3
