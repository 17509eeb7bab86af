from concurrent.futures import ThreadPoolExecutor

from mypy_boto3_s3 import S3Client

from local.seed.samples import LOG_HOURS
from tests.contract.api import register
from tests.local.running_stack import RunningStack

LARGE = {"bucket": "demo-reports", "prefix": "logs/"}


def test_the_buckets_are_listed_with_their_regions(stack: RunningStack) -> None:
    buckets = register(stack, "demo-full").get("/api/buckets").json()["buckets"]
    found = {bucket["name"]: bucket["region"] for bucket in buckets}
    assert set(stack.demo["buckets"]) <= set(found)
    assert found["demo-reports"] == "ap-northeast-2"


def test_who_may_not_list_buckets_learns_the_action_and_can_still_use_one(
    stack: RunningStack,
) -> None:
    account = register(stack, "demo-nolist")
    denied = account.get("/api/buckets")
    assert (denied.status_code, denied.json()["code"]) == (403, "access_denied")
    assert denied.json()["params"]["action"] == "s3:ListAllMyBuckets"
    assert account.get("/api/objects?bucket=demo-reports").status_code == 200


def test_a_denied_prefix_names_the_action_and_the_bucket(stack: RunningStack) -> None:
    account = register(stack, "demo-uploader")
    denied = account.get("/api/objects?bucket=demo-photos").json()
    assert denied["code"] == "access_denied"
    assert denied["params"] == {
        "action": "s3:ListBucket",
        "resource": "arn:aws:s3:::demo-photos",
    }


def test_a_large_prefix_is_paged_without_a_gap(stack: RunningStack) -> None:
    account = register(stack, "demo-full")
    keys: list[str] = []
    cursor = ""
    pages = 0
    while cursor is not None:
        params = {**LARGE, **({"cursor": cursor} if cursor else {})}
        page = account.get("/api/objects", params).json()
        keys += [found["key"] for found in page["objects"]]
        cursor = page["nextCursor"]
        pages += 1
    assert pages == 2
    assert len(set(keys)) == len(keys) == LOG_HOURS


def test_every_object_of_a_tree_is_listed_in_pages(
    stack: RunningStack, s3: S3Client, bucket: str
) -> None:
    keys = [f"tree/{number % 7}/{number:04}" for number in range(2499)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda key: s3.put_object(Bucket=bucket, Key=key, Body=b""), keys))
    for key in ("tree/", "beside"):
        s3.put_object(Bucket=bucket, Key=key, Body=b"")
    account = register(stack, "demo-reader")
    pages: list[list[str]] = []
    cursor = ""
    while cursor is not None:
        place = {"bucket": bucket, "prefix": "tree/", "recursive": "true"}
        page = account.get("/api/objects", {**place, **({"cursor": cursor} if cursor else {})})
        assert page.json()["prefixes"] == []
        pages.append([found["key"] for found in page.json()["objects"]])
        cursor = page.json()["nextCursor"]
    assert [len(page) for page in pages] == [1000, 1000, 500]
    assert [key for page in pages for key in page] == sorted(["tree/", *keys])
