import pytest
from s3loader.errors import ErrorCode, Forbidden, InvalidInput, Missing, Unauthenticated
from s3loader.limits import KIB, MIB
from s3loader.uploads.layout import Layout
from s3loader.uploads.models import (
    MultipartPlan,
    PutPlan,
    RefusedPlan,
)
from s3loader.uploads.rules import UploadRules

from tests.unit.uploads.fake_store import EXPIRY, FakeStore
from tests.unit.uploads.plans import BIG, code_of, planned
from tests.unit.uploads.requests import expired, throttled, time_for


def test_a_small_file_gets_a_put_with_every_header_signed(store: FakeStore) -> None:
    (put,) = planned(store, ("a.txt", 5))
    assert isinstance(put, PutPlan)
    assert put.key == "in/a.txt"
    assert put.headers == {
        "content-type": "text/plain",
        "if-none-match": "*",
        "x-amz-meta-s3loader-nonce": "nonce-1",
    }
    assert str(sorted({**put.headers, "content-length": "5"}.items())) in put.url
    assert put.expires_at == EXPIRY


def test_an_empty_file_is_a_put(store: FakeStore) -> None:
    assert planned(store, ("empty", 0))[0].kind == "put"


def test_more_than_100_mb_goes_in_parts_and_100_mb_does_not(store: FakeStore) -> None:
    exact, more = planned(store, ("exact", BIG - 1), ("more", BIG))
    assert exact.kind == "put"
    assert isinstance(more, MultipartPlan)
    assert more.part_count == 12
    assert store.uploads == {more.upload_id: more.nonce}


@pytest.mark.parametrize("call", ["check-put", "begin"])
def test_credentials_that_end_within_a_batch_end_the_call_and_leave_no_upload(
    store: FakeStore, call: str
) -> None:
    store.failures = {call: [expired()]}
    with pytest.raises(Unauthenticated):
        planned(store, ("big", BIG), ("small", 1), ("bigger", BIG + 1))
    assert store.uploads == {}


def test_parts_are_of_the_size_that_the_deployment_says(store: FakeStore) -> None:
    rules = UploadRules(multipart_threshold=MIB, layout=Layout(256 * KIB))
    (plan,) = planned(store, ("more", MIB + 1), rules=rules)
    assert isinstance(plan, MultipartPlan)
    assert (plan.part_size, plan.part_count) == (256 * KIB, 5)


def test_plans_come_in_the_order_of_the_files(store: FakeStore) -> None:
    plans = planned(store, ("c", BIG), ("a/b", 1), ("b", 1), ("a", BIG))
    assert [(plan.kind, plan.name) for plan in plans] == [
        ("multipart", "c"),
        ("refused", "a/b"),
        ("put", "b"),
        ("multipart", "a"),
    ]


def test_a_thousand_small_files_cost_two_calls_to_s3(store: FakeStore) -> None:
    plans = planned(store, *((f"{number}.txt", 1) for number in range(1000)))
    assert {plan.kind for plan in plans} == {"put"}
    assert store.calls == ["list", "check-put"]


def test_1001_files_are_refused_as_a_whole_with_the_limit(store: FakeStore) -> None:
    with pytest.raises(InvalidInput) as refused:
        planned(store, *((f"{number}", BIG) for number in range(1001)))
    assert refused.value.code is ErrorCode.BATCH_TOO_LARGE
    assert refused.value.params == {"count": 1001, "limit": 1000}
    assert store.calls == []


def test_names_whose_answer_would_not_fit_are_refused_with_a_number_that_does(
    store: FakeStore,
) -> None:
    names = [f"{number:04}" + "가" * 300 for number in range(1000)]
    with pytest.raises(InvalidInput) as refused:
        planned(store, *((name, BIG) for name in names))
    assert refused.value.code is ErrorCode.BATCH_TOO_LARGE
    assert store.uploads == {}
    limit = refused.value.params["limit"]
    assert isinstance(limit, int)
    assert 800 < limit < 1000
    assert len(planned(store, *((name, 1) for name in names[:limit]))) == limit


