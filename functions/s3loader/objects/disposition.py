"""The Content-Disposition that makes browsers save what S3 sends, under the object's own name."""

import re
import unicodedata
from typing import Final
from urllib.parse import quote

ATTACHMENT: Final = "attachment"

# What programs that do not know filename* may take literally.
_NOT_PLAIN = re.compile(r"[^A-Za-z0-9 !#$&()+,.;=@^_`{}~-]")


def attachment(key: str) -> str:
    """Return an attachment named like the last segment of the key.

    Control characters become `_`, since no receiver may write them into a file's name.
    https://www.rfc-editor.org/rfc/rfc6266#section-4.3, https://www.rfc-editor.org/rfc/rfc8187
    """
    name = "".join(map(_printable, key.rstrip("/").rpartition("/")[2])) or "_"
    plain = _NOT_PLAIN.sub("_", name)
    return f"{ATTACHMENT}; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"


def _printable(character: str) -> str:
    return "_" if unicodedata.category(character) == "Cc" else character
