from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from botocore.exceptions import ClientError
from s3loader.aws.bucket import OpenBucket
from s3loader.aws.presigning import Presigner
from s3loader.aws.prober import S3Prober
from s3loader.aws.regions import RegionCache
from s3loader.aws.upload_store import S3UploadStore
from s3loader.caller import Credentials
from s3loader.deadline import Deadline
from s3loader.errors import Unauthenticated
from s3loader.permissions.observed import Observations, Occasion
from s3loader.permissions.ports import Glimpse
from s3loader.permissions.witness import Witness

from tests.unit.aws.scripted_client import Answers, Refusal, ScriptedClient

LEE = Credentials("AKIALEELEELEELEELEE1", "lee-secret")
PROBES: dict[str, Callable[[S3Prober], bool | None]] = {
    "ListObjectsV2": lambda prober: prober.list_bucket("in/").let_through,
    "ListMultipartUploads": lambda prober: prober.list_uploads("in/"),
    "UploadPart": lambda prober: prober.put_object("in/"),
    "AbortMultipartUpload": lambda prober: prober.abort_upload("in/"),
    "ListParts": lambda prober: prober.list_parts("in/"),
    "GetBucketCors": lambda prober: prober.get_cors(),
    "GetObject": lambda prober: prober.get_object("in/a"),
    "DeleteObject": lambda prober: prober.delete_object("in/"),
}


def probing(
    answers: Answers, observations: Observations | None = None
) -> tuple[ScriptedClient, S3Prober]:
    s3 = ScriptedClient("s3", answers)
    witness = Witness(observations or Observations(), "lee", "demo")
    opened = OpenBucket("demo", "us-east-1", LEE, s3.client, s3.client, RegionCache(), witness)
    presigner = Presigner(LEE, "us-east-1", ("https://s3",), timedelta(seconds=900))
    return s3, S3Prober(opened, S3UploadStore(opened, presigner), Deadline())


def refusing(aws_code: str) -> Answers:
    def refuse(*_: object) -> dict[str, Any]:
        raise Refusal(aws_code)

    return refuse


@pytest.mark.parametrize("operation", PROBES)
@pytest.mark.parametrize(
    ("aws_code", "verdict"),
    [
        ("AccessDenied", False),
        ("NoSuchUpload", True),
        ("NoSuchKey", True),
        ("PreconditionFailed", True),
        ("SlowDown", None),
        ("NoSuchBucket", None),
        ("PermanentRedirect", None),
        ("InternalError", None),
    ],
)
def test_only_a_refusal_or_that_nothing_is_there_shows_something(
    operation: str, aws_code: str, verdict: bool | None
) -> None:
    s3, prober = probing(refusing(aws_code))
    assert PROBES[operation](prober) is verdict
    assert {asked for asked, _ in s3.calls} == {operation}


@pytest.mark.parametrize("operation", PROBES)
def test_an_answer_shows_the_right(operation: str) -> None:
    answer = {"ResponseMetadata": {"HTTPHeaders": {}}, "IsTruncated": False, "Body": BytesIO()}
    _, prober = probing(lambda *_: answer)
    assert PROBES[operation](prober) is True


def test_a_bucket_without_cors_rules_let_them_be_read() -> None:
    _, prober = probing(refusing("NoSuchCORSConfiguration"))
    assert prober.get_cors() is True


@pytest.mark.parametrize("operation", PROBES)
def test_credentials_that_aws_no_longer_accepts_are_no_verdict(operation: str) -> None:
    _, prober = probing(refusing("ExpiredToken"))
    with pytest.raises(Unauthenticated):
        PROBES[operation](prober)


def test_probes_ask_for_little_directly_below_the_prefix() -> None:
    answer = {"ResponseMetadata": {"HTTPHeaders": {}}, "IsTruncated": False, "Body": BytesIO()}
    s3, prober = probing(lambda *_: answer)
    for probe in PROBES.values():
        probe(prober)
    asked = dict(s3.calls)
    assert asked["ListObjectsV2"]["Prefix"] == asked["ListMultipartUploads"]["Prefix"] == "in/"
    assert asked["ListObjectsV2"]["Delimiter"] == "/"
    assert asked["ListObjectsV2"]["MaxKeys"] == 100
    assert asked["ListMultipartUploads"]["MaxUploads"] == 1
    assert asked["GetObject"]["Range"] == "bytes=0-0"
    for operation in ("UploadPart", "AbortMultipartUpload", "ListParts", "DeleteObject"):
        assert asked[operation]["Key"].startswith("in/")
        assert "/" not in asked[operation]["Key"].removeprefix("in/")


def test_a_refusal_is_remembered_of_the_prefix_that_was_asked_about() -> None:
    observations = Observations()
    _, prober = probing(refusing("AccessDenied"), observations)
    prober.put_object("in/")
    assert observations.refused_one(Occasion("lee", "demo", "s3:PutObject", "in/"))
    assert not observations.refused_one(Occasion("lee", "demo", "s3:PutObject", ""))


def listing(*found: tuple[str, int]) -> Answers:
    contents = [{"Key": key, "Size": size} for key, size in found]
    return lambda *_: {"ResponseMetadata": {"HTTPHeaders": {}}, "Contents": contents}


def test_a_listing_shows_an_object_with_a_byte_to_read() -> None:
    _, prober = probing(listing(("in/", 3), ("in/empty", 0), ("in/a", 1), ("in/b", 1)))
    assert prober.list_bucket("in/").key == "in/a"
    _, prober = probing(listing(("in/", 3), ("in/empty", 0)))
    assert prober.list_bucket("in/") == Glimpse(True, None)
    _, prober = probing(refusing("AccessDenied"))
    assert prober.list_bucket("in/") == Glimpse(False, None)


def test_the_refusal_of_another_right_shows_nothing_of_this_one() -> None:
    message = "User: lee is not authorized to perform: kms:Decrypt on resource: k"

    class Client:
        def get_object(self, **_: object) -> None:
            raise ClientError({"Error": {"Code": "AccessDenied", "Message": message}}, "GetObject")

    client: Any = Client()
    witness = Witness(Observations(), "lee", "demo")
    opened = OpenBucket("demo", "us-east-1", LEE, client, client, RegionCache(), witness)
    presigner = Presigner(LEE, "us-east-1", ("https://s3",), timedelta(seconds=900))
    assert S3Prober(opened, S3UploadStore(opened, presigner), Deadline()).get_object("in/a") is None
