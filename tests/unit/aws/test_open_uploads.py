from datetime import UTC, datetime
from typing import Any

import pytest
from s3loader.aws.bucket import OpenBucket
from s3loader.aws.open_uploads import S3OpenUploadLister
from s3loader.aws.regions import RegionCache
from s3loader.caller import Credentials
from s3loader.deadline import Deadline
from s3loader.errors import AwsUnreachable, ErrorCode, S3LoaderError
from s3loader.permissions.observed import Observations, Occasion
from s3loader.permissions.witness import Witness
from s3loader.uploads.unfinished_ports import AbortRule, Marker, OpenUpload, PartsSum

from tests.unit.aws.scripted_client import Answers, Refusal, ScriptedClient

LEE = Credentials("AKIALEELEELEELEELEE1", "lee-secret")
BEGUN = datetime(2026, 11, 1, tzinfo=UTC)
UPLOAD = OpenUpload("in/a", "u1", BEGUN, None, "STANDARD", None)


def lister(
    client: ScriptedClient,
    observations: Observations | None = None,
    deadline: Deadline | None = None,
) -> S3OpenUploadLister:
    witness = Witness(observations or Observations(), "lee", "demo")
    opened = OpenBucket(
        "demo", "ap-northeast-2", LEE, client.client, client.client, RegionCache(), witness
    )
    return S3OpenUploadLister(opened, deadline or Deadline())


def always(answer: dict[str, Any]) -> ScriptedClient:
    return ScriptedClient("s3", lambda _, __: answer)


def refusing(code: str) -> ScriptedClient:
    def refuse(_: str, __: object) -> dict[str, Any]:
        raise Refusal(code)

    return ScriptedClient("s3", refuse)


def found(key: str, **more: object) -> dict[str, Any]:
    return {"Key": key, "UploadId": "u1", "Initiated": BEGUN, **more}


def test_keys_that_xml_cannot_hold_come_encoded_and_are_told_plainly() -> None:
    client = always(
        {"EncodingType": "url", "Uploads": [found("in/a%01+b%2Bc%ED%95%9C")], "IsTruncated": True}
    )
    page = lister(client).list_page("in/", None, 10)
    assert client.calls[0][1]["EncodingType"] == "url"
    assert page.uploads[0].key == "in/a\x01 b+c한"
    assert page.next == Marker("in/a\x01 b+c한", "u1")


def test_keys_of_a_server_that_does_not_encode_stay_as_they_are() -> None:
    client = always({"Uploads": [found("in/a+b%20c")], "IsTruncated": False})
    page = lister(client).list_page("in/", None, 10)
    assert (page.uploads[0].key, page.next) == ("in/a+b%20c", None)


def test_the_next_page_begins_behind_the_marker() -> None:
    client = always({"IsTruncated": False})
    lister(client).list_page("in/", Marker("in/a", "u1"), 10)
    asked = client.calls[0][1]
    assert (asked["KeyMarker"], asked["UploadIdMarker"]) == ("in/a", "u1")
    assert (asked["Prefix"], asked["MaxUploads"]) == ("in/", 10)


def test_the_initiator_is_told_by_id_and_a_class_that_s3_leaves_out_is_the_standard_one() -> None:
    initiator = {"ID": "arn:aws:iam::123456789012:user/lee", "DisplayName": "lee"}
    client = always(
        {
            "Uploads": [
                found("a", Initiator=initiator, StorageClass="GLACIER"),
                found("b", Initiator={"ID": ""}),
            ],
            "IsTruncated": False,
        }
    )
    first, second = lister(client).list_page("", None, 10).uploads
    assert (first.initiator, first.storage_class) == (initiator["ID"], "GLACIER")
    assert (second.initiator, second.storage_class) == (None, "STANDARD")


def test_a_refused_list_names_its_permission_and_is_remembered() -> None:
    observations = Observations()
    with pytest.raises(S3LoaderError) as failure:
        lister(refusing("AccessDenied"), observations).list_page("in/", None, 10)
    assert failure.value.code is ErrorCode.ACCESS_DENIED
    assert failure.value.params["action"] == "s3:ListBucketMultipartUploads"
    occasion = Occasion("lee", "demo", "s3:ListBucketMultipartUploads", "in/")
    assert observations.recall(occasion) is False


def test_a_marker_that_s3_no_longer_takes_means_to_begin_again() -> None:
    with pytest.raises(S3LoaderError) as failure:
        lister(refusing("InvalidArgument")).list_page("in/", Marker("in/a", "gone"), 10)
    assert failure.value.code is ErrorCode.CURSOR_INVALID


def paged_parts() -> Answers:
    def answer(_: str, asked: Any) -> dict[str, Any]:  # noqa: ANN401
        if "PartNumberMarker" not in asked:
            parts = [{"PartNumber": number, "Size": 8} for number in range(1, 1001)]
            return {"Parts": parts, "IsTruncated": True, "NextPartNumberMarker": 1000}
        return {"Parts": [{"PartNumber": 1001, "Size": 3}], "IsTruncated": False}

    return answer


def test_parts_are_added_up_over_all_pages() -> None:
    client = ScriptedClient("s3", paged_parts())
    assert lister(client).sum_parts(UPLOAD) == PartsSum(size=8003, count=1001, first_size=8)
    assert client.count("ListParts") == 2


def test_no_further_page_of_parts_is_asked_for_once_the_time_is_over() -> None:
    client = ScriptedClient("s3", paged_parts())
    times = iter([0.0, 0.0, 11.0])
    with pytest.raises(AwsUnreachable):
        lister(client, deadline=Deadline(10, lambda: next(times))).sum_parts(UPLOAD)
    assert client.count("ListParts") == 1


def rule(days: int = 7, status: str = "Enabled", **more: object) -> dict[str, Any]:
    return {
        "Status": status,
        "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": days},
        **more,
    }


@pytest.mark.parametrize(
    ("stored", "told"),
    [
        (rule(Filter={}), [AbortRule("", 7)]),
        (rule(Filter={"Prefix": "in/"}), [AbortRule("in/", 7)]),
        (rule(Prefix="old/"), [AbortRule("old/", 7)]),
        (
            rule(Filter={"And": {"Prefix": "in/", "ObjectSizeGreaterThan": 0}}),
            [AbortRule("in/", 7)],
        ),
        (rule(Filter={"Tag": {"Key": "a", "Value": "b"}}), []),
        (rule(Filter={"And": {"Prefix": "in/", "ObjectSizeGreaterThan": 9}}), []),
        (rule(Filter={}, status="Disabled"), []),
        ({"Status": "Enabled", "Filter": {}, "Expiration": {"Days": 1}}, []),
    ],
)
def test_rules_that_end_uploads_are_told_from_others(
    stored: dict[str, Any], told: list[AbortRule]
) -> None:
    assert lister(always({"Rules": [stored]})).abort_rules() == told


def test_a_bucket_without_lifecycle_has_no_rules() -> None:
    assert lister(refusing("NoSuchLifecycleConfiguration")).abort_rules() == []


def test_rules_that_may_not_be_read_name_the_permission() -> None:
    with pytest.raises(S3LoaderError) as failure:
        lister(refusing("AccessDenied")).abort_rules()
    assert failure.value.params["action"] == "s3:GetLifecycleConfiguration"


def test_the_account_is_called_as_the_owner_of_its_buckets() -> None:
    assert lister(always({"Owner": {"ID": "c4n0n1c41"}})).canonical_id() == "c4n0n1c41"
