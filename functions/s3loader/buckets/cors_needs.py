"""What the app's browsers send to S3 and must be able to read of its answers."""

from collections.abc import Iterable
from dataclasses import dataclass

# Parts of a download: a range of the very object that was planned. A small one is fetched whole,
# without headers of its own and so without a preflight.
_GET_HEADERS = ("range", "if-match")


@dataclass(frozen=True)
class CorsNeed:
    """One kind of request: the headers that its preflight names, and those its answer exposes."""

    method: str
    headers: tuple[str, ...]
    exposed: tuple[str, ...]


def cors_needs(put_headers: Iterable[str]) -> tuple[CorsNeed, ...]:
    """Return what uploads and downloads need.

    The ETag of a part is what completes an upload. A download needs to read nothing beyond
    status and length, which browsers always show: If-Match lets S3 itself compare the ETag.

    Args:
        put_headers: what the API signs for a PUT
    """
    return (
        CorsNeed("PUT", tuple(put_headers), ("ETag",)),
        CorsNeed("GET", _GET_HEADERS, ()),
        CorsNeed("HEAD", _GET_HEADERS, ()),
    )
