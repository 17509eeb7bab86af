"""The parts whose MD5s make an ETag.

https://docs.aws.amazon.com/AmazonS3/latest/API/API_Object.html
"""

import re
from math import ceil

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
    size = _first_part_size(source, key)
    return size if size and ceil(found.size / size) == int(parts.group(1)) else None


def _first_part_size(source: DownloadSource, key: str) -> int | None:
    try:
        return source.first_part_size(key)
    except AwsFailure:
        return None
