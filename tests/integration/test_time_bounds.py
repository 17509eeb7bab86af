"""However slow AWS is, an answer comes before API Gateway gives up after 30 seconds."""

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import boto3
import pytest
from mypy_boto3_iam import IAMClient
from mypy_boto3_kms import KMSClient
from mypy_boto3_s3 import S3Client
from s3loader.accounts.arns import identity_of
from s3loader.buckets.protection import read_protection
from s3loader.caller import Caller, Credentials
from s3loader.caller_aws import CallerAws
from s3loader.caller_services import CallerServices
from s3loader.deadline import BATCH_SECONDS, Deadline
from s3loader.downloads.planning import plan_downloads
from s3loader.errors import S3LoaderError
from s3loader.objects.details import describe
from s3loader.objects.details_ports import AskedObject
from s3loader.objects.previewing import preview
from s3loader.objects.share_limit import share_limit
from s3loader.runtime import Runtime
from s3loader.settings import Settings
from s3loader.uploads.models import CompletedUpload, CompleteUploads
from s3loader.uploads.routes import complete_uploads

from tests.integration.conftest import KEY_ID, REGION, SECRET
from tests.integration.virtual_time import VirtualTime, slow_aws

BUCKET = "demo-photos"
APP = "https://app.example"
LEE = identity_of("arn:aws:iam::123456789012:user/lee")
SECONDS = [3.3, 9.9, 16.9, 60.0]
MARGIN = 1.0  # second, for what is not AWS
CALLS: dict[str, Callable[[CallerServices], object]] = {
    "policies": lambda services: services.permissions.policies(refresh=False),
    "effective": lambda services: services.permissions.effective(BUCKET, refresh=False).at("in/"),
    "try": lambda services: services.permissions.effective(BUCKET, refresh=False).tried(
        "s3:DeleteObject", "in/"
    ),
    "downloads": lambda services: plan_downloads(
        services.downloads(BUCKET, requester_pays=False), ["in/a.txt", "parts", "gone"]
    ),
    "details": lambda services: describe(
        AskedObject("in/a.txt"),
        services.object_inspector(BUCKET),
        share_limit(services.caller, datetime.now(UTC)),
    ),
    "preview": lambda services: preview(
        AskedObject("gone"),
        services.object_inspector(BUCKET),
        services.object_links(BUCKET, services.url_expiry),
    ),
    "protection": lambda services: read_protection(services.bucket_protection(BUCKET)),
    "cors": lambda services: services.cors_doctor(BUCKET).diagnose(APP),
    "cors repair": lambda services: services.cors_doctor(BUCKET).repair(APP, EMPTY, lambda _: None),
}
# The fingerprint of a bucket without rules, which a repair wants to see.
EMPTY = "4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945"


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> VirtualTime:
    return VirtualTime(monkeypatch)


@pytest.fixture
def services(
    tmp_path: Path, s3: S3Client, time: VirtualTime, monkeypatch: pytest.MonkeyPatch
) -> CallerServices:
    """One request of a user whose bucket's key and policies take several calls after another."""
    monkeypatch.setattr("moto.s3.models.S3_UPLOAD_PART_MIN_SIZE", 1)
    _furnish_parts(s3)  # before the key, under which their ETags would prove nothing
    _furnish_key(s3)
    _furnish_user()
    credentials = Credentials(KEY_ID, SECRET, region=REGION)
    topic = f"arn:aws:sns:{REGION}:123456789012:uploads"
    runtime = Runtime(Settings(seal_key_file=tmp_path / "seal.key", sns_topic_arn=topic))
    return CallerServices(CallerAws(runtime, Caller(credentials, LEE), Deadline(clock=time.now)))


