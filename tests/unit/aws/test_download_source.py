from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from botocore.exceptions import ClientError
from s3loader.aws.bucket import OpenBucket
from s3loader.aws.download_source import S3DownloadSource
from s3loader.aws.presigning import Presigner
from s3loader.aws.regions import RegionCache
from s3loader.caller import Credentials
from s3loader.deadline import Deadline
from s3loader.errors import ErrorCode, S3LoaderError
from s3loader.permissions.observed import Observations, Occasion
from s3loader.permissions.witness import Witness

LEE = Credentials("AKIALEELEELEELEELEE1", "lee-secret")
KMS_KEY = "arn:aws:kms:ap-northeast-2:123456789012:key/1234-abcd"
SSE_C = (
    "The object was stored using a form of Server Side Encryption. "
    "The correct parameters must be provided to retrieve the object."
)
NO_KMS = f"User: x is not authorized to perform: kms:Decrypt on resource: {KMS_KEY} because no"
HEAD = {
    "ContentLength": 3,
    "ETag": '"900150983cd24fb0d6963f7d28e17f72"',
    "LastModified": datetime(2026, 11, 23, tzinfo=UTC),
    "ResponseMetadata": {"HTTPHeaders": {}},
}


class Body:
    def __init__(self) -> None:
        self.is_closed = False

    def close(self) -> None:
        self.is_closed = True


class Client:
    """Answers HEAD with `head`, or refuses as S3 does: HEAD by its status, GET with the reason."""

    def __init__(
        self,
        head: Mapping[str, Any] | None = None,
        *,
        status: str = "",
        aws_code: str = "",
        message: str = "",
        part: int = 0,
    ) -> None:
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.body = Body()
        self._head = head
        self._status = status
        self._reason = {"Code": aws_code, "Message": message}
        self._part = part

    def head_object(self, **request: Any) -> dict[str, Any]:  # noqa: ANN401
        self.calls.append(("HEAD", request))
        if self._head is None:
            raise ClientError({"Error": {"Code": self._status}}, "HeadObject")
        return dict(self._head)

    def get_object(self, **request: Any) -> dict[str, Any]:  # noqa: ANN401
        self.calls.append(("GET", request))
        if self._head is None:
            raise ClientError({"Error": self._reason}, "GetObject")  # type: ignore[typeddict-item]
        return {"ContentLength": self._part, "Body": self.body}


def source(
    client: Any,  # noqa: ANN401
    *,
    requester_pays: bool = False,
    deadline: Deadline | None = None,
    observations: Observations | None = None,
) -> S3DownloadSource:
    witness = Witness(observations or Observations(), "lee", "demo")
    opened = OpenBucket("demo", "ap-northeast-2", LEE, client, client, RegionCache(), witness)
    presigner = Presigner(LEE, "ap-northeast-2", ("https://s3",), timedelta(seconds=900))
    return S3DownloadSource(
        opened, presigner, deadline or Deadline(), requester_pays=requester_pays
    )


def refusal(client: Client, **more: Any) -> S3LoaderError:  # noqa: ANN401
    with pytest.raises(S3LoaderError) as refused:
        source(client, **more).head("in/a")
    return refused.value


def passing(*moments: float) -> Deadline:
    """A deadline at 10 s that looks at these moments in turn."""
    left = iter([0.0, *moments])
    return Deadline(10, lambda: next(left))


def test_a_key_of_kms_that_may_not_be_used_is_named() -> None:
    refused = refusal(Client(status="403", aws_code="AccessDenied", message=NO_KMS))
    assert refused.code is ErrorCode.ACCESS_DENIED
    assert refused.params == {"action": "kms:Decrypt", "resource": KMS_KEY}


def test_an_object_under_a_customers_key_says_so() -> None:
    refused = refusal(Client(status="400", aws_code="InvalidRequest", message=SSE_C))
    assert refused.code is ErrorCode.CUSTOMER_KEY_NEEDED


def test_expired_credentials_are_told_from_a_refusal() -> None:
    refused = refusal(Client(status="400", aws_code="ExpiredToken"))
    assert refused.code is ErrorCode.CREDENTIALS_EXPIRED


def test_after_the_deadline_nothing_is_asked() -> None:
    client = Client(HEAD)
    assert refusal(client, deadline=passing(11)).code is ErrorCode.AWS_UNREACHABLE
    assert not client.calls


