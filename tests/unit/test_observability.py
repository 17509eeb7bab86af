import logging

import pytest
from s3loader.observability import RedactingFormatter, configure_logging, redact, request_id

TOKEN = "FwoGZXIvYXdzEBYaDH"


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("key AKIAIOSFODNN7EXAMPLE", "AKIAIOSFODNN7EXAMPLE"),
        ("key ASIAIOSFODNN7EXAMPLE", "ASIAIOSFODNN7EXAMPLE"),
        ("token s3l1.gAAAA-_b==", "gAAAA"),
        ("Authorization: Bearer abc.def", "abc.def"),
        ("eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.", "eyJzdWIiOiIxIn0"),
        (f"https://s3/k?X-Amz-Security-Token={TOKEN}&a=b", TOKEN),
        ("https://s3/k?X-Amz-Signature=5f3a", "5f3a"),
        ('{"secretAccessKey": "wJalr/XUtn+FEMI"}', "wJalr"),
        ('{\\"sessionToken\\":\\"FwoGZX\\"}', "FwoGZX"),
        ("{'aws_secret_access_key': 'wJalr'}", "wJalr"),
        ("aws_secret_access_key=wJalr/XUtn+FEMI", "wJalr"),
        ("secret_access_key = wJalr/XUtn+FEMI", "wJalr"),
        (f"x-amz-security-token: {TOKEN}", TOKEN),
        (f"{{'X-Amz-Security-Token': b'{TOKEN}'}}", TOKEN),
    ],
)
def test_what_looks_like_a_credential_never_reaches_the_log(text: str, secret: str) -> None:
    assert secret not in redact(text)


@pytest.mark.parametrize("name", ["AKI/한글 s3l.txt", "asiapacificsales2026.xlsx"])
def test_ordinary_text_is_left_alone(name: str) -> None:
    text = f'{{"path":"/api/uploads","key":"{name}","uploadId":"2~abc.def-_"}}'
    assert redact(text) == text


def test_a_line_has_the_requests_id_and_its_traceback_is_redacted() -> None:
    before = request_id.set("request-1")
    record = logging.LogRecord("x", logging.ERROR, "f.py", 1, "failed", None, None)
    try:
        raise ValueError("AKIAIOSFODNN7EXAMPLE")
    except ValueError as error:
        record.exc_info = (ValueError, error, error.__traceback__)
    line = RedactingFormatter().format(record)
    request_id.reset(before)
    assert '"request_id":"request-1"' in line
    assert "ValueError" in line
    assert "AKIA" not in line


@pytest.mark.parametrize("name", ["botocore.auth", "urllib3", "google.auth.transport.requests"])
def test_the_sdks_write_no_requests_into_the_log_even_if_the_root_has_debug(
    name: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    configure_logging("DEBUG")
    logging.getLogger(name).debug("Making request: %s", TOKEN)
    assert not caplog.text
