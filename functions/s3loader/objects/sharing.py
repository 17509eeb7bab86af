"""Signing a GET of an object for somebody else."""

from s3loader.addressable import check_addressable
from s3loader.archive import check_readable
from s3loader.objects.details_models import SharedLink, ShareLimit
from s3loader.objects.details_ports import AskedObject, ObjectInspector, ObjectLinks
from s3loader.objects.disposition import attachment


def share(
    asked: AskedObject, inspector: ObjectInspector, links: ObjectLinks, limit: ShareLimit
) -> SharedLink:
    """Return a link that works now; else its receiver would be the first to learn why not.

    Raises:
        InvalidInput: key_not_addressable, key_too_long, customer_key_needed
        Missing: not_found
        Forbidden: access_denied
        Conflict: object_archived
    """
    check_addressable(asked.key)
    head = inspector.head(asked)
    check_readable(head.archive, head.storage_class)
    url = links.sign(asked, attachment(asked.key))
    return SharedLink(url=url, expires_at=links.expiry(), limit=limit)