def _furnish_key(s3: S3Client) -> None:
    kms: KMSClient = boto3.client("kms", region_name=REGION)
    key = kms.create_key()["KeyMetadata"]["KeyId"]
    kms.create_alias(AliasName="alias/ours", TargetKeyId=key)
    s3.put_bucket_encryption(
        Bucket=BUCKET,
        ServerSideEncryptionConfiguration={
            "Rules": [
                {
                    "ApplyServerSideEncryptionByDefault": {
                        "SSEAlgorithm": "aws:kms",
                        "KMSMasterKeyID": "alias/ours",
                    }
                }
            ]
        },
    )


def _furnish_parts(s3: S3Client) -> None:
    """Makes an object of three small parts, of which a download asks for two."""
    upload = s3.create_multipart_upload(Bucket=BUCKET, Key="parts")["UploadId"]
    place: Any = {"Bucket": BUCKET, "Key": "parts", "UploadId": upload}
    etags = [s3.upload_part(**place, PartNumber=n, Body=b"a")["ETag"] for n in (1, 2, 3)]
    parts: Any = [{"PartNumber": n, "ETag": etag} for n, etag in enumerate(etags, start=1)]
    s3.complete_multipart_upload(**place, MultipartUpload={"Parts": parts})


def _begin_upload(s3: S3Client) -> CompleteUploads:
    """Returns what a client sends whose one small part has arrived."""
    upload = s3.create_multipart_upload(Bucket=BUCKET, Key="in/big")["UploadId"]
    place: Any = {"Bucket": BUCKET, "Key": "in/big", "UploadId": upload}
    part = {"partNumber": 1, "etag": s3.upload_part(**place, PartNumber=1, Body=b"a")["ETag"]}
    sent = {"key": "in/big", "uploadId": upload, "size": 1, "parts": [part], "onConflict": "refuse"}
    return CompleteUploads.model_validate({"bucket": BUCKET, "uploads": [sent]})


def _furnish_user() -> None:
    iam: IAMClient = boto3.client("iam", region_name=REGION)
    iam.create_user(UserName="lee")
    iam.create_group(GroupName="staff")
    iam.add_user_to_group(GroupName="staff", UserName="lee")
    statement = {"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "*"}
    document = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
    policy = iam.create_policy(PolicyName="listing", PolicyDocument=document)["Policy"]["Arn"]
    iam.attach_group_policy(GroupName="staff", PolicyArn=policy)


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("answers", [True, False], ids=["slow", "silent"])
@pytest.mark.parametrize("seconds", SECONDS)
def test_an_answer_comes_before_api_gateway_gives_up(
    services: CallerServices, time: VirtualTime, call: str, answers: bool, seconds: float
) -> None:
    slow_aws(time, seconds, answers=answers)
    with suppress(S3LoaderError):
        CALLS[call](services)
    assert 1.0 <= time.now() < 30.0 - MARGIN


@pytest.mark.parametrize("answers", [True, False], ids=["slow", "silent"])
@pytest.mark.parametrize("seconds", SECONDS)
def test_an_upload_is_completed_before_api_gateway_gives_up(
    services: CallerServices, s3: S3Client, time: VirtualTime, answers: bool, seconds: float
) -> None:
    request = _begin_upload(s3)
    slow_aws(time, seconds, answers=answers)
    with suppress(S3LoaderError):
        complete_uploads(request, services)
    assert 1.0 <= time.now() < 30.0 - MARGIN


def test_a_silent_topic_delays_a_late_completion_no_longer_than_api_gateway_waits(
    services: CallerServices, s3: S3Client, time: VirtualTime
) -> None:
    request = _begin_upload(s3)
    services.aws.runtime.regions.put(BUCKET, REGION)
    slow_aws(time, 11.9, answers=True, service="s3")
    slow_aws(time, 60.0, answers=False, service="sns")
    last = BATCH_SECONDS - 0.1
    time.set(last)  # the batch's last moment to begin something
    (result,) = complete_uploads(request, services).results
    assert isinstance(result, CompletedUpload)
    assert not result.notified
    assert last + 11.9 < time.now() < 30.0 - MARGIN
