from typing import Any

import pytest
from s3loader.aws.bucket import OpenBucket
from s3loader.aws.object_remover import S3ObjectRemover
from s3loader.aws.regions import RegionCache
from s3loader.caller import Credentials
from s3loader.errors import S3LoaderError

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


def remover_of(client: Any) -> S3ObjectRemover:  # noqa: ANN401
    return S3ObjectRemover(
        OpenBucket("demo", "ap-northeast-2", LEE, client, client, RegionCache(), WITNESS)
    )


def test_s3_is_asked_to_name_every_key_and_no_version() -> None:
    client = AnsweringClient()
    remover_of(client).remove_batch(["a", "b"])
    assert client.asked == {
        "Bucket": "demo",
        "Delete": {"Objects": [{"Key": "a"}, {"Key": "b"}], "Quiet": False},
    }


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
