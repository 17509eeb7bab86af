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
        ("a.html?x.png.html", "image/png"),
        ("report?.html", "image/png"),
        ("a#b.html", "image/png"),
        ("a.svg.gz", "image/svg+xml"),
    ],
)
def test_what_the_list_leaves_out_is_refused_by_type_and_by_name(name: str, declared: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        check_content_type(name, declared, ["image/*"])
    assert refused.value.code is ErrorCode.CONTENT_TYPE_NOT_ALLOWED
    assert refused.value.params["allowed"] == ["image/*"]


@pytest.mark.parametrize("declared", ["x", "a/b\r\n", "/", "a/b;"])
def test_what_is_no_mime_type_is_told_so(declared: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        check_content_type("a", declared, ["*/*"])
    assert refused.value.code is ErrorCode.CONTENT_TYPE_NOT_ALLOWED
    assert "not a MIME type" in refused.value.detail


@pytest.mark.parametrize(
    ("name", "content_type"),
    [
        ("a.tar.gz", "application/gzip"),
        ("a.tgz", "application/gzip"),
        ("a.csv.bz2", "application/x-bzip2"),
        ("a.TXT.XZ", "application/x-xz"),
        ("what?.csv", "text/csv"),
        ("#1.csv", "text/csv"),
        ("12:30.csv", "text/csv"),
        (".csv", "image/png"),
        ("a.unheard-of", "image/png"),
    ],
)
def test_a_name_counts_by_its_ending_alone(name: str, content_type: str) -> None:
    assert check_content_type(name, content_type, [content_type]) == content_type
