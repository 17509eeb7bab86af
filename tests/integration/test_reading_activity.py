"""What a person reads of what they did."""

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

import boto3
import pytest
from s3loader.activity.counts import DayCounts
from s3loader.activity.ports import Entry, Ledger
from s3loader.errors import StoreUnavailable
from starlette.testclient import TestClient

from tests.integration.conftest import KEY_ID, REGION, SECRET

COUNTS = {
    "day": "2026-11-23",
    "bucket": "demo-photos",
    "bucketOpened": 1,
    "uploads": 2,
    "uploadedBytes": 3,
    "failedUploads": 4,
    "downloads": 5,
    "downloadedBytes": 6,
    "deletions": 7,
}


class Store:
    """Statistics of one day; unavailable where it has none."""

    def __init__(self, *counts: DayCounts) -> None:
        self.counts = counts
        self.asked: list[tuple[str, date, date]] = []

    def record(self, entries: Sequence[Entry]) -> set[str]:
        raise AssertionError("the API records nothing")

    def read(self, user: str, first: date, last: date) -> Sequence[DayCounts]:
        self.asked.append((user, first, last))
        if not self.counts:
            raise StoreUnavailable
        return self.counts


def keeping(api: TestClient, *counts: DayCounts) -> Store:
    """Gives the API a store."""
    store = Store(*counts)
    ledger = Ledger(store, "file", ZoneInfo("Asia/Seoul"))
    api.app.state.runtime.statistics = ledger  # type: ignore[attr-defined]
    return store


def registered_arn() -> str:
    """Who moto says has registered."""
    client = boto3.client(
        "sts", region_name=REGION, aws_access_key_id=KEY_ID, aws_secret_access_key=SECRET
    )
    return str(client.get_caller_identity()["Arn"])


def test_a_person_reads_their_own_counts(api: TestClient) -> None:
    store = keeping(api, DayCounts.model_validate(COUNTS))
    answer = api.get("/api/activity", params={"first": "2026-11-01", "last": "2026-11-23"})
    activity = answer.json()
    assert store.asked == [(registered_arn(), date(2026, 11, 1), date(2026, 11, 23))]
    assert date.fromisoformat(activity.pop("today"))
    assert activity == {
        "store": "file",
        "timeZone": "Asia/Seoul",
        "first": "2026-11-01",
        "last": "2026-11-23",
        "counts": [COUNTS],
    }


@pytest.mark.parametrize(
    "query",
    ["first=2026-11-02&last=2026-11-01", "first=2025-11-22&last=2026-11-23", "first=0001-01-01"],
)
def test_a_period_that_is_too_long_or_backwards_is_refused(api: TestClient, query: str) -> None:
    keeping(api)
    problem = api.get(f"/api/activity?{query}").json()
    assert (problem["status"], problem["code"]) == (422, "date_range_invalid")
    assert problem["params"] == {"limit": 366}


def test_what_is_no_day_is_refused(api: TestClient) -> None:
    keeping(api)
    problem = api.get("/api/activity?first=2026-02-30&last=soon").json()
    assert (problem["status"], problem["params"]["fields"]) == (422, ["first", "last"])


def test_without_statistics_it_says_who_can_change_that(api: TestClient) -> None:
    problem = api.get("/api/activity").json()
    assert (problem["status"], problem["code"]) == (404, "statistics_off")
    assert "administrator" in problem["detail"]


def test_a_store_that_does_not_answer_is_a_problem_of_its_own(api: TestClient) -> None:
    keeping(api)
    problem = api.get("/api/activity").json()
    assert (problem["status"], problem["code"]) == (503, "statistics_unavailable")
    assert "shorter period" in problem["detail"]


def test_only_who_has_an_account_may_read(anonymous: TestClient) -> None:
    problem = anonymous.get("/api/activity").json()
    assert (problem["status"], problem["code"]) == (401, "not_registered")
