"""Keeping the answer to a deletion within what Lambda can return."""

import json
from collections.abc import Sequence

from s3loader.errors import ErrorCode, InvalidInput

# Lambda returns 6 MB, in which the answer is a JSON string with its quotes escaped.
_MAX_BYTES = 5_000_000
# What a result holds besides its key, escaped.
_FRAME_BYTES = 600


def check_answer_size(keys: Sequence[str]) -> None:
    """Refuse, before anything is deleted, more keys than could all be told as failed.

    Raises:
        InvalidInput: batch_too_large
    """
    sizes = [_FRAME_BYTES + 2 * _escaped_bytes(key) for key in keys]
    if sum(sizes) > _MAX_BYTES:
        limit = max(1, _MAX_BYTES // max(sizes))
        raise InvalidInput(
            ErrorCode.BATCH_TOO_LARGE,
            "Nothing was deleted: the answer about so many long keys would be too large. "
            f"Send {limit} keys a call.",
            {"count": len(keys), "limit": limit},
        )


def _escaped_bytes(key: str) -> int:
    """Measure a key in JSON in JSON; it stands in its result and in a refusal's detail."""
    return len(json.dumps(json.dumps(key, ensure_ascii=False)))
