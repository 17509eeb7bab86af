import pytest
from s3loader.errors import AwsFailure, ErrorCode, Forbidden, InvalidInput
from s3loader.limits import KIB, MIB
from s3loader.uploads import service
from s3loader.uploads.layout import Layout
from s3loader.uploads.models import SignedParts, SignParts, UploadReference
from s3loader.uploads.rules import UploadRules

from tests.unit.uploads.fake_store import EXPIRY, FakeStore

SIZE = 100_000_001


def sign_parts(
    request: SignParts, store: FakeStore, rules: UploadRules | None = None
) -> SignedParts:
    return service.sign_parts(request, store, rules or UploadRules())


def abort(upload: UploadReference, store: FakeStore) -> list[int]:
    """Returns the pauses between the attempts."""
    pauses: list[int] = []
    service.abort(upload, store, pauses.append)
    return pauses


def wanted(*numbers: int) -> SignParts:
    return SignParts(
        bucket="demo", key="in/big", upload_id="u", size=SIZE, part_numbers=list(numbers)
    )


def begun(store: FakeStore) -> UploadReference:
    upload_id = store.begin("in/big", "text/plain", "n").upload_id
    store.calls.clear()
    return UploadReference(bucket="demo", key="in/big", upload_id=upload_id)


def test_parts_are_signed_with_their_exact_lengths_in_the_order_asked() -> None:
    signed = sign_parts(wanted(12, 1), FakeStore())
    last = SIZE - 11 * 8 * MIB
    assert [part.url for part in signed.parts] == [
        f"https://s3/in/big?u&12&{last}",
        f"https://s3/in/big?u&1&{8 * MIB}",
    ]
    assert signed.expires_at == EXPIRY


def test_a_part_that_the_file_does_not_have_is_refused() -> None:
    with pytest.raises(InvalidInput) as refused:
        sign_parts(wanted(13), FakeStore())
    assert refused.value.params == {"partCount": 12}


def test_small_parts_are_signed_where_the_deployment_has_small_parts() -> None:
    (last,) = sign_parts(wanted(382), FakeStore(), UploadRules(layout=Layout(256 * KIB))).parts
    assert last.url == f"https://s3/in/big?u&382&{SIZE - 381 * 256 * KIB}"


def test_parts_of_a_file_larger_than_the_deployment_takes_are_not_signed() -> None:
    with pytest.raises(InvalidInput) as refused:
        sign_parts(wanted(1), FakeStore(), UploadRules(max_file_size=SIZE - 1))
    assert refused.value.code is ErrorCode.FILE_TOO_LARGE


def test_101_parts_are_too_many_for_one_call() -> None:
    with pytest.raises(InvalidInput) as refused:
        sign_parts(wanted(*[1] * 101), FakeStore())
    assert refused.value.code is ErrorCode.BATCH_TOO_LARGE


def test_abort_looks_whether_parts_are_left() -> None:
    store = FakeStore()
    abort(begun(store), store)
    assert store.uploads == {}
    assert store.calls == ["abort", "list-parts"]


def test_abort_can_be_repeated() -> None:
    store = FakeStore()
    upload = begun(store)
    abort(upload, store)
    abort(upload, store)


def test_parts_that_outlive_an_abort_are_aborted_again() -> None:
    store = FakeStore(stubborn_aborts=2)
    assert abort(begun(store), store) == [0, 1]
    assert store.uploads == {}


def test_abort_gives_up_after_three_times_and_says_so() -> None:
    store = FakeStore(stubborn_aborts=3)
    with pytest.raises(AwsFailure):
        abort(begun(store), store)
    assert store.calls.count("abort") == 3


def test_abort_is_done_where_looking_is_denied_but_not_where_aborting_is() -> None:
    store = FakeStore(denied={"s3:ListMultipartUploadParts"})
    abort(begun(store), store)
    assert store.uploads == {}
    store = FakeStore(denied={"s3:AbortMultipartUpload"})
    with pytest.raises(Forbidden):
        abort(begun(store), store)
