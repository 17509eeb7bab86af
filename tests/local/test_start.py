"""What a person gets from starting the stack."""

import stat
import sys

import httpx
import pytest

from local.seed.samples import samples
from tests.local.clients import s3_client
from tests.local.processes import listening_addresses, tree
from tests.local.running_stack import RunningStack


def test_the_last_line_says_where_the_app_is(stack: RunningStack) -> None:
    assert stack.announcement.splitlines()[-1].startswith(f"S3 Loader is ready: {stack.app_url} ")


def test_the_keys_of_every_user_are_printed_with_what_the_user_may_do(stack: RunningStack) -> None:
    for name, keys in stack.demo["users"].items():
        (line,) = [row for row in stack.announcement.splitlines() if row.startswith(name)]
        assert keys["accessKeyId"] in line
        assert keys["secretAccessKey"] in line
        assert line.split("  ")[-1]


def test_demo_json_holds_what_scripts_need_and_only_its_owner_reads_it(stack: RunningStack) -> None:
    assert list(stack.demo) == ["awsEndpoint", "appUrl", "topicArn", "buckets", "users"]
    assert stack.demo["buckets"] == ["demo-photos", "demo-reports", "demo-no-cors"]
    assert stack.topic_arn == "arn:aws:sns:ap-northeast-2:000000000000:s3loader-uploads"
    assert list(stack.demo["users"]) == ["demo-full", "demo-reader", "demo-uploader", "demo-nolist"]
    for keys in stack.demo["users"].values():
        assert list(keys) == ["accessKeyId", "secretAccessKey"]
    assert stat.S_IMODE((stack.state / "demo.json").stat().st_mode) == 0o600


def test_the_app_answers_with_api_and_pages(stack: RunningStack) -> None:
    config = httpx.get(f"{stack.app_url}/api/config")
    assert config.headers["content-type"] == "application/json"
    page = httpx.get(f"{stack.app_url}/b/demo-reports")
    assert page.status_code == 200 or "make build" in page.text


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_nothing_listens_outside_loopback(stack: RunningStack) -> None:
    addresses = listening_addresses(tree(stack.process.pid))
    ports = {httpx.URL(stack.app_url).port, httpx.URL(stack.aws_endpoint).port}
    assert addresses == {("127.0.0.1", port) for port in ports}


def test_every_sample_object_is_there(stack: RunningStack) -> None:
    listing = s3_client(stack, "demo-full").get_paginator("list_objects_v2")
    found = {
        (bucket, item["Key"], item["Size"])
        for bucket in stack.demo["buckets"]
        for page in listing.paginate(Bucket=bucket)
        for item in page["Contents"]
    }
    assert found >= {(each.bucket, each.key, len(each.body)) for each in samples()}
