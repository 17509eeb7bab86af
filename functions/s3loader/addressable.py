"""Which keys the URL of a browser can name."""

from s3loader.errors import ErrorCode, InvalidInput
from s3loader.limits import MAX_KEY_BYTES

# https://url.spec.whatwg.org/#double-dot-path-segment
_DOTS = {".", ".."}


def check_addressable(key: str) -> None:
    """Refuse a key that no browser can ask for.

    Raises:
        InvalidInput: key_too_long, key_not_addressable
    """
    size = len(key.encode())
    if size > MAX_KEY_BYTES:
        raise InvalidInput(
            ErrorCode.KEY_TOO_LONG,
            f"A key has at most {MAX_KEY_BYTES} bytes in UTF-8, so there is no such object.",
            {"bytes": size, "limit": MAX_KEY_BYTES},
        )
    if not _DOTS.isdisjoint(key.split("/")):
        raise InvalidInput(
            ErrorCode.KEY_NOT_ADDRESSABLE,
            "The key has a . or .. between slashes, which browsers remove from addresses. "
            "Use a command-line tool for it.",
            {"key": key},
        )
