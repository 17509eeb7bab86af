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
