from typing import Any

import pytest
from botocore.exceptions import ClientError
from s3loader.aws.bucket import OpenBucket
from s3loader.aws.object_lister import S3ObjectLister
from s3loader.aws.regions import RegionCache
from s3loader.caller import Credentials
from s3loader.errors import Forbidden
from s3loader.permissions.observed import Observations, Occasion
from s3loader.permissions.witness import Witness

LEE = Credentials("AKIALEELEELEELEELEE1", "lee-secret")
EMPTY: dict[str, Any] = {"IsTruncated": False, "ResponseMetadata": {"HTTPHeaders": {}}}


class Client:
    """Lists nothing, or refuses to list."""

    def __init__(self, *, refuses: bool = False) -> None:
        self.requests: list[dict[str, Any]] = []
        self._refuses = refuses

    def list_objects_v2(self, **request: Any) -> dict[str, Any]:  # noqa: ANN401
        self.requests.append(request)
        if self._refuses:
            raise ClientError({"Error": {"Code": "AccessDenied"}}, "ListObjectsV2")
        return EMPTY


def lister(
    client: Any,  # noqa: ANN401
    *,
    requester_pays: bool = False,
    observations: Observations | None = None,
) -> S3ObjectLister:
    witness = Witness(observations or Observations(), "lee", "demo")
    opened = OpenBucket("demo", "ap-northeast-2", LEE, client, client, RegionCache(), witness)
    return S3ObjectLister(opened, requester_pays=requester_pays)


def test_who_pays_says_so_in_the_request() -> None:
    client = Client()
    lister(client, requester_pays=True).list_page("in/", None, 10, recursive=True)
    lister(client).list_page("in/", "t", 10, recursive=False)
    place = {"Bucket": "demo", "Prefix": "in/", "MaxKeys": 10}
    assert client.requests == [
        {**place, "RequestPayer": "requester"},
        {**place, "Delimiter": "/", "ContinuationToken": "t"},
    ]


@pytest.mark.parametrize(("recursive", "known"), [(False, False), (True, None)])
def test_a_refused_recursive_listing_shows_nothing_of_one_up_to_a_slash(
    recursive: bool, known: bool | None
) -> None:
    """A policy can demand the delimiter."""
    observations = Observations()
    with pytest.raises(Forbidden):
        lister(Client(refuses=True), observations=observations).list_page(
            "in/", None, 10, recursive=recursive
        )
    assert observations.recall(Occasion("lee", "demo", "s3:ListBucket", "in/")) is known
