"""The ETag that S3 gives an object made of parts."""

import hashlib
from collections.abc import Iterable

from s3loader.uploads.models import SentPart


def etag_of_parts(parts: Iterable[SentPart]) -> str | None:
    """Return the MD5 of the parts' MD5s and their number; None where S3's ETags are no MD5s (KMS).

    Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html
    """
    ordered = sorted(parts, key=lambda part: part.part_number)
    try:
        digests = [bytes.fromhex(part.etag.strip('"')) for part in ordered]
    except ValueError:
        return None
    whole = hashlib.md5(b"".join(digests), usedforsecurity=False)
    return f"{whole.hexdigest()}-{len(digests)}"
