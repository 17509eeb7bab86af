"""The one logger: JSON lines with the request's id, and no secrets in them."""

import re
from contextvars import ContextVar
from logging import LogRecord

from aws_lambda_powertools import Logger
from aws_lambda_powertools.logging.formatter import LambdaPowertoolsFormatter

request_id: ContextVar[str | None] = ContextVar("request_id", default=None)

_REDACTED = "[redacted]"
# A second line of defence: nothing is meant to log these in the first place.
_SECRETS = re.compile(
    r"""(?ix)
      s3l1\.[\w=-]+                                   # sealed tokens
    | \b(?:AKIA|ASIA)[A-Z0-9]{12,}                    # access key ids
    | \beyJ[\w-]+\.[\w-]+\.[\w-]*                     # ID tokens
    | (?<=Bearer[ ])[^\s"\\]+
    | (?<=X-Amz-Signature=)[^&\s"\\]+
    | (?<=X-Amz-Credential=)[^&\s"\\]+
    | (?<=X-Amz-Security-Token=)[^&\s"\\]+
    """
)
_SECRET_FIELDS = re.compile(
    r"""(?ix)
    ( \\*["'] (?: secret_?access_?key | session_?token | aws_secret_access_key
                | aws_session_token | authorization ) \\*["'] \s* : \s* \\*["'] ) [^"'\\]+
    """
)


def redact(text: str) -> str:
    """Replace everything that looks like a credential."""
    return _SECRET_FIELDS.sub(rf"\g<1>{_REDACTED}", _SECRETS.sub(_REDACTED, text))


class RedactingFormatter(LambdaPowertoolsFormatter):
    """Powertools' JSON with the request's id, redacted as a whole, tracebacks included."""

    def format(self, record: LogRecord) -> str:
        """Return one line of JSON."""
        current = request_id.get()
        if current:
            record.request_id = current
        return redact(str(super().format(record)))


logger = Logger(
    service="s3loader",
    logger_formatter=RedactingFormatter(use_rfc3339=True, utc=True),
)
