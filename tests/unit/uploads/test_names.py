import pytest
from s3loader.errors import ErrorCode, InvalidInput
from s3loader.uploads.names import check_key, check_name, check_prefix


@pytest.mark.parametrize(
    "name", ["a.txt", "한글 이름.txt", "a+b%20.txt", "😀.png", "..a", "a..b", ".gitignore", "a\\b"]
)
def test_ordinary_names_of_every_script_pass(name: str) -> None:
    check_name(name)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("", "empty"),
        ("a/b.txt", "slash"),
        ("../a", "slash"),
        (".", "dots"),
        ("..", "dots"),
        ("a\nb", "control"),
        ("a\x7f", "control"),
        ("a\x85b", "control"),
        ("a\ud800b", "encoding"),
    ],
)
def test_a_name_that_cannot_work_is_refused_with_the_reason(name: str, reason: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        check_name(name)
    assert refused.value.code is ErrorCode.NAME_INVALID
    assert refused.value.params["reason"] == reason


@pytest.mark.parametrize("prefix", ["", "a/", "a/b/", "a//b/", "한글/", "/a/"])
def test_prefixes_that_s3_can_hold_pass(prefix: str) -> None:
    check_prefix(prefix)


@pytest.mark.parametrize("prefix", ["a", "a/b", "../", "a/./b/", "a/../", "a\n/", "\ud800/"])
def test_a_prefix_that_browsers_or_s3_would_change_is_refused(prefix: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        check_prefix(prefix)
    assert refused.value.code is ErrorCode.PREFIX_INVALID


def test_a_key_may_have_1024_bytes_and_not_one_more() -> None:
    check_key("가" * 341 + "a")
    with pytest.raises(InvalidInput) as refused:
        check_key("가" * 341 + "ab")
    assert refused.value.code is ErrorCode.KEY_TOO_LONG
    assert refused.value.params == {"bytes": 1025, "limit": 1024}
