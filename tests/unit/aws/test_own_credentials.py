from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import boto3
import pytest
from botocore.credentials import RefreshableCredentials
from cryptography.fernet import Fernet
from moto import mock_aws
from s3loader.aws.clients import ClientCache, Endpoints
from s3loader.aws.seal_secret import SealSecret
from s3loader.aws.server_account import AmbientAccount, server_credentials
from s3loader.aws.service_clients import ServiceClients
from s3loader.aws.session import shared_session
from s3loader.aws.sts import Sts
from s3loader.caller import Credentials
from s3loader.errors import ErrorCode, ServerUnavailable, Unauthenticated

REGION = "ap-northeast-2"


@pytest.fixture(autouse=True)
def _own_credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AKIAOWNOWNOWNOWNOWN1")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "own-secret")
    monkeypatch.delenv("AWS_SESSION_TOKEN", raising=False)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    shared_session.cache_clear()


def test_the_environments_credentials_are_the_servers_account() -> None:
    with mock_aws(config={"core": {"mock_credentials": False}}):
        caller = AmbientAccount(Sts(ClientCache(Endpoints()), local=False), REGION).caller()
    assert caller.credentials.access_key_id == "AKIAOWNOWNOWNOWNOWN1"
    assert caller.identity.account_id == "123456789012"


@pytest.mark.parametrize("missing", ["AWS_SECRET_ACCESS_KEY", "AWS_ACCESS_KEY_ID"])
def test_half_a_pair_in_the_environment_is_none(
    monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    monkeypatch.delenv(missing)
    with pytest.raises(Unauthenticated) as refused:
        server_credentials()
    assert refused.value.code is ErrorCode.SERVER_CREDENTIALS_MISSING


def test_the_end_of_a_roles_credentials_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    ends_at = datetime.now(UTC) + timedelta(hours=6)
    own = RefreshableCredentials("ASIAOWNOWNOWNOWNOWN1", "own-secret", "own", ends_at, dict, "role")
    monkeypatch.setattr("s3loader.aws.server_account.ambient_credentials", lambda: own)
    assert server_credentials().expires_at == ends_at


def test_the_end_of_a_lasting_key_is_not_known() -> None:
    assert server_credentials().expires_at is None


def test_the_sealing_keys_are_the_secrets_current_and_previous_versions() -> None:
    old, new = Fernet.generate_key(), Fernet.generate_key()
    with mock_aws():
        manager = boto3.client("secretsmanager", region_name=REGION)
        arn = manager.create_secret(Name="seal", SecretString=old.decode())["ARN"]
        source = SealSecret(ServiceClients(ClientCache(Endpoints())).secrets, arn)
        assert source.read() == [old]
        manager.put_secret_value(SecretId=arn, SecretString=new.decode() + "\n")
        assert source.read() == [new, old]


def test_a_wrong_key_that_was_mended_does_not_stop_the_new_one(log: Callable[[], str]) -> None:
    mended = Fernet.generate_key()
    with mock_aws():
        manager = boto3.client("secretsmanager", region_name=REGION)
        arn = manager.create_secret(Name="seal", SecretString="no-key-canary")["ARN"]
        manager.put_secret_value(SecretId=arn, SecretString=mended.decode())
        assert SealSecret(ServiceClients(ClientCache(Endpoints())).secrets, arn).read() == [mended]
    assert "previous sealing key is none" in log()
    assert "no-key-canary" not in log()


def test_topic_and_secret_are_reached_in_the_regions_of_their_arns() -> None:
    clients = ServiceClients(ClientCache(Endpoints()))
    sns = clients.sns("arn:aws:sns:eu-west-1:123456789012:uploads")
    secrets = clients.secrets("arn:aws:secretsmanager:us-west-2:123456789012:secret:seal")
    assert (sns.meta.region_name, secrets.meta.region_name) == ("eu-west-1", "us-west-2")


def test_a_secret_that_cannot_be_read_is_the_servers_fault_and_only_the_log_says_why(
    log: Callable[[], str],
) -> None:
    arn = f"arn:aws:secretsmanager:{REGION}:123456789012:secret:gone"
    with mock_aws(), pytest.raises(ServerUnavailable) as failed:
        SealSecret(ServiceClients(ClientCache(Endpoints())).secrets, arn).read()
    assert failed.value.status == 503
    assert "arn:" not in f"{failed.value.detail} {dict(failed.value.params)}"
    assert '"cause":"ResourceNotFoundException"' in log()


def test_a_secret_of_bytes_is_the_servers_fault_too(log: Callable[[], str]) -> None:
    with mock_aws():
        manager = boto3.client("secretsmanager", region_name=REGION)
        arn = manager.create_secret(Name="seal", SecretBinary=Fernet.generate_key())["ARN"]
        with pytest.raises(ServerUnavailable):
            SealSecret(ServiceClients(ClientCache(Endpoints())).secrets, arn).read()
    assert '"cause":"KeyError"' in log()


def test_own_credentials_that_aws_refuses_are_the_servers_fault(log: Callable[[], str]) -> None:
    class Refusing(Sts):
        def arn_of(self, credentials: Credentials, region: str) -> str:
            raise Unauthenticated(ErrorCode.ACCESS_KEY_UNKNOWN, "unknown")

    account = AmbientAccount(Refusing(ClientCache(Endpoints()), local=False), REGION)
    with pytest.raises(ServerUnavailable):
        account.caller()
    assert "access_key_unknown" in log()
