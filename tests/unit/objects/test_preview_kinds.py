import pytest
from s3loader.objects.preview_kinds import OPAQUE, PLAIN, preview_type


@pytest.mark.parametrize(
    ("key", "stored"),
    [
        ("a.html", "text/html"),
        ("a.svg", "image/svg+xml"),
        ("a", "image/svg+xml"),
        ("a", "TEXT/HTML; charset=utf-8"),
        ("a", "application/xhtml+xml"),
        ("a.xml", "text/xml"),
        ("a.js", "application/javascript"),
        ("a.mjs", None),
        ("a", "text/javascript"),
        ("a.css", "text/css"),
    ],
)
def test_what_a_browser_could_run_is_plain_text(key: str, stored: str | None) -> None:
    assert preview_type(key, stored) == ("text", PLAIN)


@pytest.mark.parametrize(
    ("key", "stored", "expected"),
    [
        ("in/photo.PNG", "binary/octet-stream", ("image", "image/png")),
        ("photo", "image/webp", ("image", "image/webp")),
        ("photo", "image/jpg", ("image", "image/jpeg")),
        ("favicon.ico", None, ("image", "image/x-icon")),
        ("a.pdf", "application/octet-stream", ("pdf", "application/pdf")),
        ("a.csv", "application/vnd.ms-excel", ("csv", PLAIN)),
        ("a", "text/tab-separated-values", ("csv", PLAIN)),
        ("a.json", "text/plain", ("json", PLAIN)),
        ("a.geojson", None, ("json", PLAIN)),
        ("a", "application/vnd.api+json", ("json", PLAIN)),
        ("a.md", None, ("text", PLAIN)),
        ("a.ts", "video/mp2t", ("text", PLAIN)),
        ("in/Dockerfile", "binary/octet-stream", ("text", PLAIN)),
        ("a", "application/x-yaml", ("text", PLAIN)),
        ("a.mp3", None, ("audio", "audio/mpeg")),
        ("a.mp4", None, ("video", "video/mp4")),
        ("a", "video/webm; codecs=vp9", ("video", "video/webm")),
    ],
)
def test_the_name_decides_and_else_the_stored_type(
    key: str, stored: str | None, expected: tuple[str, str]
) -> None:
    assert preview_type(key, stored) == expected


@pytest.mark.parametrize(
    ("key", "stored"),
    [
        ("a.zip", "application/zip"),
        ("a", None),
        ("a", "garbage"),
        ("a.csv.gz", "application/gzip"),
        ("a.docx", "application/msword"),
        ("a.tiff", "image/tiff"),
        ("pdf/a", None),
    ],
)
def test_all_else_is_opaque(key: str, stored: str | None) -> None:
    assert preview_type(key, stored) == ("none", OPAQUE)
