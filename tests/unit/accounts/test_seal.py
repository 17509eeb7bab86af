import secrets
from collections.abc import Sequence
from urllib.parse import urlencode

import pytest
from cryptography.fernet import Fernet
from s3loader.accounts.arns import identity_of
from s3loader.accounts.seal import MAX_TOKEN_LENGTH, Sealer
from s3loader.caller import Caller, Credentials
from s3loader.cursors import encode_cursor
from s3loader.errors import ErrorCode, InvalidInput, Unauthenticated

_HEADERS_OF_BROWSER_AND_CLOUDFRONT = 1_400

OLD, NEW = Fernet.generate_key(), Fernet.generate_key()


class Keys:
    def __init__(self, *keys: bytes) -> None:
        self.keys: Sequence[bytes] = keys
        self.reads = 0

    def read(self) -> Sequence[bytes]:
        self.reads += 1
        return self.keys


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def account(token: str | None = None) -> Caller:
    return Caller(
        Credentials("AKIAIOSFODNN7EXAMPLE", "s" * 40, token, "eu-west-1"),
        identity_of("arn:aws:iam::123456789012:user/lee"),
    )


def test_a_token_gives_back_the_whole_account() -> None:
    sealer = Sealer(Keys(NEW))
    assert sealer.open(sealer.seal(account("session"))) == account("session")


def test_a_token_shows_nothing_of_the_account() -> None:
    token = Sealer(Keys(NEW)).seal(account())
    assert token.startswith("s3l1.")
    assert "AKIA" not in token
    assert "ssss" not in token


def test_a_token_of_the_key_before_still_opens_after_a_rotation() -> None:
    token = Sealer(Keys(OLD)).seal(account())
    assert Sealer(Keys(NEW, OLD)).open(token) == account()


def test_a_rotation_while_the_process_runs_is_noticed() -> None:
    keys, clock = Keys(OLD), Clock()
    sealer = Sealer(keys, clock)
    sealer.seal(account())
    keys.keys = (NEW, OLD)
    token = Sealer(Keys(NEW)).seal(account())
    clock.now += 31
    assert sealer.open(token) == account()


def test_bad_tokens_do_not_make_the_keys_be_read_again_and_again() -> None:
    keys = Keys(NEW)
    sealer = Sealer(keys, Clock())
    for _ in range(5):
        with pytest.raises(Unauthenticated):
            sealer.open("s3l1.bad")
    assert keys.reads == 1


@pytest.mark.parametrize("damage", ["s3l1.", "s3l1.!!", "s3l1.한글", "other", "s3l1.gAAAAA=="])
def test_a_damaged_token_is_invalid(damage: str) -> None:
    with pytest.raises(Unauthenticated) as refused:
        Sealer(Keys(NEW)).open(damage)
    assert refused.value.code is ErrorCode.TOKEN_INVALID


def test_a_token_of_another_installation_is_invalid() -> None:
    with pytest.raises(Unauthenticated) as refused:
        Sealer(Keys(NEW)).open(Sealer(Keys(OLD)).seal(account()))
    assert refused.value.code is ErrorCode.TOKEN_INVALID


def test_a_long_session_token_passes_and_one_that_no_request_carries_is_refused() -> None:
    sealer = Sealer(Keys(NEW))
    assert len(sealer.seal(account(secrets.token_urlsafe(1500)))) < MAX_TOKEN_LENGTH
    with pytest.raises(InvalidInput) as refused:
        sealer.seal(account(secrets.token_urlsafe(6000)))
    assert refused.value.code is ErrorCode.TOKEN_TOO_LARGE


def test_the_second_page_of_the_longest_prefix_fits_what_api_gateway_takes() -> None:
    prefix = "한" * 341 + "/"
    token_of_s3 = "x" * (1024 * 4 // 3 + 32)  # base64 of a whole key and a little more
    cursor = encode_cursor(f"{'b' * 63}/{prefix}", token_of_s3)
    query = urlencode({"bucket": "b" * 63, "prefix": prefix, "cursor": cursor, "limit": "1000"})
    line = f"GET /api/objects?{query} HTTP/1.1"
    bearer = f"authorization: Bearer {'t' * MAX_TOKEN_LENGTH}"
    assert len(line) + len(bearer) + _HEADERS_OF_BROWSER_AND_CLOUDFRONT <= 10_240
