"""Listing what lies below a prefix."""

from s3loader.cursors import decode_cursor, encode_cursor
from s3loader.objects.models import ObjectPage
from s3loader.objects.ports import ObjectLister


def list_objects(
    lister: ObjectLister, prefix: str, cursor: str | None, limit: int, *, recursive: bool
) -> ObjectPage:
    """Return one page of what lies directly below, without the prefix's own marker object.

    A recursive one has every object below and the marker too, and no prefixes.

    Raises:
        InvalidInput: cursor_invalid
        Forbidden: access_denied
    """
    scope = f"{'all below ' if recursive else ''}{lister.bucket}/{prefix}"
    token = decode_cursor(scope, cursor) if cursor else None
    page = lister.list_page(prefix, token, limit, recursive=recursive)
    return ObjectPage(
        prefixes=page.prefixes,
        objects=[found for found in page.objects if recursive or found.key != prefix],
        next_cursor=encode_cursor(scope, page.token) if page.token else None,
        prefix_exists=bool(not prefix or cursor or page.prefixes or page.objects),
    )
