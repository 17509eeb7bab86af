"""The stack of template.yaml, deployed into a local AWS: what is deployed answers and tells."""

import json
import time
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from deploy.template import read_template
from tests.stack.local_cloudformation import UNSUPPORTED, LocalAws, running

NAME = "s3loader-test"


@pytest.fixture(scope="module")
def aws(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalAws]:
    with running(tmp_path_factory.mktemp("cloudformation")) as started:
        yield started


@pytest.fixture(scope="module")
def outputs(aws: LocalAws) -> dict[str, str]:
    found = aws.deploy(NAME, PinnedBuckets="reports")
    # This AWS ignores ExcludePunctuation, so its key is none; these are as AWS makes them.
    manager = aws.client("secretsmanager")
    for generated in ("Zk3" + "a1B9" * 10, "Yp7" + "c2D8" * 10):
        manager.put_secret_value(SecretId=found["SealSecretArn"], SecretString=generated)
    return found


@pytest.fixture(scope="module")
def api(aws: LocalAws, outputs: dict[str, str]) -> str:
    """Where the deployed HTTP API is served; its own host name resolves nowhere."""
    api_id = outputs["ApiUrl"].removeprefix("http://").split(".")[0]
    return f"{aws.endpoint}/_aws/execute-api/{api_id}/$default"


def test_everything_but_what_is_named_is_deployed(aws: LocalAws, outputs: dict[str, str]) -> None:
    listed = aws.client("cloudformation").list_stack_resources(StackName=NAME)
    made = {one["LogicalResourceId"] for one in listed["StackResourceSummaries"]}
    template = read_template()["Resources"]
    wanted = {
        name
        for name, one in template.items()
        if "Condition" not in one and one["Type"] not in UNSUPPORTED
    }
    assert wanted <= made
    assert {"Address", "ApiUrl", "PagesBucketName", "TopicArn", "DistributionId"} <= set(outputs)


def test_the_deployed_api_answers_with_the_parameters(api: str) -> None:
    answer = httpx.get(f"{api}/api/config", timeout=60)
    assert answer.status_code == 200, answer.text
    assert answer.json()["buckets"]["pinned"] == ["reports"]
    assert answer.json()["announces"] is True


def test_an_upload_through_the_deployed_api_reaches_a_subscriber_of_its_topic(
    aws: LocalAws, api: str, outputs: dict[str, str]
) -> None:
    token = register(aws, api)
    headers = {"authorization": f"Bearer {token}"}
    s3, sqs = aws.client("s3"), aws.client("sqs")
    s3.create_bucket(
        Bucket="reports", CreateBucketConfiguration={"LocationConstraint": "ap-northeast-2"}
    )
    queue = sqs.create_queue(QueueName="subscriber")["QueueUrl"]
    attributes = {"Policy": json.dumps(let_sns_send())}
    sqs.set_queue_attributes(QueueUrl=queue, Attributes=attributes)
    aws.client("sns").subscribe(
        TopicArn=outputs["TopicArn"],
        Protocol="sqs",
        Endpoint="arn:aws:sqs:ap-northeast-2:000000000000:subscriber",
        Attributes={"RawMessageDelivery": "true"},
    )
    file = {"name": "보고서.txt", "size": 5, "contentType": "text/plain"}
    plan = {"bucket": "reports", "prefix": "", "onConflict": "refuse", "files": [file]}
    planned = httpx.post(f"{api}/api/uploads", json=plan, headers=headers, timeout=60).json()
    (put,) = planned["plans"]
    assert httpx.put(put["url"], content=b"hello", headers=put["headers"]).status_code == 200
    upload = {"key": put["key"], "uploadId": None, "size": 5, "parts": []}
    body = {"bucket": "reports", "uploads": [upload]}
    done = httpx.post(f"{api}/api/uploads/complete", json=body, headers=headers, timeout=60).json()
    assert done["results"][0]["notified"] is True
    event = received(sqs, queue)
    assert (event["type"], event["data"]["key"]) == ("upload.completed", "보고서.txt")


def test_a_changed_parameter_updates_the_stack(aws: LocalAws, api: str) -> None:
    aws.deploy(NAME, PinnedBuckets="reports,photos")
    pinned = httpx.get(f"{api}/api/config", timeout=60).json()["buckets"]["pinned"]
    assert pinned == ["reports", "photos"]


def register(aws: LocalAws, api: str) -> str:
    iam = aws.client("iam")
    iam.create_user(UserName="lee")
    key = iam.create_access_key(UserName="lee")["AccessKey"]
    keys = {"accessKeyId": key["AccessKeyId"], "secretAccessKey": key["SecretAccessKey"]}
    answer = httpx.post(f"{api}/api/account", json=keys, timeout=60)
    assert answer.status_code == 200, answer.text
    token: str = answer.json()["token"]
    return token


def let_sns_send() -> dict[str, Any]:
    statement = {
        "Effect": "Allow",
        "Principal": {"Service": "sns.amazonaws.com"},
        "Action": "sqs:SendMessage",
        "Resource": "*",
    }
    return {"Version": "2012-10-17", "Statement": [statement]}


def received(sqs: Any, queue: str) -> dict[str, Any]:  # noqa: ANN401 - a client
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        found = sqs.receive_message(QueueUrl=queue, WaitTimeSeconds=1).get("Messages", [])
        if found:
            event: dict[str, Any] = json.loads(found[0]["Body"])
            return event
    pytest.fail("no event came")
