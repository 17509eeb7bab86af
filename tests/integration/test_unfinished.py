from typing import Any

from mypy_boto3_s3 import S3Client
from starlette.testclient import TestClient

BUCKET = "demo-photos"


def begin(s3: S3Client, key: str, *sizes: int) -> str:
    upload_id = s3.create_multipart_upload(Bucket=BUCKET, Key=key)["UploadId"]
    for number, size in enumerate(sizes, start=1):
        s3.upload_part(
            Bucket=BUCKET, Key=key, UploadId=upload_id, PartNumber=number, Body=b"x" * size
        )
    return upload_id


def unfinished(api: TestClient, **params: str) -> dict[str, Any]:
    answer = api.get("/api/uploads/unfinished", params={"bucket": BUCKET, **params})
    assert answer.status_code == 200, answer.text
    page: dict[str, Any] = answer.json()
    return page


def test_unfinished_uploads_below_a_prefix_are_told_with_their_sizes(
    api: TestClient, s3: S3Client
) -> None:
    upload_id = begin(s3, "in/한글 +%.bin", 8, 8, 3)
    begin(s3, "elsewhere/b", 1)
    page = unfinished(api, prefix="in/")
    (found,) = page["uploads"]
    assert (found["key"], found["uploadId"]) == ("in/한글 +%.bin", upload_id)
    assert (found["size"], found["partCount"], found["partSize"]) == (19, 3, 8)
    assert found["initiatedAt"].endswith("Z")
    assert found["isOwn"] is False  # moto names an initiator of its own making
    assert page["nextCursor"] is None


def test_uploads_tell_the_checksum_that_they_were_begun_with(api: TestClient, s3: S3Client) -> None:
    s3.create_multipart_upload(Bucket=BUCKET, Key="a", ChecksumAlgorithm="CRC32")
    s3.create_multipart_upload(
        Bucket=BUCKET, Key="b", ChecksumAlgorithm="CRC32", ChecksumType="FULL_OBJECT"
    )
    s3.create_multipart_upload(Bucket=BUCKET, Key="c")
    assert [upload["checksum"] for upload in unfinished(api)["uploads"]] == [
        {"algorithm": "CRC32", "type": "composite"},
        {"algorithm": "CRC32", "type": "full-object"},
        None,
    ]


def test_aborted_and_completed_uploads_are_no_longer_told(api: TestClient, s3: S3Client) -> None:
    aborted = begin(s3, "in/aborted", 5)
    completed = begin(s3, "in/completed", 5)
    assert len(unfinished(api)["uploads"]) == 2
    body = {"bucket": BUCKET, "key": "in/aborted", "uploadId": aborted}
    assert api.post("/api/uploads/abort", json=body).status_code == 204
    etag = s3.list_parts(Bucket=BUCKET, Key="in/completed", UploadId=completed)["Parts"][0]["ETag"]
    s3.complete_multipart_upload(
        Bucket=BUCKET,
        Key="in/completed",
        UploadId=completed,
        MultipartUpload={"Parts": [{"PartNumber": 1, "ETag": etag}]},
    )
    assert unfinished(api)["uploads"] == []


def test_the_lifecycle_rule_that_ends_uploads_is_told(api: TestClient, s3: S3Client) -> None:
    assert unfinished(api)["lifetime"] == {"kind": "none", "days": None}
    s3.put_bucket_lifecycle_configuration(
        Bucket=BUCKET,
        LifecycleConfiguration={
            "Rules": [
                {
                    "ID": "abort",
                    "Status": "Enabled",
                    "Filter": {"Prefix": "in/"},
                    "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 3},
                }
            ]
        },
    )
    assert unfinished(api, prefix="in/")["lifetime"] == {"kind": "rule", "days": 3}
    assert unfinished(api)["lifetime"] == {"kind": "none", "days": None}


def test_more_than_a_hundred_at_once_are_refused(api: TestClient, s3: S3Client) -> None:
    answer = api.get("/api/uploads/unfinished", params={"bucket": BUCKET, "limit": "101"})
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request")
