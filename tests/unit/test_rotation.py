"""Rotating the sealing key as Secrets Manager does, and what it means for registered accounts."""

from collections.abc import Callable, Iterator

import boto3
import pytest
from cryptography.fernet import Fernet
from moto import mock_aws
from mypy_boto3_secretsmanager import SecretsManagerClient
from s3loader import rotation
from s3loader.accounts.seal import Sealer
from s3loader.aws.clients import ClientCache, Endpoints
from s3loader.aws.seal_rotation import RotationError
from s3loader.aws.seal_secret import SealSecret
from s3loader.aws.service_clients import ServiceClients
from s3loader.aws.session import shared_session
from s3loader.caller import Caller, Credentials, Identity
from s3loader.errors import ErrorCode, Unauthenticated

REGION = "ap-northeast-2"
NEW = "n" * 32
GENERATED = "Zk3" + "a1B9" * 10  # 43 letters and digits, as CloudFormation makes them
ACCOUNT = Caller(
    credentials=Credentials("AKIAROTATEROTATE0001", "a-secret", None, REGION),
    identity=Identity(
        account_id="123456789012",
        arn="arn:aws:iam::123456789012:user/lee",
        kind="user",
        name="lee",
    ),
)


@pytest.fixture(autouse=True)
def manager(monkeypatch: pytest.MonkeyPatch) -> Iterator[SecretsManagerClient]:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AKIAOWNOWNOWNOWNOWN1")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "own-secret")
    shared_session.cache_clear()
    rotation.clients.cache_clear()
    with mock_aws():
        yield boto3.client("secretsmanager", region_name=REGION)
    rotation.clients.cache_clear()


@pytest.fixture
def arn(manager: SecretsManagerClient) -> str:
    return manager.create_secret(Name="seal", SecretString=GENERATED)["ARN"]


def step(arn: str, version: str, name: str) -> None:
    rotation.handler({"SecretId": arn, "ClientRequestToken": version, "Step": name}, None)


def begin(manager: SecretsManagerClient, arn: str) -> str:
    """What Secrets Manager does before the first step: an empty version that waits."""
    secret = manager.put_secret_value(
        SecretId=arn, SecretString="to be replaced", VersionStages=["AWSPENDING"]
    )
    return secret["VersionId"]


def rotate(manager: SecretsManagerClient, arn: str) -> None:
    version = manager.put_secret_value(
        SecretId=arn,
        SecretString=Fernet.generate_key().decode(),
        VersionStages=["AWSPENDING"],
    )["VersionId"]
    for name in ("createSecret", "setSecret", "testSecret", "finishSecret"):
        step(arn, version, name)
        step(arn, version, name)


def sealer(arn: str, clock: Callable[[], float] = lambda: 0.0) -> Sealer:
    return Sealer(SealSecret(ServiceClients(ClientCache(Endpoints())).secrets, arn), clock)


def test_an_account_outlives_one_rotation_in_warm_and_cold_processes_and_not_two(
    manager: SecretsManagerClient, arn: str
) -> None:
    warm = sealer(arn)
    token = warm.seal(ACCOUNT)
    rotate(manager, arn)
    assert warm.open(token) == sealer(arn).open(token) == ACCOUNT
    assert sealer(arn).open(warm.seal(ACCOUNT)) == ACCOUNT  # it still seals with the older key
    rotate(manager, arn)
    with pytest.raises(Unauthenticated) as refused:
        sealer(arn).open(token)
    assert refused.value.code == ErrorCode.TOKEN_INVALID


def test_a_process_that_has_the_older_key_opens_what_the_newer_sealed(
    manager: SecretsManagerClient, arn: str
) -> None:
    now = 0.0
    old = sealer(arn, lambda: now)
    old.seal(ACCOUNT)
    rotate(manager, arn)
    now = 60.0
    assert old.open(sealer(arn).seal(ACCOUNT)) == ACCOUNT


def test_a_key_is_made_where_secrets_manager_has_only_announced_the_version(
    manager: SecretsManagerClient, arn: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # moto cannot hold a version without a value, as Secrets Manager does at the first step.
    kept: dict[str, object] = {}
    client = rotation.clients()._client(arn)
    monkeypatch.setattr(
        client,
        "describe_secret",
        lambda **_: {"VersionIdsToStages": {NEW: ["AWSPENDING"], "old": ["AWSCURRENT"]}},
    )
    monkeypatch.setattr(client, "put_secret_value", lambda **given: kept.update(given))
    step(arn, NEW, "createSecret")
    assert (kept["ClientRequestToken"], kept["VersionStages"]) == (NEW, ["AWSPENDING"])
    Fernet(str(kept["SecretString"]))


def test_a_version_that_does_not_wait_is_refused(manager: SecretsManagerClient, arn: str) -> None:
    with pytest.raises(RotationError, match="does not wait"):
        step(arn, "0" * 32, "createSecret")


def test_the_current_version_is_left_alone(manager: SecretsManagerClient, arn: str) -> None:
    current = manager.get_secret_value(SecretId=arn)["VersionId"]
    for name in ("createSecret", "finishSecret"):
        step(arn, current, name)
    assert manager.get_secret_value(SecretId=arn)["SecretString"] == GENERATED


def test_a_version_without_a_key_is_not_rotated_in_and_never_logged(
    manager: SecretsManagerClient, arn: str, log: Callable[[], str]
) -> None:
    version = begin(manager, arn)
    with pytest.raises(RotationError, match="no Fernet key") as refused:
        step(arn, version, "testSecret")
    assert "to be replaced" not in f"{refused.value}{log()}"


def test_an_unknown_step_is_refused(manager: SecretsManagerClient, arn: str) -> None:
    with pytest.raises(RotationError, match="unknown step"):
        step(arn, begin(manager, arn), "burnSecret")


def test_no_key_is_in_the_log(
    manager: SecretsManagerClient, arn: str, log: Callable[[], str]
) -> None:
    rotate(manager, arn)
    assert manager.get_secret_value(SecretId=arn)["SecretString"] not in log()
