"""Statistics in an SQLite file, which the API and the recorder of one machine share."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from s3loader.activity.counts import DayCounts
from s3loader.activity.ports import REMEMBERED, Entry
from s3loader.activity.tally import COUNTERS, additions, day_counts
from s3loader.errors import StoreUnavailable
from s3loader.observability import logger

_BUSY_SECONDS = 5.0
_MOST = 2**63 - 1  # SQLite makes a float of a larger sum
_TABLES = f"""
    CREATE TABLE IF NOT EXISTS days (
        user TEXT, day TEXT, bucket TEXT, {", ".join(f"{name} INTEGER" for name in COUNTERS)},
        PRIMARY KEY (user, day, bucket)
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS events (id TEXT PRIMARY KEY, expires_at TEXT) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS expiry ON events (expires_at);
"""
_SUMS = ", ".join(f"{name} = MIN({name} + excluded.{name}, {_MOST})" for name in COUNTERS)
_ADD = f"""
    INSERT INTO days VALUES (?, ?, ?, {", ".join("?" * len(COUNTERS))})
    ON CONFLICT DO UPDATE SET {_SUMS}
"""  # noqa: S608 - the names are ours
_NEW_EVENT = "INSERT INTO events VALUES (?, ?) ON CONFLICT DO NOTHING"
_FORGET = "DELETE FROM events WHERE expires_at < ?"
_DAYS = "SELECT * FROM days WHERE user = ? AND day BETWEEN ? AND ?"


def _now() -> datetime:
    return datetime.now(UTC)


class StatisticsFile:
    """One file; made when it is missing, and its tables when they are."""

    def __init__(
        self,
        path: Path,
        clock: Callable[[], datetime] = _now,
        busy_seconds: float = _BUSY_SECONDS,
    ) -> None:
        self._path = path
        self._clock = clock
        self._busy_seconds = busy_seconds

    def record(self, entries: Sequence[Entry]) -> set[str]:
        """Count all entries that are new, or none; return the ids of what is counted."""
        try:
            with self._open() as file:
                file.execute("BEGIN IMMEDIATE")
                self._count(file, entries)
                file.execute("COMMIT")
        except (sqlite3.Error, OSError) as error:
            _log("statistics file cannot be written", error)
            return set()
        return {entry.event for entry in entries}

    def _count(self, file: sqlite3.Connection, entries: Sequence[Entry]) -> None:
        now = self._clock()
        file.execute(_FORGET, (now.isoformat(),))
        groups = defaultdict(list)
        for entry in entries:
            marker = (entry.event, (now + REMEMBERED).isoformat())
            if file.execute(_NEW_EVENT, marker).rowcount:
                groups[entry.user, entry.day.isoformat(), entry.bucket].append(entry)
        for place, new in groups.items():
            added = additions(new)
            file.execute(_ADD, (*place, *(min(added[name], _MOST) for name in COUNTERS)))

    def read(self, user: str, first: date, last: date) -> list[DayCounts]:
        """Return the user's counts.

        Raises:
            StoreUnavailable: statistics_unavailable
        """
        try:
            with self._open() as file:
                rows = file.execute(_DAYS, (user, first.isoformat(), last.isoformat())).fetchall()
        except (sqlite3.Error, OSError) as error:
            _log("statistics file cannot be read", error)
            raise StoreUnavailable from None
        return day_counts(
            (date.fromisoformat(day), bucket, dict(zip(COUNTERS, counters, strict=True)))
            for _, day, bucket, *counters in rows
        )

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        if not self._path.exists():
            self._create()
        with closing(_connect(self._path, self._busy_seconds)) as file:
            _lay_out(file)
            yield file

    def _create(self) -> None:
        """Make the file beside its place and link it there: whole, or not at all."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=self._path.parent) as folder:
            draft = Path(folder) / self._path.name
            draft.touch(mode=0o600)
            with closing(_connect(draft, self._busy_seconds)) as file:
                _lay_out(file)
            with suppress(FileExistsError):  # another process was first
                self._path.hardlink_to(draft)


def _connect(path: Path, busy_seconds: float) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=busy_seconds, isolation_level=None)


def _lay_out(file: sqlite3.Connection) -> None:
    """Make what is missing; takes no lock where nothing is."""
    file.execute("PRAGMA journal_mode = WAL")  # reading need not wait for writing
    file.executescript(_TABLES)


def _log(what: str, error: Exception) -> None:
    logger.error(what, extra={"cause": f"{type(error).__name__}: {error}"})
