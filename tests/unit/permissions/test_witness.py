"""What is noticed of S3's answers to real calls."""

import pytest
from botocore.exceptions import ClientError
from s3loader.aws.bucket import OpenBucket
from s3loader.aws.regions import RegionCache
from s3loader.caller import Credentials
from s3loader.errors import S3LoaderError
from s3loader.permissions.observed import Observations, Occasion
from s3loader.permissions.witness import Witness

LEE = Credentials("AKIALEELEELEELEELEE1", "lee-secret")


@pytest.fixture
def seen() -> Observations:
    return Observations(lambda: 0.0)


def refuse(
    seen: Observations,
    operation: str,
    key: str | None = None,
    prefix: str | None = None,
    message: str = "No.",
) -> None:
    witness = Witness(seen, "lee", "reports")
    client: object = None
    bucket = OpenBucket(
        "reports",
        "ap-northeast-2",
        LEE,
        client,  # type: ignore[arg-type]
        client,  # type: ignore[arg-type]
        RegionCache(),
        witness,
    )
    with pytest.raises(S3LoaderError), bucket.failures(key, prefix):
        raise ClientError({"Error": {"Code": "AccessDenied", "Message": message}}, operation)


def recalled(seen: Observations, action: str, prefix: str) -> bool | None:
    return seen.recall(Occasion("lee", "reports", action, prefix))


def test_refused_keys_are_remembered_for_their_prefix(seen: Observations) -> None:
    refuse(seen, "UploadPart", key="in/deep/a.txt")
    assert seen.refused_one(Occasion("lee", "reports", "s3:PutObject", "in/deep/"))
    refuse(seen, "UploadPart", key="in/deep/b.txt")
    assert recalled(seen, "s3:PutObject", "in/deep/") is False
    assert recalled(seen, "s3:PutObject", "in/") is None


def test_refused_keys_at_the_root_are_remembered_there(seen: Observations) -> None:
    for key in ("a.txt", "b.txt"):
        refuse(seen, "AbortMultipartUpload", key=key)
    assert recalled(seen, "s3:AbortMultipartUpload", "") is False


def test_a_refused_listing_is_remembered_for_the_prefix_that_was_listed(
    seen: Observations,
) -> None:
    refuse(seen, "ListObjectsV2", prefix="in/")
    assert recalled(seen, "s3:ListBucket", "in/") is False
    assert recalled(seen, "s3:ListBucket", "") is None


def test_a_refused_listing_of_no_known_prefix_shows_nothing(seen: Observations) -> None:
    refuse(seen, "ListObjectsV2")
    assert recalled(seen, "s3:ListBucket", "") is None


def test_a_refused_setting_is_remembered_for_the_whole_bucket(seen: Observations) -> None:
    refuse(seen, "GetBucketCors")
    assert recalled(seen, "s3:GetBucketCORS", "") is False


def test_what_nobody_asks_about_is_not_remembered(seen: Observations) -> None:
    refuse(seen, "GetBucketPolicy")
    assert recalled(seen, "s3:GetBucketPolicy", "") is None


def test_a_refused_kms_key_is_remembered_by_its_arn(seen: Observations) -> None:
    arn = "arn:aws:kms:ap-northeast-2:123456789012:key/k"
    message = f"lee is not authorized to perform: kms:Decrypt on resource: {arn}"
    refuse(seen, "GetObject", key="in/a", message=message)
    assert recalled(seen, "kms:Decrypt", arn) is False
    assert recalled(seen, "s3:GetObject", "in/") is None
