"""Which file names, prefixes and keys can be uploaded to."""

import unicodedata

from s3loader.errors import ErrorCode, InvalidInput
from s3loader.limits import MAX_KEY_BYTES

_DOTS = (".", "..")


def check_name(name: str) -> None:
    """Refuse a name that is no name, or that brings a path of its own.

    Raises:
        InvalidInput: name_invalid, with the reason empty, slash, dots, control or encoding
    """
    reason = _fault(name)
    if reason:
        raise InvalidInput(
            ErrorCode.NAME_INVALID,
            _ADVICE[reason],
            {"name": printable(name), "reason": reason},
        )


def check_prefix(prefix: str) -> None:
    """Refuse a prefix that is neither empty nor a path ending in `/`.

    Raises:
        InvalidInput: prefix_invalid, key_too_long
    """
    segments = prefix.split("/")
    faults = [fault for fault in map(_fault, segments) if fault and fault != "empty"]
    if faults or segments[-1]:
        raise InvalidInput(
            ErrorCode.PREFIX_INVALID,
            "A path ends in / and has no . or .. segment and no control characters.",
            {"prefix": printable(prefix), "reason": faults[0] if faults else "slash"},
        )
    check_key(prefix)


def check_key(key: str) -> None:
    """Refuse a key that S3 cannot hold.

    Raises:
        InvalidInput: key_too_long, name_invalid
    """
    try:
        size = len(key.encode())
    except UnicodeEncodeError:
        check_name(key)
        raise
    if size > MAX_KEY_BYTES:
        raise InvalidInput(
            ErrorCode.KEY_TOO_LONG,
            f"Path and name together may have {MAX_KEY_BYTES} bytes in UTF-8. Shorten the name.",
            {"bytes": size, "limit": MAX_KEY_BYTES},
        )


_ADVICE = {
    "empty": "The file has no name. Give it one.",
    "slash": "A file name cannot contain /. Choose the path first, then upload by name only.",
    "dots": "A file cannot be called . or .., because browsers remove them from addresses.",
    "control": "The name contains a control character, such as a line break. Rename the file.",
    "encoding": "The name is not valid Unicode. Rename the file.",
}


def _fault(name: str) -> str | None:
    if not name:
        return "empty"
    if "/" in name:
        return "slash"
    if name in _DOTS:
        return "dots"
    categories = {unicodedata.category(character) for character in name}
    if "Cc" in categories or "\ufffe" in name or "\uffff" in name:
        return "control"
    return "encoding" if "Cs" in categories else None


def printable(text: str) -> str:
    """Return the text as JSON can carry it: half a character becomes "?"."""
    return text.encode("utf-8", "replace").decode()[:MAX_KEY_BYTES]
