"""Listing the buckets that the account has and this deployment allows."""

from s3loader.bucket_access import BucketAccess
from s3loader.buckets.models import BucketPage
from s3loader.buckets.ports import BucketLister
from s3loader.cursors import decode_cursor, encode_cursor

_SCOPE = "buckets"


def list_buckets(lister: BucketLister, access: BucketAccess, cursor: str | None) -> BucketPage:
    """Return one page; it may be short or empty where the deployment hides buckets.

    Raises:
        InvalidInput: cursor_invalid
        Forbidden: access_denied, where the account may not list its buckets
    """
    page = lister.list_page(decode_cursor(_SCOPE, cursor) if cursor else None)
    return BucketPage(
        buckets=[bucket for bucket in page.buckets if access.allows(bucket.name, bucket.region)],
        next_cursor=encode_cursor(_SCOPE, page.token) if page.token else None,
    )
