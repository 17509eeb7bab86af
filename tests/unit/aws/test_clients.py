import pytest
from s3loader.aws.clients import (
    BATCHED,
    BRIEF,
    LONG,
    STEADY,
    ClientCache,
    Endpoints,
    Patience,
)
from s3loader.caller import Credentials
from s3loader.concurrency import WIDTH
from s3loader.deadline import BATCH_SECONDS

LEE = Credentials("AKIALEELEELEELEELEE1", "lee-secret", "lee-token")
KIM = Credentials("AKIAKIMKIMKIMKIMKIM1", "kim-secret")


def test_a_client_is_made_once_per_credentials_service_region_and_patience() -> None:
    cache = ClientCache(Endpoints())
    first = cache.get("s3", LEE, "ap-northeast-2")
    assert cache.get("s3", LEE, "ap-northeast-2") is first
    others = [
        cache.get("s3", KIM, "ap-northeast-2"),
        cache.get("s3", LEE, "us-east-1"),
        cache.get("sts", LEE, "ap-northeast-2"),
        cache.get("s3", LEE, "ap-northeast-2", LONG),
        cache.get("s3", Credentials(LEE.access_key_id, "other"), "ap-northeast-2"),
    ]
    assert len({id(client) for client in [first, *others]}) == 6


def test_the_cache_is_bounded_and_keeps_what_was_used_last() -> None:
    cache = ClientCache(Endpoints(), size=2)
    first = cache.get("sts", LEE, "us-east-1")
    cache.get("sts", LEE, "us-east-2")
    cache.get("sts", LEE, "us-east-1")
    cache.get("sts", LEE, "us-west-2")
    assert cache.get("sts", LEE, "us-east-1") is first
    assert len(cache._clients) == 2


def test_no_secret_is_a_key_of_the_cache() -> None:
    cache = ClientCache(Endpoints())
    cache.get("s3", LEE, "ap-northeast-2")
    keys = str(list(cache._clients))
    assert "lee-secret" not in keys
    assert "lee-token" not in keys
    assert "AKIA" not in keys


@pytest.mark.parametrize("credentials", [Credentials("", ""), Credentials("AKIA", "")])
def test_empty_credentials_never_become_the_servers_own(credentials: Credentials) -> None:
    with pytest.raises(ValueError, match="fall through"):
        ClientCache(Endpoints()).get("s3", credentials, "ap-northeast-2")


def test_endpoints_of_the_environment_are_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://elsewhere")
    client = ClientCache(Endpoints()).get("s3", LEE, "ap-northeast-2")
    assert client.meta.endpoint_url == "https://s3.ap-northeast-2.amazonaws.com"
    local = ClientCache(Endpoints(s3="http://127.0.0.1:1")).get("s3", LEE, "us-east-1")
    assert local.meta.endpoint_url == "http://127.0.0.1:1"


@pytest.mark.parametrize("patience", [STEADY, BATCHED, LONG, BRIEF])
def test_a_client_waits_and_repeats_only_as_long_as_it_should(patience: Patience) -> None:
    config = ClientCache(Endpoints()).get("s3", LEE, "ap-northeast-2", patience).meta.config
    assert (config.connect_timeout, config.read_timeout) == (patience.connect, patience.read)
    assert config.retries == {"mode": "standard", "total_max_attempts": patience.attempts}


@pytest.mark.parametrize("patience", [BATCHED, LONG])
def test_what_a_batch_begins_last_still_ends_before_api_gateway_gives_up(
    patience: Patience,
) -> None:
    seconds = patience.attempts * (patience.connect + patience.read) + (patience.attempts - 1)
    assert BATCH_SECONDS + seconds < 30


def test_silence_of_completing_is_never_answered_by_completing_again() -> None:
    assert LONG.attempts == 1


def test_every_thread_of_a_batch_has_a_connection() -> None:
    config = ClientCache(Endpoints()).get("s3", LEE, "ap-northeast-2").meta.config
    assert config.max_pool_connections == WIDTH
    assert config.signature_version == "s3v4"


def test_a_secret_does_not_show_in_a_repr() -> None:
    assert "lee-secret" not in repr(LEE)
    assert "lee-token" not in repr(LEE)
