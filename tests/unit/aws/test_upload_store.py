from datetime import timedelta
from typing import Any

from s3loader.aws.bucket import OpenBucket
from s3loader.aws.presigning import Presigner
from s3loader.aws.upload_store import S3UploadStore
from s3loader.caller import Credentials
from s3loader.uploads.models import SentPart

LEE = Credentials("AKIALEELEELEELEELEE1", "lee-secret")
PARTS = [SentPart(part_number=1, etag='"e1"'), SentPart(part_number=2, etag="e2")]


class RecordingClient:
    def __init__(self) -> None:
        self.requests: list[dict[str, Any]] = []

    def complete_multipart_upload(self, **request: Any) -> dict[str, Any]:  # noqa: ANN401
        self.requests.append(request)
        return {"ETag": '"whole-2"'}


def complete(*, must_be_new: bool) -> dict[str, Any]:
    """Returns what S3 was asked, by the client that is patient."""
    client: Any = RecordingClient()
    hasty: Any = None
    opened = OpenBucket("demo", "ap-northeast-2", LEE, hasty, client)
    presigner = Presigner(LEE, "ap-northeast-2", ("https://s3",), timedelta(seconds=900))
    S3UploadStore(opened, presigner).complete("in/a", "u1", PARTS, 7, must_be_new)
    (request,) = client.requests
    return dict(request)


def test_completing_lets_s3_check_the_whole_size_and_that_the_key_is_new() -> None:
    assert complete(must_be_new=True) == {
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
    assert "IfNoneMatch" not in complete(must_be_new=False)
