import pytest
from pydantic import SecretStr
from s3loader.accounts.keys import check_keys
from s3loader.accounts.models import NewAccount
from s3loader.errors import ErrorCode, InvalidInput

KEY = "AKIAIOSFODNN7EXAMPLE"
SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"


def form(key: str = KEY, secret: str = SECRET, token: str | None = None) -> NewAccount:
    return NewAccount(
        access_key_id=key,
        secret_access_key=SecretStr(secret),
        session_token=None if token is None else SecretStr(token),
    )


@pytest.mark.parametrize("token", [None, "", "IQoJb3JpZ2luX2VjE=="])
def test_a_plausible_pair_passes(token: str | None) -> None:
    credentials = check_keys(form(token=token))
    assert credentials.access_key_id == KEY
    assert credentials.secret_access_key == SECRET
    assert credentials.session_token == (token or None)


@pytest.mark.parametrize(
    ("new", "code", "reason"),
    [
        (form(key=""), ErrorCode.ACCESS_KEY_MALFORMED, "empty"),
        (form(key=" " + KEY), ErrorCode.ACCESS_KEY_MALFORMED, "whitespace"),
        (form(key=f'"{KEY}"'), ErrorCode.ACCESS_KEY_MALFORMED, "quotes"),
        (form(key="AKIA"), ErrorCode.ACCESS_KEY_MALFORMED, "shape"),
        (form(key="AKIA가나다라마바사아자차카타파하"), ErrorCode.ACCESS_KEY_MALFORMED, "shape"),
        (form(key=SECRET, secret=KEY), ErrorCode.ACCESS_KEY_MALFORMED, "swapped"),
        (form(secret=""), ErrorCode.SECRET_KEY_MALFORMED, "empty"),
        (form(secret=SECRET + "\n"), ErrorCode.SECRET_KEY_MALFORMED, "whitespace"),
        (form(secret=f"'{SECRET}'"), ErrorCode.SECRET_KEY_MALFORMED, "quotes"),
        (form(secret="short"), ErrorCode.SECRET_KEY_MALFORMED, "shape"),
        (form(secret=KEY), ErrorCode.SECRET_KEY_MALFORMED, "swapped"),
        (form(key="ASIAIOSFODNN7EXAMPLE"), ErrorCode.SESSION_TOKEN_INVALID, "missing"),
        (form(token="a b"), ErrorCode.SESSION_TOKEN_INVALID, "whitespace"),
        (form(token="토큰"), ErrorCode.SESSION_TOKEN_INVALID, "shape"),
    ],
)
def test_what_is_wrong_with_a_field_is_said_and_its_value_is_not(
    new: NewAccount, code: ErrorCode, reason: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        check_keys(new)
    assert refused.value.code is code
    assert refused.value.params == {"reason": reason}
    assert SECRET not in refused.value.detail
