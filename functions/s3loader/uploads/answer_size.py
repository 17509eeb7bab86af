"""Keeping the answer to a plan within what Lambda can return."""

from s3loader.errors import ErrorCode, InvalidInput
from s3loader.uploads.models import PlanUploads
from s3loader.uploads.ports import UploadStore

# Lambda returns 6 MB, in which the answer is a JSON string with its quotes escaped.
_MAX_BYTES = 5_000_000
# What a plan holds besides its names and URL, escaped.
_FRAME_BYTES = 700


def check_answer_size(request: PlanUploads, store: UploadStore) -> None:
    """Refuse a batch whose plans would not fit; long names and session tokens make long URLs.

    Raises:
        InvalidInput: batch_too_large
    """
    fixed = len(store.sign_put(request.prefix, {}, 0)) + _bytes(request.prefix) + _FRAME_BYTES
    # The name stands in the URL with three bytes for one, in the key and by itself.
    sizes = [fixed + 5 * _bytes(file.name) + _bytes(file.content_type) for file in request.files]
    if sum(sizes) > _MAX_BYTES:
        limit = max(1, _MAX_BYTES // max(sizes))
        raise InvalidInput(
            ErrorCode.BATCH_TOO_LARGE,
            f"The answer to so many long names would be too large. Send {limit} files a call.",
            {"count": len(sizes), "limit": limit},
        )


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "replace"))
