import pytest
from s3loader.errors import ErrorCode, InvalidInput
from s3loader.uploads.content_types import check_content_type, is_allowed


def test_everything_is_allowed_by_default() -> None:
    assert check_content_type("a.exe", "application/x-thing", ["*/*"]) == "application/x-thing"


def test_a_file_without_a_type_is_stored_as_octets() -> None:
    assert check_content_type("a", "", ["*/*"]) == "application/octet-stream"


@pytest.mark.parametrize(
    ("content_type", "allowed"),
    [
        ("image/png", True),
        ("IMAGE/PNG", True),
        ("text/csv; charset=utf-8", True),
        ("text/html", False),
    ],
)
def test_wildcards_and_parameters_are_understood(content_type: str, allowed: bool) -> None:
    assert is_allowed(content_type, ["image/*", "text/csv"]) is allowed


@pytest.mark.parametrize(
    ("name", "declared"),
    [
        ("a.txt", "text/plain"),
        ("a.html", "image/png"),
        ("a.png", ""),
        ("a.png", "image/png\r\nx: y"),
    ],
)
def test_what_the_list_leaves_out_is_refused_by_type_and_by_name(name: str, declared: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        check_content_type(name, declared, ["image/*"])
    assert refused.value.code is ErrorCode.CONTENT_TYPE_NOT_ALLOWED
    assert refused.value.params["allowed"] == ["image/*"]
