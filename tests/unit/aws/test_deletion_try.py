"""Trying to delete leaves nothing behind, also on servers that know no conditions."""

import json
from typing import Any

from s3loader.aws.bucket import OpenBucket
from s3loader.aws.deletion_try import try_to_delete
from s3loader.aws.regions import RegionCache
from s3loader.caller import Credentials
from s3loader.permissions.observed import Observations, Occasion
from s3loader.permissions.witness import Witness

from tests.captured_log import captured_log
from tests.unit.aws.scripted_client import Answers, Call, Refusal, ScriptedClient

LEE = Credentials("AKIALEELEELEELEELEE1", "lee-secret")
MARKER = {"DeleteMarker": True, "VersionId": "v1"}


def trying(answers: Answers, seen: Observations | None = None) -> list[Call]:
    """Try it, and return what S3 was asked."""
    s3 = ScriptedClient("s3", answers)
    witness = Witness(seen or Observations(), "lee", "demo")
    bucket = OpenBucket("demo", "us-east-1", LEE, s3.client, s3.client, RegionCache(), witness)
    try_to_delete(bucket, "in/nothing")
    assert {operation for operation, _ in s3.calls} == {"DeleteObject"}
    return [asked for _, asked in s3.calls]


def test_only_what_exists_would_be_deleted() -> None:
    assert trying(lambda *_: {}) == [{"Bucket": "demo", "Key": "in/nothing", "IfMatch": "*"}]


def test_a_delete_marker_is_removed_by_its_version() -> None:
    asked = trying(lambda *_: MARKER)
    assert asked[1:] == [{"Bucket": "demo", "Key": "in/nothing", "VersionId": "v1"}]


def test_a_marker_that_cannot_be_removed_is_logged_and_is_no_verdict() -> None:
    def answer(_: str, asked: Call) -> dict[str, Any]:
        if "VersionId" in asked:
            raise Refusal("AccessDenied")
        return MARKER

    seen = Observations()
    with captured_log() as written:
        trying(answer, seen)
    told = json.loads(written())
    assert (told["level"], told["bucket"], told["key"]) == ("WARNING", "demo", "in/nothing")
    assert seen.recall(Occasion("lee", "demo", "s3:DeleteObject", "in/")) is None
