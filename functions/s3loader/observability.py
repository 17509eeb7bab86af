"""The one logger: JSON lines with the request's id, and no secrets in them."""

import logging
import re
from contextvars import ContextVar

from aws_lambda_powertools import Logger
from aws_lambda_powertools.logging.formatter import LambdaPowertoolsFormatter

request_id: ContextVar[str | None] = ContextVar("request_id", default=None)

_REDACTED = "[redacted]"
# A second line of defence: nothing is meant to log these in the first place.
_SECRETS = re.compile(
    r"""(?ix)
      s3l1\.[\w=-]+                                   # sealed tokens
    | (?-i:\b(?:AKIA|ASIA)[A-Z0-9]{12,})              # access key ids, always upper case
    | \beyJ[\w-]+\.[\w-]+\.[\w-]*                     # ID tokens
    | (?<=Bearer[ ])[^\s"\\]+
    | (?<=X-Amz-Signature=)[^&\s"\\]+
    | (?<=X-Amz-Credential=)[^&\s"\\]+
    """
)
_NAMES = r"(?: secret_?access_?key | session_?token | x-amz-security-token )"
# Begins only before all backslashes, else a name full of them takes quadratic time.
_SECRET_FIELDS = re.compile(
    rf"""(?ix)
      ( (?<!\\) \\*["'] (?: (?: aws_ )? {_NAMES} | authorization ) \\*["']
        \s* : \s* b? \\*["'] ) [^"'\\]+
    | ( {_NAMES} \s* [=:] \s* ) [^&\s"'\\,]+
    """
)
# These write requests with headers, tokens and signatures, and answers with people's addresses,
# when somebody asks for DEBUG.
_TALKATIVE = ("botocore", "boto3", "urllib3", "google", "firebase_admin", "cachecontrol")


def redact(text: str) -> str:
    """Replace everything that looks like a credential."""
    return _SECRET_FIELDS.sub(_redact_value, _SECRETS.sub(_REDACTED, text))


def _redact_value(found: re.Match[str]) -> str:
    return (found[1] or found[2]) + _REDACTED


class RedactingFormatter(LambdaPowertoolsFormatter):
    """Powertools' JSON with the request's id, redacted as a whole, tracebacks included."""

    def format(self, record: logging.LogRecord) -> str:
        """Return one line of JSON."""
        current = request_id.get()
        if current:
            record.request_id = current
        return redact(str(super().format(record)))


logger = Logger(
    service="s3loader",
    level="INFO",  # else it reads LOG_LEVEL itself, before Settings can say what is wrong with it
    logger_formatter=RedactingFormatter(use_rfc3339=True, utc=True),
)


def configure_logging(level: str) -> None:
    """Set the service's level; the SDKs stay at WARNING whatever the root has."""
    logger.setLevel(level)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
