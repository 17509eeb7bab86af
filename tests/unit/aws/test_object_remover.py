from contextlib import suppress
from typing import Any

import pytest
from botocore.exceptions import ClientError
from s3loader.aws.bucket import OpenBucket
from s3loader.aws.object_remover import S3ObjectRemover
from s3loader.aws.regions import RegionCache
from s3loader.caller import Credentials
from s3loader.errors import Forbidden, S3LoaderError
from s3loader.permissions.observed import Observations, Occasion
from s3loader.permissions.witness import Witness

from tests.unit.aws.witness import WITNESS

LEE = Credentials("AKIALEELEELEELEELEE1", "lee-secret")


class AnsweringClient:
    """Answers DeleteObjects."""

    def __init__(self, **answer: object) -> None:
        self.answer = {"ResponseMetadata": {"HTTPHeaders": {}}, **answer}
        self.asked: dict[str, Any] = {}

    def delete_objects(self, **request: Any) -> dict[str, Any]:  # noqa: ANN401
        self.asked = request
        return self.answer


class RefusingClient:
    """Refuses the batch, not a key of it, as some servers do."""

    def delete_objects(self, **_: object) -> None:
        raise ClientError({"Error": {"Code": "AccessDenied"}}, "DeleteObjects")


class OneByOneClient:
    """Deletes single keys, but for those that it refuses."""

    def __init__(self, refused: set[str]) -> None:
        self._refused = refused
        self.asked: dict[str, Any] = {}

    def delete_object(self, Key: str, **request: Any) -> dict[str, Any]:  # noqa: ANN401
        self.asked = request
        if Key in self._refused:
            raise ClientError({"Error": {"Code": "AccessDenied"}}, "DeleteObject")
        return {}


def remover_of(
    client: Any,  # noqa: ANN401
    witness: Witness = WITNESS,
    *,
    requester_pays: bool = False,
) -> S3ObjectRemover:
    return S3ObjectRemover(
        OpenBucket("demo", "ap-northeast-2", LEE, client, client, RegionCache(), witness),
        requester_pays=requester_pays,
    )


def test_s3_is_asked_to_name_every_key_and_no_version() -> None:
    client = AnsweringClient()
    remover_of(client).remove_batch(["a", "b"])
    assert client.asked == {
        "Bucket": "demo",
        "Delete": {"Objects": [{"Key": "a"}, {"Key": "b"}], "Quiet": False},
    }


def test_who_agreed_to_pay_says_so_with_every_deletion() -> None:
    batch, single = AnsweringClient(), OneByOneClient(set())
    remover_of(batch, requester_pays=True).remove_batch(["a"])
    remover_of(single, requester_pays=True).remove_one("a")
    assert batch.asked["RequestPayer"] == "requester"
    assert single.asked == {"Bucket": "demo", "RequestPayer": "requester"}


def test_who_did_not_agree_to_pay_does_not_say_so() -> None:
    client = OneByOneClient(set())
    remover_of(client).remove_one("a")
    assert client.asked == {"Bucket": "demo"}


def test_a_delete_marker_is_told_from_a_deletion() -> None:
    gone = {"Key": "a"}
    hidden = {"Key": "b", "DeleteMarker": True, "DeleteMarkerVersionId": "v1"}
    assert remover_of(AnsweringClient(Deleted=[gone, hidden])).remove_batch(["a", "b"]) == {
        "a": "deleted",
        "b": "delete-marker",
    }


@pytest.mark.parametrize(
    ("aws_code", "message", "code"),
    [
        ("AccessDenied", "Access Denied", "access_denied"),
        ("AccessDenied", "Access Denied because object protected by object lock.", "object_locked"),
        ("InternalError", "We encountered an internal error.", "aws_error"),
        ("SlowDown", "Please reduce your request rate.", "aws_throttled"),
    ],
)
def test_each_refusal_has_its_own_code(aws_code: str, message: str, code: str) -> None:
    refusal = {"Key": "in/a", "Code": aws_code, "Message": message}
    outcome = remover_of(AnsweringClient(Errors=[refusal])).remove_batch(["in/a"])["in/a"]
    assert isinstance(outcome, S3LoaderError)
    assert outcome.code == code
    if code == "access_denied":
        assert outcome.params == {
            "action": "s3:DeleteObject",
            "resource": "arn:aws:s3:::demo/in/a",
        }


