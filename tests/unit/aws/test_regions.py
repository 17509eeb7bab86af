from types import SimpleNamespace
from typing import Any

import pytest
from botocore.exceptions import ClientError, EndpointConnectionError
from s3loader.aws.regions import RegionCache, find_region
from s3loader.errors import ErrorCode, S3LoaderError


def s3_that_answers(status: int, region: str | None) -> Any:  # noqa: ANN401 - stands in for a client
    headers = {"x-amz-bucket-region": region} if region else {}
    answer = {"HTTPStatusCode": status, "HTTPHeaders": headers}

    def head_bucket(Bucket: str) -> dict[str, Any]:
        if status == 200:
            return {"ResponseMetadata": answer}
        error = {"Error": {"Code": str(status)}, "ResponseMetadata": answer}
        raise ClientError(error, "HeadBucket")  # type: ignore[arg-type]

    return SimpleNamespace(head_bucket=head_bucket)


@pytest.mark.parametrize("status", [200, 301, 400, 403])
def test_s3_names_the_region_also_to_those_it_turns_away(status: int) -> None:
    assert find_region(s3_that_answers(status, "eu-west-1"), "demo") == "eu-west-1"


def test_an_answer_without_a_region_leaves_it_open() -> None:
    assert find_region(s3_that_answers(403, None), "demo") is None


def test_a_bucket_that_does_not_exist_is_not_found() -> None:
    with pytest.raises(S3LoaderError) as missing:
        find_region(s3_that_answers(404, None), "demo")
    assert missing.value.code is ErrorCode.BUCKET_NOT_FOUND
    assert missing.value.params == {"bucket": "demo"}


def test_no_answer_is_unreachable() -> None:
    def head_bucket(Bucket: str) -> None:
        raise EndpointConnectionError(endpoint_url="http://s3")

    client: Any = SimpleNamespace(head_bucket=head_bucket)
    with pytest.raises(S3LoaderError) as unreachable:
        find_region(client, "demo")
    assert unreachable.value.code is ErrorCode.AWS_UNREACHABLE


def test_the_cache_forgets_the_oldest() -> None:
    cache = RegionCache(size=2)
    for bucket in ("a", "b", "c"):
        cache.put(bucket, "eu-west-1")
    assert (cache.get("a"), cache.get("c")) == (None, "eu-west-1")