def test_a_prefix_that_does_not_exist_is_never_created(store: FakeStore) -> None:
    with pytest.raises(Missing) as missing:
        planned(store, ("a", BIG), prefix="new/")
    assert missing.value.code is ErrorCode.PREFIX_NOT_FOUND
    assert store.uploads == {}


def test_the_root_of_an_empty_bucket_exists() -> None:
    assert planned(FakeStore(), ("a", 1), prefix="")[0].kind == "put"


def test_where_listing_is_denied_the_prefixs_marker_proves_it(store: FakeStore) -> None:
    store.denied = {"s3:ListBucket"}
    assert planned(store, ("a", 1))[0].kind == "put"
    with pytest.raises(Forbidden) as denied:
        planned(store, ("a", 1), prefix="in/deeper/")
    assert denied.value.code is ErrorCode.PREFIX_NOT_VERIFIABLE
    assert denied.value.params["action"] == "s3:ListBucket"


def test_files_that_may_not_be_put_are_refused_with_the_action(store: FakeStore) -> None:
    store.denied = {"s3:PutObject"}
    for refused in planned(store, ("small", 1), ("big", BIG)):
        assert isinstance(refused, RefusedPlan)
        assert refused.code is ErrorCode.ACCESS_DENIED
        assert refused.params["action"] == "s3:PutObject"


def test_where_the_first_file_is_denied_each_is_asked_about(store: FakeStore) -> None:
    store.closed = {"in/a.exe", "in/c.exe"}
    plans = planned(store, ("a.exe", 1), ("b.txt", 1), ("c.exe", 1))
    assert [plan.kind for plan in plans] == ["refused", "put", "refused"]


def test_a_plan_that_breaks_halfway_leaves_no_multipart_behind(store: FakeStore) -> None:
    store.broken_key = "in/9"
    with pytest.raises(RuntimeError):
        planned(store, *((str(number), BIG) for number in range(10)))
    assert store.calls.count("begin") > 1
    assert store.uploads == {}


def test_a_multipart_that_s3_throttles_is_refused_with_a_code_to_plan_it_again(
    store: FakeStore,
) -> None:
    store.failures = {"begin": [throttled()]}
    assert code_of(planned(store, ("big", BIG))[0]) is ErrorCode.AWS_THROTTLED


def test_what_the_deadline_leaves_is_refused_and_every_begun_upload_is_in_the_answer(
    store: FakeStore,
) -> None:
    late = time_for(lambda: store.calls.count("begin"), 5)
    plans = planned(store, *((f"{number}", BIG) for number in range(100)), deadline=late)
    begun = {plan.upload_id for plan in plans if isinstance(plan, MultipartPlan)}
    left = [code_of(plan) for plan in plans if isinstance(plan, RefusedPlan)]
    assert begun == set(store.uploads)
    assert 0 < len(begun) < 100
    assert set(left) == {ErrorCode.AWS_UNREACHABLE}


def test_where_each_put_is_asked_about_the_deadline_counts_too(store: FakeStore) -> None:
    store.closed = {"in/a"}
    late = time_for(lambda: store.calls.count("check-put"), 1)
    plans = planned(store, ("a", 1), ("b", 1), deadline=late)
    assert [code_of(plan) for plan in plans] == [ErrorCode.AWS_UNREACHABLE] * 2


@pytest.mark.parametrize(
    ("name", "size", "code"),
    [
        ("a" * 1022, 1, ErrorCode.KEY_TOO_LONG),
        ("..", 1, ErrorCode.NAME_INVALID),
        ("a", 201, ErrorCode.FILE_TOO_LARGE),
        ("a.png", 1, ErrorCode.CONTENT_TYPE_NOT_ALLOWED),
    ],
)
def test_bad_files_are_refused_and_the_others_planned(
    store: FakeStore, name: str, size: int, code: ErrorCode
) -> None:
    rules = UploadRules(max_file_size=200, allowed_types=["text/*"])
    refused, good = planned(store, (name, size), ("good.txt", 1), rules=rules)
    assert code_of(refused) is code
    assert good.kind == "put"
