"""The failure of bytes that did not arrive as they were sent."""

from s3loader.errors import Conflict, ErrorCode


def damaged(key: str) -> Conflict:
    """Say that S3 has other bytes than were sent."""
    return Conflict(
        ErrorCode.UPLOAD_DAMAGED,
        "S3 has other bytes than were sent. Upload the file again.",
        {"key": key},
    )
