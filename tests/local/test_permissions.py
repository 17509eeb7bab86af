"""The embedded AWS enforces the demo users' policies, on signed calls and on presigned URLs."""

from collections.abc import Callable

import httpx
import pytest
from botocore.exceptions import ClientError
from mypy_boto3_s3 import S3Client

from tests.local.clients import code, s3_client, s3_with_keys
from tests.local.running_stack import RunningStack

Call = Callable[[S3Client], object]

CALLS: dict[str, Call] = {
    "list buckets": lambda s3: s3.list_buckets(),
    "list reports/": lambda s3: s3.list_objects_v2(Bucket="demo-reports", Prefix="reports/"),
    "list inbox/": lambda s3: s3.list_objects_v2(Bucket="demo-reports", Prefix="inbox/"),
    "list all": lambda s3: s3.list_objects_v2(Bucket="demo-reports"),
    "get a report": lambda s3: s3.get_object(
        Bucket="demo-reports", Key="reports/2026/q3/report.pdf"
    ),
    "get a photo": lambda s3: s3.get_object(Bucket="demo-photos", Key="README.md"),
    "put in inbox/": lambda s3: s3.put_object(Bucket="demo-reports", Key="inbox/a", Body=b"a"),
    "put in reports/": lambda s3: s3.put_object(Bucket="demo-reports", Key="reports/a", Body=b"a"),
    "put a photo": lambda s3: s3.put_object(Bucket="demo-photos", Key="inbox/a", Body=b"a"),
    "multipart in inbox/": lambda s3: multipart(s3, "inbox/b"),
    "multipart in reports/": lambda s3: multipart(s3, "reports/b"),
    "delete": lambda s3: s3.delete_object(Bucket="demo-reports", Key="inbox/a"),
}

MAY = {
    "demo-full": set(CALLS),
    "demo-reader": {
        "list buckets",
        "list reports/",
        "list inbox/",
        "list all",
        "get a report",
        "get a photo",
    },
    "demo-uploader": {"list buckets", "list inbox/", "put in inbox/", "multipart in inbox/"},
    "demo-nolist": set(CALLS) - {"list buckets", "get a photo", "put a photo"},
}


def multipart(s3: S3Client, key: str) -> None:
    """A whole multipart upload, and one that is looked at and aborted."""
    bucket = "demo-reports"
    whole = s3.create_multipart_upload(Bucket=bucket, Key=key)["UploadId"]
    part = s3.upload_part(Bucket=bucket, Key=key, UploadId=whole, PartNumber=1, Body=b"part")
    s3.complete_multipart_upload(
        Bucket=bucket,
        Key=key,
        UploadId=whole,
        MultipartUpload={"Parts": [{"PartNumber": 1, "ETag": part["ETag"]}]},
    )
    dropped = s3.create_multipart_upload(Bucket=bucket, Key=key)["UploadId"]
    s3.list_parts(Bucket=bucket, Key=key, UploadId=dropped)
    s3.abort_multipart_upload(Bucket=bucket, Key=key, UploadId=dropped)


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("user", MAY)
def test_each_user_may_do_what_is_said_and_nothing_else(
    stack: RunningStack, user: str, call: str
) -> None:
    s3 = s3_client(stack, user)
    if call in MAY[user]:
        CALLS[call](s3)
        return
    with pytest.raises(ClientError) as refusal:
        CALLS[call](s3)
    assert code(refusal.value) == "AccessDenied"


@pytest.mark.parametrize(
    ("user", "key", "status"),
    [
        ("demo-reader", "inbox/c", 403),
        ("demo-uploader", "inbox/c", 200),
        ("demo-uploader", "reports/c", 403),
        ("demo-nolist", "reports/c", 200),
    ],
)
def test_a_presigned_url_can_do_no_more_than_its_signer(
    stack: RunningStack, user: str, key: str, status: int
) -> None:
    target = {"Bucket": "demo-reports", "Key": key}
    url = s3_client(stack, user).generate_presigned_url("put_object", Params=target)
    assert httpx.put(url, content=b"c").status_code == status


def test_a_wrong_secret_is_refused(stack: RunningStack) -> None:
    key_id = stack.demo["users"]["demo-full"]["accessKeyId"]
    with pytest.raises(ClientError) as refusal:
        s3_with_keys(stack, key_id, "0" * 40).list_buckets()
    assert code(refusal.value) == "SignatureDoesNotMatch"
