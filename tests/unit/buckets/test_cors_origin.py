import pytest
from s3loader.buckets.cors_origin import canonical_origin
from s3loader.errors import ErrorCode, InvalidInput


@pytest.mark.parametrize(
    ("origin", "canonical"),
    [
        ("https://app.example", "https://app.example"),
        ("HTTPS://App.Example", "https://app.example"),
        ("https://app.example:443", "https://app.example"),
        ("http://app.example:80", "http://app.example"),
        ("http://app.example:443", "http://app.example:443"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("http://[::1]:08080", "http://[::1]:8080"),
        ("https://xn--3e0b707e.example", "https://xn--3e0b707e.example"),
    ],
)
def test_an_origin_is_written_as_browsers_send_it(origin: str, canonical: str) -> None:
    assert canonical_origin(origin) == canonical


@pytest.mark.parametrize(
    "origin",
    [
        "",
        "*",
        "null",
        "app.example",
        "https://",
        "https://*.example",
        "https://app.example/",
        "https://app.example/path",
        "https://app.example?q",
        "https://lee@app.example",
        "https://app.example:",
        "https://app.example:0",
        "https://app.example:65536",
        "https://app.example\n",
        "ftp://app.example",
        "file://",
        "https://앱.example",
    ],
)
def test_anything_else_is_no_origin(origin: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        canonical_origin(origin)
    assert refused.value.code is ErrorCode.ORIGIN_INVALID
