"""Content types of the built app's files; browsers refuse a script of a wrong one."""

from pathlib import PurePosixPath
from typing import Final

UNKNOWN: Final = "application/octet-stream"
CONTENT_TYPES: Final = {
    "css": "text/css; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "map": "application/json",
    "mjs": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
    "ttf": "font/ttf",
    "wasm": "application/wasm",
}
"""By the name's ending; the rest are fonts and tables that pdf.js reads as bytes."""


def content_type(path: str) -> str:
    """Return the type of a file such as `assets/main-1a2b.js`."""
    return CONTENT_TYPES.get(PurePosixPath(path).suffix.removeprefix("."), UNKNOWN)
