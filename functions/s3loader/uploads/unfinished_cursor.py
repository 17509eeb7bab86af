"""The cursor of a list of unfinished uploads: behind which upload it goes on."""

from s3loader.cursors import decode_cursor, encode_cursor
from s3loader.uploads.unfinished_ports import Marker


def write_cursor(bucket: str, prefix: str, marker: Marker | None) -> str | None:
    """Return the cursor of the page behind a marker; None at the end."""
    if marker is None:
        return None
    return encode_cursor(_scope(bucket, prefix), f"{marker.upload_id} {marker.key}")


def read_cursor(bucket: str, prefix: str, cursor: str | None) -> Marker | None:
    """Return the marker; None for the first page.

    Raises:
        InvalidInput: cursor_invalid
    """
    if cursor is None:
        return None
    upload_id, _, key = decode_cursor(_scope(bucket, prefix), cursor).partition(" ")
    return Marker(key, upload_id)


def _scope(bucket: str, prefix: str) -> str:
    return f"unfinished below {bucket}/{prefix}"
