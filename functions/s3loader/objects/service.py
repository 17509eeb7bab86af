"""Listing what lies directly below a prefix."""

from s3loader.cursors import decode_cursor, encode_cursor
from s3loader.objects.models import ObjectPage
from s3loader.objects.ports import ObjectLister


def list_objects(lister: ObjectLister, prefix: str, cursor: str | None, limit: int) -> ObjectPage:
    """Return one page without the prefix's own marker object.

    Raises:
        InvalidInput: cursor_invalid
        Forbidden: access_denied
    """
    scope = f"{lister.bucket}/{prefix}"
    page = lister.list_page(prefix, decode_cursor(scope, cursor) if cursor else None, limit)
    return ObjectPage(
        prefixes=page.prefixes,
        objects=[found for found in page.objects if found.key != prefix],
        next_cursor=encode_cursor(scope, page.token) if page.token else None,
        prefix_exists=bool(not prefix or cursor or page.prefixes or page.objects),
    )