def remembered(client: Any, prefix: str) -> bool | None:  # noqa: ANN401
    """Deletes "in/a" and "in/b" at once and tells what is known of the right then."""
    seen = Observations()
    with suppress(Forbidden):
        remover_of(client, Witness(seen, "lee", "demo")).remove_batch(["in/a", "in/b"])
    return seen.recall(deleting_at(prefix))


def deleting_at(prefix: str) -> Occasion:
    return Occasion("lee", "demo", "s3:DeleteObject", prefix)


def refused(key: str, aws_code: str = "AccessDenied") -> dict[str, str]:
    return {"Key": key, "Code": aws_code}


def test_keys_that_are_refused_tell_of_their_own_prefix() -> None:
    client = AnsweringClient(Errors=[refused("in/a"), refused("in/b")])
    assert remembered(client, "in/") is False
    assert remembered(client, "") is None


def test_keys_that_are_deleted_tell_of_their_own_prefix_too() -> None:
    client = AnsweringClient(Deleted=[{"Key": "in/a"}, {"Key": "in/b"}])
    assert remembered(client, "in/") is True
    assert remembered(client, "") is None


def test_a_key_that_is_refused_beside_one_that_is_deleted_tells_of_nothing() -> None:
    client = AnsweringClient(Deleted=[{"Key": "in/a"}], Errors=[refused("in/b")])
    assert remembered(client, "in/") is None


def test_a_refusal_beside_deletions_elsewhere_is_about_its_own_prefix() -> None:
    client = AnsweringClient(Deleted=[{"Key": "out/a"}], Errors=[refused("in/b"), refused("in/c")])
    assert remembered(client, "in/") is False
    assert remembered(client, "out/") is True


def test_what_s3_fails_for_other_reasons_tells_nothing_of_the_right() -> None:
    client = AnsweringClient(Deleted=[{"Key": "in/a"}], Errors=[refused("in/b", "InternalError")])
    assert remembered(client, "in/") is True
    assert remembered(AnsweringClient(Errors=[refused("in/b", "SlowDown")]), "in/") is None


def test_the_refusal_of_another_right_tells_nothing_of_this_one() -> None:
    message = "User: lee is not authorized to perform: kms:Decrypt on resource: k"
    client = AnsweringClient(
        Deleted=[{"Key": "in/a"}], Errors=[{**refused("in/b"), "Message": message}]
    )
    assert remembered(client, "in/") is True


def test_a_mixture_takes_back_what_was_known_before() -> None:
    seen = Observations()
    seen.note(deleting_at("in/"), let_through=True)
    client = AnsweringClient(Deleted=[{"Key": "in/a"}], Errors=[refused("in/b")])
    remover_of(client, Witness(seen, "lee", "demo")).remove_batch(["in/a", "in/b"])
    assert seen.recall(deleting_at("in/")) is None


def test_keys_that_are_deleted_one_by_one_count_together() -> None:
    seen = Observations()
    remover = remover_of(OneByOneClient({"in/b"}), Witness(seen, "lee", "demo"))
    for key, known in (("in/a", True), ("in/b", None), ("in/c", None), ("out/c", None)):
        with suppress(Forbidden):
            remover.remove_one(key)
        assert seen.recall(deleting_at("in/")) is known
    assert seen.recall(deleting_at("out/")) is True


def test_a_batch_that_is_refused_tells_of_no_prefix() -> None:
    assert remembered(RefusingClient(), "in/") is None
    assert remembered(RefusingClient(), "") is None
