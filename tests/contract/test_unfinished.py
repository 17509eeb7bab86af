import uuid
from typing import Any

import pytest
from mypy_boto3_iam import IAMClient
from mypy_boto3_s3 import S3Client

from tests.contract.api import Api, register
from tests.contract.iam_user import create_user, document, put_user_policy, register_user
from tests.local.running_stack import RunningStack

PART = 5 * 1024 * 1024


@pytest.fixture
def account(stack: RunningStack) -> Api:
    return register(stack, "demo-full")


def begin(s3: S3Client, bucket: str, key: str, *sizes: int) -> str:
    upload_id = s3.create_multipart_upload(Bucket=bucket, Key=key)["UploadId"]
    for number, size in enumerate(sizes, start=1):
        s3.upload_part(
            Bucket=bucket, Key=key, UploadId=upload_id, PartNumber=number, Body=bytes(size)
        )
    return upload_id


def unfinished(account: Api, bucket: str, **params: str) -> dict[str, Any]:
    answer = account.get("/api/uploads/unfinished", {"bucket": bucket, **params})
    assert answer.status_code == 200, answer.text
    page: dict[str, Any] = answer.json()
    return page


def test_uploads_are_listed_in_pages_with_their_parts(
    account: Api, s3: S3Client, bucket: str
) -> None:
    ids = {begin(s3, bucket, "in/twice.bin", PART, 3) for _ in range(2)}
    ids |= {begin(s3, bucket, f"in/{name}") for name in ("a b+c%20.bin", "한글.bin")}
    begin(s3, bucket, "elsewhere")
    pages: list[list[dict[str, Any]]] = []
    cursor: str | None = ""
    while cursor is not None:
        more = {"cursor": cursor} if cursor else {}
        page = unfinished(account, bucket, prefix="in/", limit="3", **more)
        pages.append(page["uploads"])
        cursor = page["nextCursor"]
    assert [len(page) for page in pages] == [3, 1]
    found = [upload for page in pages for upload in page]
    assert {upload["uploadId"] for upload in found} == ids
    sizes = {upload["key"]: (upload["size"], upload["partCount"]) for upload in found}
    assert sizes == {
        "in/twice.bin": (PART + 3, 2),
        "in/a b+c%20.bin": (0, 0),
        "in/한글.bin": (0, 0),
    }


def test_an_upload_that_this_app_has_begun_is_the_callers_own(account: Api) -> None:
    (plan,) = account.plan("demo-reports", "inbox/", (f"{uuid.uuid4()}.bin", 100_000_001))
    try:
        page = unfinished(account, "demo-reports", prefix=plan["key"])
        (found,) = page["uploads"]
        assert (found["uploadId"], found["isOwn"]) == (plan["uploadId"], True)
    finally:
        body = {"bucket": "demo-reports", "key": plan["key"], "uploadId": plan["uploadId"]}
        account.post("/api/uploads/abort", body)


def test_who_may_not_list_uploads_learns_the_action(
    stack: RunningStack, iam: IAMClient, bucket: str
) -> None:
    user = create_user(iam)
    put_user_policy(iam, user, "reads", document("s3:ListBucket", "s3:GetObject"))
    denied = register_user(stack, iam, user).get("/api/uploads/unfinished", {"bucket": bucket})
    assert (denied.status_code, denied.json()["code"]) == (403, "access_denied")
    assert denied.json()["params"]["action"] == "s3:ListBucketMultipartUploads"


def test_without_the_right_to_look_at_parts_and_rules_the_uploads_are_told_all_the_same(
    stack: RunningStack, iam: IAMClient, s3: S3Client, bucket: str
) -> None:
    begin(s3, bucket, "a.bin", 5)
    user = create_user(iam)
    put_user_policy(iam, user, "lists", document("s3:ListBucketMultipartUploads"))
    page = unfinished(register_user(stack, iam, user), bucket)
    (found,) = page["uploads"]
    assert (found["key"], found["size"], found["partCount"]) == ("a.bin", None, None)
    assert page["lifetime"] == {"kind": "unknown", "days": None}


def test_the_rule_that_the_app_suggests_is_one_that_it_then_tells(
    account: Api, s3: S3Client, bucket: str
) -> None:
    assert unfinished(account, bucket)["lifetime"]["kind"] == "none"
    s3.put_bucket_lifecycle_configuration(
        Bucket=bucket,
        LifecycleConfiguration={
            "Rules": [
                {
                    "ID": "abort-unfinished-uploads",
                    "Status": "Enabled",
                    "Filter": {"Prefix": ""},
                    "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 7},
                }
            ]
        },
    )
    assert unfinished(account, bucket, prefix="in/")["lifetime"] == {"kind": "rule", "days": 7}
