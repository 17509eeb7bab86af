"""What credentials look like; says what is wrong before AWS is asked."""

import re

from s3loader.accounts.models import NewAccount
from s3loader.caller import Credentials
from s3loader.errors import ErrorCode, InvalidInput

# https://docs.aws.amazon.com/STS/latest/APIReference/API_Credentials.html
_ACCESS_KEY_ID = re.compile(r"\w{16,128}", re.ASCII)
_KNOWN_KEY_ID = re.compile(r"A[KS]IA[A-Z0-9]{12,}")
_SECRET = re.compile(r"[\x21-\x7e]{16,256}")
_TEMPORARY = "ASIA"

_FAULTS = {
    "empty": "is empty. Enter it.",
    "whitespace": "contains a space or line break. Paste it without.",
    "quotes": "is in quotation marks. Paste it without them.",
    "shape": "does not look like one. Copy it again from AWS.",
    "swapped": "is the other one of the pair. Swap the two fields.",
    "missing": "is needed, because a key id that begins with ASIA is temporary.",
}


def check_keys(new: NewAccount) -> Credentials:
    """Return the credentials of a form that is filled in plausibly.

    Raises:
        InvalidInput: access_key_malformed, secret_key_malformed, session_token_invalid; the
            reason is empty, whitespace, quotes, shape, swapped or missing
    """
    key_id = new.access_key_id
    secret = new.secret_access_key.get_secret_value()
    token = new.session_token.get_secret_value() if new.session_token else ""
    _check(ErrorCode.ACCESS_KEY_MALFORMED, "The access key id", _fault_of_key_id(key_id))
    _check(ErrorCode.SECRET_KEY_MALFORMED, "The secret access key", _fault_of_secret(secret))
    _check(ErrorCode.SESSION_TOKEN_INVALID, "The session token", _fault_of_token(token, key_id))
    return Credentials(key_id, secret, token or None, new.region or None)


def _fault_of_key_id(key_id: str) -> str | None:
    fault = _fault_of_any(key_id)
    if fault or _ACCESS_KEY_ID.fullmatch(key_id):
        return fault
    return "swapped" if len(key_id) == 40 else "shape"


def _fault_of_secret(secret: str) -> str | None:
    fault = _fault_of_any(secret)
    if fault is None and _KNOWN_KEY_ID.fullmatch(secret):
        return "swapped"
    return fault or (None if _SECRET.fullmatch(secret) else "shape")


def _fault_of_token(token: str, key_id: str) -> str | None:
    if not token:
        return "missing" if key_id.startswith(_TEMPORARY) else None
    return _fault_of_any(token) or (None if token.isascii() and token.isprintable() else "shape")


def _fault_of_any(value: str) -> str | None:
    if not value.strip():
        return "empty"
    if any(character.isspace() for character in value):
        return "whitespace"
    return "quotes" if value[0] in "\"'" or value[-1] in "\"'" else None


def _check(code: ErrorCode, field: str, fault: str | None) -> None:
    if fault:
        raise InvalidInput(code, f"{field} {_FAULTS[fault]}", {"reason": fault})
