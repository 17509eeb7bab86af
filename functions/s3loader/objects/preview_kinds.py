"""How an object can be shown, and as what type S3 shall send it so that nothing in it runs."""

from typing import Final, Literal

from s3loader.objects.name_endings import TYPE_OF_ENDING

Kind = Literal["image", "text", "csv", "json", "pdf", "audio", "video", "none"]

PLAIN: Final = "text/plain; charset=utf-8"
OPAQUE: Final = "application/octet-stream"

# What browsers draw or play; no SVG among them, which is a document with scripts.
_SAFE_AS_STORED: Final[dict[str, Kind]] = {
    "image/png": "image",
    "image/jpeg": "image",
    "image/gif": "image",
    "image/webp": "image",
    "image/avif": "image",
    "image/bmp": "image",
    "image/x-icon": "image",
    "application/pdf": "pdf",
    "audio/mpeg": "audio",
    "audio/mp4": "audio",
    "audio/aac": "audio",
    "audio/flac": "audio",
    "audio/ogg": "audio",
    "audio/wav": "audio",
    "audio/webm": "audio",
    "video/mp4": "video",
    "video/ogg": "video",
    "video/quicktime": "video",
    "video/webm": "video",
}
_OTHER_NAMES = {
    "image/jpg": "image/jpeg",
    "image/x-ms-bmp": "image/bmp",
    "image/vnd.microsoft.icon": "image/x-icon",
    "audio/mp3": "audio/mpeg",
    "audio/x-m4a": "audio/mp4",
    "audio/x-flac": "audio/flac",
    "audio/x-wav": "audio/wav",
    "audio/vnd.wave": "audio/wav",
    "video/x-m4v": "video/mp4",
}
_TABLES = ("text/csv", "text/tab-separated-values")
_JSON = ("application/json", "application/x-ndjson", "application/jsonl")
_TEXTS = (
    "application/xml",
    "application/javascript",
    "application/ecmascript",
    "application/typescript",
    "application/x-sh",
    "application/x-httpd-php",
    "application/yaml",
    "application/x-yaml",
    "application/toml",
    "application/sql",
    "application/graphql",
)


def preview_type(key: str, stored: str | None) -> tuple[Kind, str]:
    """Return how an object can be shown and the content type to make S3 answer.

    The name's ending decides where it is known, because stored types are often a guess.
    """
    ending = key.rpartition("/")[2].rpartition(".")[2].lower()
    return _shown(TYPE_OF_ENDING.get(ending) or _essence(stored))


def _essence(stored: str | None) -> str:
    """Return a content type without its parameters, by its usual name."""
    essence = (stored or OPAQUE).partition(";")[0].strip().lower()
    return _OTHER_NAMES.get(essence, essence)


def _shown(content_type: str) -> tuple[Kind, str]:
    if content_type in _SAFE_AS_STORED:
        return _SAFE_AS_STORED[content_type], content_type
    if content_type in _TABLES:
        return "csv", PLAIN
    if content_type in _JSON or content_type.endswith("+json"):
        return "json", PLAIN
    if content_type.startswith("text/") or content_type.endswith("+xml") or content_type in _TEXTS:
        return "text", PLAIN
    return "none", OPAQUE