def test_the_reason_of_a_refusal_is_not_asked_for_after_the_deadline() -> None:
    client = Client(status="403", aws_code="ExpiredToken")
    assert refusal(client, deadline=passing(9, 11)).code is ErrorCode.ACCESS_DENIED
    assert [method for method, _ in client.calls] == ["HEAD"]


def test_s3_is_asked_for_its_checksum() -> None:
    client = Client({**HEAD, "ChecksumCRC64NVME": "rosUhgqYiZk=", "ChecksumType": "FULL_OBJECT"})
    found = source(client).head("in/a")
    assert client.calls == [("HEAD", {"Bucket": "demo", "Key": "in/a", "ChecksumMode": "ENABLED"})]
    assert found.checksum is not None
    assert (found.checksum.algorithm, found.checksum.value) == ("CRC64NVME", "rosUhgqYiZk=")


def test_a_checksum_of_checksums_is_none_of_the_whole() -> None:
    composite = {**HEAD, "ChecksumSHA256": "abc=-3", "ChecksumType": "COMPOSITE"}
    assert source(Client(composite)).head("in/a").checksum is None


@pytest.mark.parametrize(
    ("more", "is_md5"),
    [
        ({}, True),
        ({"ServerSideEncryption": "AES256"}, True),
        ({"ServerSideEncryption": "aws:kms"}, False),
        ({"ServerSideEncryption": "aws:kms:dsse"}, False),
        ({"SSECustomerAlgorithm": "AES256"}, False),
    ],
)
def test_only_s3s_own_encryption_leaves_md5_in_the_etag(more: dict[str, str], is_md5: bool) -> None:
    assert source(Client({**HEAD, **more})).head("in/a").etag_is_md5 is is_md5


def test_a_part_is_measured_without_reading_it() -> None:
    client = Client({**HEAD, "ContentLength": 8, "PartsCount": 3})
    assert source(client).part_size("in/a", 2) == 8
    assert client.calls == [("HEAD", {"Bucket": "demo", "Key": "in/a", "PartNumber": 2})]


def test_where_head_knows_of_no_parts_the_part_is_begun_to_be_read_and_left() -> None:
    client = Client({**HEAD, "ContentLength": 24}, part=8)
    assert source(client).part_size("in/a", 2) == 8
    assert [(method, call["PartNumber"]) for method, call in client.calls] == [
        ("HEAD", 2),
        ("GET", 2),
    ]
    assert client.body.is_closed


def test_who_pays_says_so_in_every_call_and_in_the_url() -> None:
    client = Client({**HEAD, "PartsCount": 3})
    paying = source(client, requester_pays=True)
    found = paying.head("in/a")
    paying.part_size("in/a", 1)
    assert {call["RequestPayer"] for _, call in client.calls} == {"requester"}
    query = parse_qs(urlsplit(paying.sign_get("in/a", found, 0)).query)
    assert query["x-amz-request-payer"] == ["requester"]


def test_what_is_stored_packed_is_signed_to_come_as_stored() -> None:
    packed = source(Client({**HEAD, "ContentEncoding": "gzip"}))
    assert "response-content-encoding=identity" in packed.sign_get("a", packed.head("a"), 0)
    plain = source(Client(HEAD))
    assert "response-content-encoding" not in plain.sign_get("a", plain.head("a"), 0)


def recalled(observations: Observations, prefix: str) -> bool | None:
    return observations.recall(Occasion("lee", "demo", "s3:GetObject", prefix))


def test_what_s3_lets_through_and_refuses_is_remembered_for_its_prefix() -> None:
    observations = Observations()
    source(Client(HEAD), observations=observations).head("mine/a")
    denied = Client(status="403", aws_code="AccessDenied")
    refusing = source(denied, observations=observations)
    for key in ("theirs/a", "theirs/b"):
        with pytest.raises(S3LoaderError):
            refusing.head(key)
    assert (recalled(observations, "mine/"), recalled(observations, "theirs/")) == (True, False)
    assert recalled(observations, "other/") is None


def test_a_key_of_kms_says_nothing_of_the_right_to_read() -> None:
    observations = Observations()
    denied = Client(status="403", aws_code="AccessDenied", message=NO_KMS)
    for key in ("in/a", "in/b"):
        with pytest.raises(S3LoaderError):
            source(denied, observations=observations).head(key)
    assert recalled(observations, "in/") is None
