"""Which MIME types a deployment lets in."""

import mimetypes
import re
from collections.abc import Sequence

from s3loader.errors import ErrorCode, InvalidInput

DEFAULT = "application/octet-stream"

# Only Python's own table: the machine's would make the same file pass here and fail there.
_BY_NAME = mimetypes.MimeTypes(filenames=())
# A compressed file is what the compression says, whatever it holds.
_BY_ENCODING = {
    "gzip": "application/gzip",
    "bzip2": "application/x-bzip2",
    "xz": "application/x-xz",
    "compress": "application/x-compress",
    "br": "application/x-brotli",
}
_WELL_FORMED = re.compile(r"[\w!#$&^.+-]{1,127}/[\w!#$&^.+-]{1,127}(\s*;[\x20-\x7e]{1,200})?", re.A)


def check_content_type(name: str, declared: str, allowed: Sequence[str]) -> str:
    """Return the content type to store.

    Both the declared type and the one that the name's ending stands for must be allowed.

    Raises:
        InvalidInput: content_type_not_allowed
    """
    content_type = declared or DEFAULT
    if not _WELL_FORMED.fullmatch(content_type):
        raise InvalidInput(
            ErrorCode.CONTENT_TYPE_NOT_ALLOWED,
            "The content type is not a MIME type. Send one like image/png, or none.",
            {"contentType": "?", "allowed": list(allowed)},
        )
    for candidate in (content_type, type_of_name(name)):
        if candidate and not is_allowed(candidate, allowed):
            raise _not_allowed(candidate, allowed)
    return content_type


def is_allowed(content_type: str, allowed: Sequence[str]) -> bool:
    """Tell whether a type matches one of the patterns, like `image/*`."""
    kind, _, subtype = content_type.partition(";")[0].strip().lower().partition("/")
    return any(pattern.lower() in (f"{kind}/{subtype}", f"{kind}/*", "*/*") for pattern in allowed)


def type_of_name(name: str) -> str | None:
    """Return the type that a name's ending stands for, or None."""
    # The ending alone, because Python would read ? and # in a name as a URL's.
    stem, _, ending = name.rpartition(".")
    if not stem or not ending.isalnum():
        return None
    content_type, encoding = _BY_NAME.guess_type(f"file.{ending}")
    return _BY_ENCODING.get(encoding, DEFAULT) if encoding else content_type


def _not_allowed(content_type: str, allowed: Sequence[str]) -> InvalidInput:
    return InvalidInput(
        ErrorCode.CONTENT_TYPE_NOT_ALLOWED,
        "This server does not accept files of that type. Choose a file of an allowed type.",
        {"contentType": content_type, "allowed": list(allowed)},
    )
