from datetime import UTC, datetime, timedelta
from threading import Event
from typing import Any

import pytest
from botocore.exceptions import ClientError
from s3loader.aws.bucket import OpenBucket
from s3loader.aws.presigning import Presigner
from s3loader.aws.regions import RegionCache
from s3loader.aws.upload_store import S3UploadStore
from s3loader.caller import Credentials
from s3loader.errors import ErrorCode, S3LoaderError
from s3loader.uploads.models import SentPart
from s3loader.uploads.ports import Over

from tests.unit.aws.witness import WITNESS

LEE = Credentials("AKIALEELEELEELEELEE1", "lee-secret")
NOW = datetime(2026, 11, 23, tzinfo=UTC)
PARTS = [SentPart(part_number=1, etag='"e1"'), SentPart(part_number=2, etag="e2")]


class RecordingClient:
    def __init__(self) -> None:
        self.requests: list[dict[str, Any]] = []

    def complete_multipart_upload(self, **request: Any) -> dict[str, Any]:  # noqa: ANN401
        self.requests.append(request)
        return {"ETag": '"whole-2"'}


class SlowClient:
    """Completes as S3 does that sends blanks for minutes, which no read timeout notices."""

    def __init__(self) -> None:
        self.done = Event()

    def complete_multipart_upload(self, **_: object) -> dict[str, Any]:
        self.done.wait(timeout=10)
        return {"ETag": '"whole-2"'}


class EncryptingClient:
    """Answers as a bucket whose default encryption is the one given."""

    def __init__(self, **encryption: str) -> None:
        self.encryption = encryption

    def create_multipart_upload(self, **_: object) -> dict[str, Any]:
        return {"UploadId": "u1", **self.encryption}

    def head_object(self, **_: object) -> dict[str, Any]:
        told = {"ContentLength": 3, "ETag": '"e"', "Metadata": {}, "LastModified": NOW}
        return {**told, **self.encryption}


class RefusingClient:
    """HEAD has no body, so botocore knows only the status; GET names the error."""

    def __init__(self, status: int, aws_code: str) -> None:
        self.status = status
        self.aws_code = aws_code
        self.calls: list[str] = []

    def head_object(self, **_: object) -> None:
        self.calls.append("HeadObject")
        raise ClientError({"Error": {"Code": str(self.status)}}, "HeadObject")

    def get_object(self, **request: object) -> None:
        assert request["Range"] == "bytes=0-0"
        self.calls.append("GetObject")
        raise ClientError({"Error": {"Code": self.aws_code}}, "GetObject")


def store_of(
    client: Any,  # noqa: ANN401
    patient: Any = None,  # noqa: ANN401
    regions: RegionCache | None = None,
    seconds: float = 10,
) -> S3UploadStore:
    opened = OpenBucket(
        "demo", "ap-northeast-2", LEE, client, patient, regions or RegionCache(), WITNESS
    )
    presigner = Presigner(LEE, "ap-northeast-2", ("https://s3",), timedelta(seconds=900))
    return S3UploadStore(opened, presigner, seconds)


def complete(over: Over) -> dict[str, Any]:
    """Returns what S3 was asked, by the client that is patient."""
    client = RecordingClient()
    store_of(None, client).complete("in/a", "u1", PARTS, 7, over)
    (request,) = client.requests
    return dict(request)


def test_completing_lets_s3_check_the_whole_size_and_that_the_key_is_new() -> None:
    assert complete(Over("nothing")) == {
        "Bucket": "demo",
        "Key": "in/a",
        "UploadId": "u1",
        "MpuObjectSize": 7,
        "IfNoneMatch": "*",
        "MultipartUpload": {
            "Parts": [{"PartNumber": 1, "ETag": '"e1"'}, {"PartNumber": 2, "ETag": "e2"}]
        },
    }


def test_replacing_asks_for_no_new_key() -> None:
    asked = complete(Over("anything"))
    assert not {"IfNoneMatch", "IfMatch"} & asked.keys()


def test_replacing_one_object_asks_for_that_one() -> None:
    asked = complete(Over("etag", "e0"))
    assert asked["IfMatch"] == '"e0"'
    assert "IfNoneMatch" not in asked


def test_completing_that_takes_s3_minutes_is_left_to_a_later_call() -> None:
    client: Any = SlowClient()
    with pytest.raises(S3LoaderError) as left:
        store_of(None, client, seconds=0.01).complete("in/a", "u1", PARTS, 7, Over("nothing"))
    client.done.set()
    assert left.value.code is ErrorCode.AWS_UNREACHABLE


@pytest.mark.parametrize(
    ("encryption", "etag_is_md5"),
    [
        ({}, True),
        ({"ServerSideEncryption": "AES256"}, True),
        ({"ServerSideEncryption": "aws:kms"}, False),
        ({"ServerSideEncryption": "aws:kms:dsse"}, False),
        ({"SSECustomerAlgorithm": "AES256"}, False),
    ],
)
def test_s3s_etags_are_md5s_but_under_kms_or_keys_of_customers(
    encryption: dict[str, str], etag_is_md5: bool
) -> None:
    store = store_of(EncryptingClient(**encryption))
    assert store.begin("in/a", "text/plain", "n").etag_is_md5 is etag_is_md5
    assert store.head("in/a").etag_is_md5 is etag_is_md5


@pytest.mark.parametrize(
    ("status", "aws_code", "code"),
    [
        (400, "ExpiredToken", ErrorCode.CREDENTIALS_EXPIRED),
        (403, "InvalidAccessKeyId", ErrorCode.ACCESS_KEY_UNKNOWN),
        (403, "AccessDenied", ErrorCode.ACCESS_DENIED),
    ],
)
def test_a_look_that_is_refused_without_a_word_is_asked_why(
    status: int, aws_code: str, code: ErrorCode
) -> None:
    with pytest.raises(S3LoaderError) as refused:
        store_of(RefusingClient(status, aws_code)).head("in/a")
    assert refused.value.code is code
    if code is ErrorCode.ACCESS_DENIED:
        assert refused.value.params["action"] == "s3:GetObject"


def test_a_missing_object_costs_no_second_call() -> None:
    client = RefusingClient(404, "NoSuchKey")
    with pytest.raises(S3LoaderError) as missing:
        store_of(client).head("in/a")
    assert missing.value.code is ErrorCode.NOT_FOUND
    assert client.calls == ["HeadObject"]


class MovedClient:
    """A bucket that was deleted and made again in us-west-2."""

    def list_objects_v2(self, **_: object) -> dict[str, Any]:
        headers = {"x-amz-bucket-region": "us-west-2"}
        return {"IsTruncated": False, "ResponseMetadata": {"HTTPHeaders": headers}}

    def upload_part(self, **_: object) -> None:
        raise ClientError({"Error": {"Code": "PermanentRedirect"}}, "UploadPart")


def test_a_bucket_that_s3_says_lies_elsewhere_is_looked_up_anew() -> None:
    regions = RegionCache()
    regions.put("demo", "ap-northeast-2")
    with pytest.raises(S3LoaderError) as moved:
        store_of(MovedClient(), regions=regions).check_put("in/a")
    assert moved.value.code is ErrorCode.BUCKET_IN_OTHER_REGION
    assert regions.get("demo") is None


def test_a_listing_that_was_followed_to_another_region_is_remembered_there() -> None:
    regions = RegionCache()
    regions.put("demo", "ap-northeast-2")
    store_of(MovedClient(), regions=regions).list_below("in/")
    assert regions.get("demo") == "us-west-2"
