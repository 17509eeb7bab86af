"""Planning, signing, checking and aborting uploads.

`upload`, the call for scripts, lies in `s3loader.sending.library` and is imported when first
asked for: the API needs neither it nor what moves bytes.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from s3loader.sending.library import upload as upload


def __getattr__(name: str) -> object:
    """Return `upload`; see PEP 562."""
    if name != "upload":
        raise AttributeError(name)
    from s3loader.sending.library import upload

    return upload
