"""The API over HTTP with moto behind it; moto accepts any signature."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import boto3
import pytest
from botocore.loaders import create_loader
from moto import mock_aws
from moto.iam.responses import IamResponse
from moto.s3.exceptions import NoSuchUpload
from moto.s3.models import FakeKey, S3Backend
from mypy_boto3_s3 import S3Client
from mypy_boto3_sns import SNSClient
from mypy_boto3_sqs import SQSClient
from s3loader.app import create_app
from s3loader.aws.session import shared_session
from s3loader.settings import Settings
from starlette.testclient import TestClient

from tests.captured_log import captured_log
from tests.integration.scripted_answers import ScriptedAws

REGION: Final = "ap-northeast-2"
KEY_ID = "AKIAIOSFODNN7EXAMPLE"
SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"

# The models of AWS's services are read once for all tests, not once for each, which took longest.
MODELS = create_loader()
TESTS_OWN = boto3.Session()

MakeClient = Callable[..., TestClient]


@pytest.fixture(autouse=True)
def _aws(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AKIASERVICESERVICE01")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "the-services-own-secret")
    monkeypatch.setenv("AWS_DEFAULT_REGION", REGION)
    shared_session.cache_clear()
    shared_session().register_component("data_loader", MODELS)
    with mock_aws(config={"core": {"mock_credentials": False}}):
        monkeypatch.setattr(boto3, "DEFAULT_SESSION", TESTS_OWN)
        yield


@pytest.fixture(autouse=True)
def _unknown_upload_ids_answer_as_s3_does(monkeypatch: pytest.MonkeyPatch) -> None:
    """moto 5.2 raises KeyError for an upload id that it does not know; S3 says NoSuchUpload."""
    upload_part = S3Backend.upload_part

    def checked(
        self: S3Backend, bucket_name: str, upload_id: str, part_id: int, value: bytes
    ) -> FakeKey:
        if upload_id not in self.get_bucket(bucket_name).multiparts:
            raise NoSuchUpload(upload_id)
        return upload_part(self, bucket_name, upload_id, part_id, value)

    monkeypatch.setattr(S3Backend, "upload_part", checked)


@pytest.fixture(autouse=True)
def _nobody_may_simulate(monkeypatch: pytest.MonkeyPatch) -> None:
    """moto 5.2 has no SimulatePrincipalPolicy; IAM refuses it to those who may not."""

    refusal = "<ErrorResponse><Error><Code>AccessDenied</Code></Error></ErrorResponse>"

    def refuse(_: IamResponse) -> tuple[str, dict[str, int]]:
        return refusal, {"status": 403}

    monkeypatch.setattr(IamResponse, "simulate_principal_policy", refuse, raising=False)


@pytest.fixture
def lambdas_loop() -> Iterator[None]:
    """The event loop that Mangum takes, closed in the end: it would make one and leave it open."""
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    yield
    asyncio.set_event_loop(None)
    loop.close()


@pytest.fixture
def aws(monkeypatch: pytest.MonkeyPatch) -> ScriptedAws:
    return ScriptedAws(monkeypatch)


@pytest.fixture
def log() -> Iterator[Callable[[], str]]:
    with captured_log() as read:
        yield read


@pytest.fixture
def s3() -> S3Client:
    client: S3Client = boto3.client("s3", region_name=REGION)
    client.create_bucket(
        Bucket="demo-photos", CreateBucketConfiguration={"LocationConstraint": REGION}
    )
    for key in ("in/", "in/a.txt", "in/deep/b.txt", "root.txt"):
        client.put_object(Bucket="demo-photos", Key=key, Body=b"abc")
    return client


@pytest.fixture
def sqs() -> SQSClient:
    client: SQSClient = boto3.client("sqs", region_name=REGION)
    return client


@pytest.fixture
def subscriber(sqs: SQSClient) -> tuple[str, str]:
    """Returns the ARN of a topic and the URL of a queue that subscribes to it."""
    sns: SNSClient = boto3.client("sns", region_name=REGION)
    topic = sns.create_topic(Name="uploads")["TopicArn"]
    queue = sqs.create_queue(QueueName="uploads")["QueueUrl"]
    arn = sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])["Attributes"]
    sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=arn["QueueArn"])
    return topic, queue


@pytest.fixture
def make_client(tmp_path: Path) -> MakeClient:
    """Returns what makes the API's client; variables by their names in lower case."""

    def make(**variables: object) -> TestClient:
        settings = Settings(seal_key_file=tmp_path / "seal.key", **variables)  # type: ignore[arg-type]
        return TestClient(create_app(settings), base_url="http://localhost")

    return make


@pytest.fixture
def anonymous(make_client: MakeClient) -> TestClient:
    return make_client()


def register(client: TestClient) -> TestClient:
    """Registers an account and sends its token from now on."""
    answer = client.post("/api/account", json={"accessKeyId": KEY_ID, "secretAccessKey": SECRET})
    client.headers["authorization"] = f"Bearer {answer.json()['token']}"
    return client


@pytest.fixture
def api(anonymous: TestClient) -> TestClient:
    return register(anonymous)
