"""What conditions find in the requests of this app."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from s3loader.permissions.context import Missing
from s3loader.permissions.our_requests import Endpoint, Requester, kms_request, s3_request

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
LEE = Requester(
    account_id="123456789012",
    kind="user",
    arn="arn:aws:iam::123456789012:user/lee",
    name="lee",
    user_id="AIDALEE",
    long_term=True,
)
ROLE = Requester(
    account_id="123456789012",
    kind="role",
    arn=None,
    name="Loader/lee",
    user_id=None,
    long_term=False,
)
SEOUL = Endpoint(region="ap-northeast-2", secure=True, source_ip=None)


def value(key: str, action: str = "s3:GetObject", who: Requester = LEE) -> str | Missing:
    return s3_request(who, SEOUL, action, "inbox/", NOW).value(key)


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("aws:username", "lee"),
        ("aws:userid", "AIDALEE"),
        ("aws:PrincipalArn", "arn:aws:iam::123456789012:user/lee"),
        ("aws:PrincipalAccount", "123456789012"),
        ("aws:PrincipalType", "User"),
        ("aws:RequestedRegion", "ap-northeast-2"),
        ("aws:SecureTransport", "true"),
        ("aws:ViaAWSService", "false"),
        ("aws:PrincipalIsAWSService", "false"),
        ("aws:CurrentTime", "2026-11-23T12:00:00+00:00"),
        ("aws:EpochTime", "1795435200"),
        ("s3:signatureversion", "AWS4-HMAC-SHA256"),
        ("aws:SourceIp", Missing.UNKNOWN),
        ("aws:SourceVpce", Missing.UNKNOWN),
        ("aws:PrincipalTag/team", Missing.UNKNOWN),
        ("s3:ExistingObjectTag/stage", Missing.UNKNOWN),
        ("aws:MultiFactorAuthPresent", Missing.ABSENT),
        ("aws:TokenIssueTime", Missing.ABSENT),
        ("aws:CalledViaFirst", Missing.ABSENT),
        ("s3:x-amz-acl", Missing.ABSENT),
        ("s3:x-amz-grant-read", Missing.ABSENT),
        ("S3:RequestObjectTag/Stage", Missing.ABSENT),
        ("s3:prefix", Missing.ABSENT),
    ],
)
def test_a_download_of_a_user_carries(key: str, expected: str | Missing) -> None:
    assert value(key) == expected


def test_a_listing_carries_its_prefix_and_delimiter() -> None:
    assert value("s3:prefix", "s3:ListBucket") == "inbox/"
    assert value("s3:delimiter", "s3:ListBucket") == "/"
    assert value("s3:max-keys", "s3:ListBucket") is Missing.UNKNOWN


def test_whether_a_listing_of_uploads_carries_its_prefix_is_not_documented() -> None:
    assert value("s3:prefix", "s3:ListBucketMultipartUploads") is Missing.UNKNOWN


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        ("s3:GetObject", "REST-QUERY-STRING"),
        ("s3:PutObject", Missing.UNKNOWN),
        ("s3:DeleteObject", "REST-HEADER"),
        ("s3:ListBucket", "REST-HEADER"),
    ],
)
def test_downloads_are_signed_in_the_url_and_uploads_in_both_ways(
    action: str, expected: str | Missing
) -> None:
    assert value("s3:authType", action) == expected


def test_only_what_deletes_a_version_may_name_one() -> None:
    assert value("s3:VersionId", "s3:DeleteObject") is Missing.ABSENT
    assert value("s3:VersionId", "s3:DeleteObjectVersion") is Missing.UNKNOWN


def test_a_session_has_no_user_name_and_may_have_used_mfa() -> None:
    assert value("aws:username", who=ROLE) is Missing.ABSENT
    assert value("aws:PrincipalType", who=ROLE) == "AssumedRole"
    for key in ("aws:MultiFactorAuthPresent", "aws:TokenIssueTime", "aws:FederatedProvider"):
        assert value(key, who=ROLE) is Missing.UNKNOWN


def test_what_is_not_known_of_the_role_is_unknown() -> None:
    assert value("aws:PrincipalArn", who=ROLE) is Missing.UNKNOWN
    assert value("aws:userid", who=ROLE) is Missing.UNKNOWN


def test_a_loopback_endpoint_sees_a_known_address() -> None:
    endpoint = replace(SEOUL, secure=False, source_ip="127.0.0.1")
    request = s3_request(LEE, endpoint, "s3:GetObject", "", NOW)
    assert request.value("aws:SourceIp") == "127.0.0.1"
    assert request.value("aws:SecureTransport") == "false"


def test_s3_asks_kms_in_the_callers_name() -> None:
    request = kms_request(LEE, SEOUL, NOW)
    assert request.value("kms:ViaService") == "s3.ap-northeast-2.amazonaws.com"
    assert request.value("kms:CallerAccount") == "123456789012"
    assert request.value("aws:ViaAWSService") is Missing.UNKNOWN
    assert request.value("aws:SourceIp") is Missing.UNKNOWN
