import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st
from s3loader.cursors import decode_cursor, encode_cursor
from s3loader.errors import ErrorCode, InvalidInput


@given(st.text(min_size=1, alphabet=st.characters(exclude_categories=["Cs"])))
def test_a_cursor_gives_back_awss_token(token: str) -> None:
    assert decode_cursor("demo/a/", encode_cursor("demo/a/", token)) == token


@pytest.mark.parametrize(
    "cursor",
    [
        encode_cursor("demo/other/", "token"),
        encode_cursor("demo/a/", "token")[:-1],
        encode_cursor("demo/a/", ""),
        base64.urlsafe_b64encode(b"\xff" * 12).decode(),
        "token",
        "한글",
        "",
    ],
)
def test_a_cursor_of_another_list_or_a_damaged_one_is_invalid(cursor: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        decode_cursor("demo/a/", cursor)
    assert refused.value.code is ErrorCode.CURSOR_INVALID
