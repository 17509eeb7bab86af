"""What the app says on SeaweedFS, which has policies and no simulator, is what happens there."""

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import boto3
import httpx
import pytest
from botocore.config import Config
from mypy_boto3_s3 import S3Client
from s3loader.app import create_app
from s3loader.settings import Settings
from starlette.testclient import TestClient

from tests.bench.seaweedfs import ACCESS_KEY_ID, SECRET_ACCESS_KEY, S3Server, seaweedfs
from tests.contract.cast import Cast, Keys
from tests.contract.comparison import Comparison, table, total
from tests.contract.identities import (
    EVERYTHING,
    INBOX,
    LIST_INBOX,
    OTHER,
    READING,
    READY,
    Identity,
    allow,
    deny,
)
from tests.contract.telling import Answer, permissions, with_tries
from tests.contract.trials import Trials, furnish

REGION = "us-east-1"
OWN_POLICIES = allow(["iam:Get*", "iam:List*"])
# Its user policies only allow, and only actions that it knows.
IDENTITIES = [
    Identity("full", (EVERYTHING,)),
    Identity("reader", (READING, OWN_POLICIES)),
    Identity("reads-nothing", (READING,)),
    Identity(
        "uploader",
        (LIST_INBOX, allow(["s3:PutObject", "s3:AbortMultipartUpload"], INBOX), OWN_POLICIES),
    ),
    Identity("prefix-only", (allow("s3:*", INBOX), LIST_INBOX, OWN_POLICIES)),
    Identity("no-list", (allow(["s3:GetObject", "s3:PutObject"], INBOX),)),
    Identity("bucket-denies", (EVERYTHING,)),
    Identity("bucket-allows", (READING, OWN_POLICIES)),
    Identity("denied-deletes", attached=(EVERYTHING, deny("s3:DeleteObject", INBOX))),
    Identity("nothing"),
]
_S3 = Config(signature_version="s3v4", s3={"addressing_style": "path"})
_SESSION = boto3.Session(ACCESS_KEY_ID, SECRET_ACCESS_KEY, region_name=REGION)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[S3Server]:
    with seaweedfs(tmp_path_factory.mktemp("seaweedfs")) as started:
        yield started


@pytest.fixture(scope="module")
def s3(server: S3Server) -> Iterator[S3Client]:
    client = _SESSION.client("s3", endpoint_url=server.endpoint, config=_S3)
    yield client
    client.close()


@pytest.fixture(scope="module")
def keys(server: S3Server, s3: S3Client) -> dict[str, Keys]:
    iam = _SESSION.client("iam", endpoint_url=server.endpoint)
    sts = _SESSION.client("sts", endpoint_url=server.endpoint)
    cast = Cast(iam, sts)
    made = {identity.name: cast.make(identity) for identity in IDENTITIES}
    for bucket in (READY, OTHER):
        s3.create_bucket(Bucket=bucket)
    statements = [
        {**deny("s3:DeleteObject", INBOX), "Principal": {"AWS": made["bucket-denies"].arn}},
        {**allow("s3:PutObject", INBOX), "Principal": {"AWS": made["bucket-allows"].arn}},
    ]
    policy = json.dumps({"Version": "2012-10-17", "Statement": statements})
    s3.put_bucket_policy(Bucket=READY, Policy=policy)
    iam.close()
    sts.close()
    return made


@pytest.fixture(scope="module")
def browser() -> Iterator[httpx.Client]:
    with httpx.Client() as client:
        yield client


@pytest.fixture(scope="module")
def app(server: S3Server, tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    settings = Settings(
        seal_key_file=tmp_path_factory.mktemp("app") / "seal.key",
        aws_region=REGION,
        aws_endpoint=server.endpoint,
        s3_endpoint=server.endpoint,
    )
    return TestClient(create_app(settings), base_url="http://localhost")


@pytest.fixture(scope="module")
def compared() -> list[Comparison]:
    return []


@dataclass(frozen=True)
class Account:
    """One account of the app in this process."""

    app: TestClient
    headers: dict[str, str]

    def get(self, path: str, params: Mapping[str, str]) -> Answer:
        return self.app.get(path, params=params, headers=self.headers)

    def post(self, path: str, body: Mapping[str, Any]) -> Answer:
        return self.app.post(path, json=body, headers=self.headers)


def register(app: TestClient, keys: Keys) -> Account:
    form = {"accessKeyId": keys.key_id, "secretAccessKey": keys.secret}
    answer = app.post("/api/account", json=form)
    assert answer.status_code == 200, answer.text
    return Account(app, {"authorization": f"Bearer {answer.json()['token']}"})


@pytest.mark.parametrize("identity", IDENTITIES, ids=lambda identity: identity.name)
def test_nothing_allowed_is_refused_and_nothing_denied_works_on_seaweedfs(
    app: TestClient,
    server: S3Server,
    s3: S3Client,
    keys: dict[str, Keys],
    browser: httpx.Client,
    compared: list[Comparison],
    identity: Identity,
) -> None:
    own = keys[identity.name]
    own_s3 = boto3.Session(own.key_id, own.secret, region_name=REGION).client(
        "s3", endpoint_url=server.endpoint, config=_S3
    )
    account = register(app, own)
    comparison = Comparison(identity.name)
    for bucket, prefix in identity.places:
        furnish(s3, bucket, prefix)
        untried = permissions(account, bucket, prefix)
        comparison.untried.update(found["verdict"] for found in untried)
        told = with_tries(account, bucket, prefix, untried)
        comparison.add(told, Trials(s3, own_s3, browser, bucket, prefix))
    own_s3.close()
    compared.append(comparison)
    assert comparison.false == []


def test_the_share_of_unknown_is_told_on_seaweedfs(
    compared: list[Comparison], capsys: pytest.CaptureFixture[str]
) -> None:
    with capsys.disabled():
        sys.stdout.write(f"\n{table(compared)}\n")
    verdicts = total(compared).verdicts
    assert verdicts["unknown"] < 0.5 * verdicts.total()
