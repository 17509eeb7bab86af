from collections.abc import Sequence
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from s3loader.activity.counts import DayCounts
from s3loader.activity.ports import Entry, Ledger
from s3loader.activity.reading import read_activity
from s3loader.errors import ErrorCode, InvalidInput, Missing

from tests.unit.activity.five_events import ARN, BY

TODAY = date(2026, 11, 24)  # in Seoul, where it is already tomorrow
NOW = datetime(2026, 11, 23, 15, 30, tzinfo=UTC)
COUNTS = DayCounts(
    day=TODAY,
    bucket="demo",
    bucket_opened=1,
    uploads=2,
    uploaded_bytes=3,
    failed_uploads=4,
    downloads=5,
    downloaded_bytes=6,
    deletions=7,
)


class FakeStore:
    def __init__(self) -> None:
        self.asked: list[tuple[str, date, date]] = []

    def record(self, entries: Sequence[Entry]) -> set[str]:
        raise AssertionError("reading records nothing")

    def read(self, user: str, first: date, last: date) -> Sequence[DayCounts]:
        self.asked.append((user, first, last))
        return [COUNTS]


@pytest.fixture
def store() -> FakeStore:
    return FakeStore()


@pytest.fixture
def ledger(store: FakeStore) -> Ledger:
    return Ledger(store, "file", ZoneInfo("Asia/Seoul"))


def test_the_callers_own_counts_are_told_with_what_a_reader_needs_to_know(
    ledger: Ledger, store: FakeStore
) -> None:
    activity = read_activity(ledger, BY, TODAY, TODAY, NOW)
    assert store.asked == [(ARN, TODAY, TODAY)]
    assert (activity.store, activity.time_zone, activity.today) == ("file", "Asia/Seoul", TODAY)
    assert activity.counts == [COUNTS]


@pytest.mark.parametrize(
    ("first", "last", "read"),
    [
        (None, None, (date(2026, 10, 26), TODAY)),
        (date(2026, 11, 1), None, (date(2026, 11, 1), TODAY)),
        (date(2027, 1, 1), None, (date(2027, 1, 1), date(2027, 1, 1))),
        (None, date(2026, 1, 30), (date(2026, 1, 1), date(2026, 1, 30))),
        (date(2024, 1, 1), date(2024, 12, 31), (date(2024, 1, 1), date(2024, 12, 31))),
        (None, date(1, 1, 2), (date.min, date(1, 1, 2))),
    ],
    ids=["neither", "first", "first to come", "last", "a leap year", "the oldest"],
)
def test_a_side_that_is_not_given_is_today_or_30_days_before(
    ledger: Ledger,
    store: FakeStore,
    first: date | None,
    last: date | None,
    read: tuple[date, date],
) -> None:
    activity = read_activity(ledger, BY, first, last, NOW)
    assert (activity.first, activity.last) == read
    assert store.asked == [(ARN, *read)]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2026, 11, 2), date(2026, 11, 1)),
        (date(2025, 11, 22), date(2026, 11, 23)),
        (date.min, None),
        (date.min, date.max),
    ],
)
def test_more_than_366_days_or_the_wrong_way_round_is_refused_before_the_store_is_asked(
    ledger: Ledger, store: FakeStore, first: date, last: date | None
) -> None:
    with pytest.raises(InvalidInput) as refused:
        read_activity(ledger, BY, first, last, NOW)
    assert refused.value.code == ErrorCode.DATE_RANGE_INVALID
    assert refused.value.params == {"limit": 366}
    assert store.asked == []


def test_where_no_statistics_are_kept_it_says_so() -> None:
    with pytest.raises(Missing) as refused:
        read_activity(None, BY, None, None, NOW)
    assert refused.value.code == ErrorCode.STATISTICS_OFF
