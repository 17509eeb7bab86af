from s3loader.errors import ErrorCode
from s3loader.uploads.models import (
    PutPlan,
)

from tests.unit.uploads.fake_store import FakeStore
from tests.unit.uploads.plans import BIG, code_of, planned


def test_a_name_that_is_taken_is_a_conflict_before_any_byte_moves(store: FakeStore) -> None:
    (refused,) = planned(store, ("there.txt", BIG))
    assert code_of(refused) is ErrorCode.CONFLICT
    assert store.uploads == {}


def test_large_files_meet_conflicts_beyond_the_first_page_before_any_byte_moves(
    store: FakeStore,
) -> None:
    store.page_size = 2
    store.add("in/z.bin", "in/z.bin.2")
    taken, free = planned(store, ("z.bin", BIG), ("z.bi", BIG))
    assert code_of(taken) is ErrorCode.CONFLICT
    assert free.kind == "multipart"
    assert list(store.uploads) == ["upload-of-in/z.bi"]


def test_a_cut_listing_costs_small_files_no_further_call(store: FakeStore) -> None:
    store.page_size = 2
    planned(store, ("z.bin", 1), ("y.bin", 1))
    assert store.calls == ["list", "check-put"]


def test_a_name_twice_in_a_batch_is_a_conflict_the_second_time(store: FakeStore) -> None:
    first, second = planned(store, ("a", 1), ("a", 1), on_conflict="replace")
    assert first.kind == "put"
    assert code_of(second) is ErrorCode.CONFLICT


def test_replace_sends_no_if_none_match(store: FakeStore) -> None:
    (put,) = planned(store, ("there.txt", 1), on_conflict="replace")
    assert isinstance(put, PutPlan)
    assert "if-none-match" not in put.headers


def test_keep_both_takes_the_first_free_number(store: FakeStore) -> None:
    store.add("in/there (1).txt", "in/.env", "in/README")
    plans = planned(
        store, *((n, 1) for n in ("there.txt", "there.txt", ".env", "README", "new")),
        on_conflict="keep-both",
    )  # fmt: skip
    assert [plan.key for plan in plans if isinstance(plan, PutPlan)] == [
        "in/there (2).txt",
        "in/there (3).txt",
        "in/.env (1)",
        "in/README (1)",
        "in/new",
    ]
    assert all(isinstance(p, PutPlan) and p.headers["if-none-match"] == "*" for p in plans)


def test_keep_both_looks_further_where_the_listing_was_cut(store: FakeStore) -> None:
    store.page_size = 2
    store.add("in/z.txt", "in/z (1).txt")
    put, bad = planned(store, ("z.txt", 1), ("a/b", 1), on_conflict="keep-both")
    assert isinstance(put, PutPlan)
    assert put.key == "in/z (2).txt"
    assert bad.kind == "refused"


def test_keep_both_asks_once_for_names_that_begin_alike(store: FakeStore) -> None:
    store.page_size = 2
    store.add("in/z.txt", "in/z.png")
    planned(store, ("z.txt", 1), ("z.png", 1), ("z.txt", 1), on_conflict="keep-both")
    assert store.calls.count("list") == 2
