"""Opaque page cursors: AWS's token, bound to the listing that it continues."""

import base64
import binascii
import hashlib

from s3loader.errors import ErrorCode, InvalidInput

_DIGEST_BYTES = 8


def encode_cursor(scope: str, token: str) -> str:
    """Wrap AWS's continuation token for one listing."""
    return base64.urlsafe_b64encode(_digest(scope) + token.encode()).decode()


def decode_cursor(scope: str, cursor: str) -> str:
    """Return AWS's continuation token.

    Raises:
        InvalidInput: cursor_invalid, where it is damaged or belongs to another listing
    """
    try:
        raw = base64.b64decode(cursor, altchars=b"-_", validate=True)
        token = raw[_DIGEST_BYTES:].decode()
    except (binascii.Error, ValueError):
        raise cursor_invalid() from None
    if raw[:_DIGEST_BYTES] != _digest(scope) or not token:
        raise cursor_invalid()
    return token


def cursor_invalid() -> InvalidInput:
    """The failure of a cursor that continues nothing."""
    return InvalidInput(
        ErrorCode.CURSOR_INVALID,
        "That page cursor does not belong to this list. Load the list from its start.",
    )


def _digest(scope: str) -> bytes:
    return hashlib.sha256(scope.encode("utf-8", "surrogatepass")).digest()[:_DIGEST_BYTES]
