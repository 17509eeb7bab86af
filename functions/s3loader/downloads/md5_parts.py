"""The parts whose MD5s make an ETag.

https://docs.aws.amazon.com/AmazonS3/latest/API/API_Object.html
"""

import re

from s3loader.downloads.ports import DownloadSource, FoundObject
from s3loader.errors import AwsFailure

_OF_THE_WHOLE = re.compile(r"[0-9a-f]{32}")
_OF_PARTS = re.compile(r"[0-9a-f]{32}-([1-9][0-9]{0,4})")


def md5_part_size(source: DownloadSource, key: str, found: FoundObject) -> int | None:
    """Return the bytes of each part, or of the whole; None where the ETag shows nothing of them.

    Parts are asked for only where there is no checksum, which is the better proof.
    """
    if not found.etag_is_md5:
        return None
    if _OF_THE_WHOLE.fullmatch(found.etag):
        return found.size
    parts = _OF_PARTS.fullmatch(found.etag)
    if parts is None or found.checksum is not None:
        return None
    try:
        return _equal_part_size(source, key, found.size, int(parts.group(1)))
    except AwsFailure:  # a server that does not know of parts
        return None


def _equal_part_size(source: DownloadSource, key: str, size: int, count: int) -> int | None:
    """Return the first part's bytes if the last has what equal ones leave.

    Unequal parts between them, which hardly any tool sends, would go unnoticed.
    """
    first = source.part_size(key, 1)
    left = size - (count - 1) * first
    if not 0 < left <= first:
        return None
    return first if count < 3 or source.part_size(key, count) == left else None
