"""Signing a GET of an object for a look at it."""

from s3loader.addressable import check_addressable
from s3loader.archive import check_readable
from s3loader.objects.details_models import Preview
from s3loader.objects.details_ports import AskedObject, ObjectInspector, ObjectLinks
from s3loader.objects.disposition import ATTACHMENT
from s3loader.objects.preview_kinds import preview_type


def preview(asked: AskedObject, inspector: ObjectInspector, links: ObjectLinks) -> Preview:
    """Return a link whose answer is an attachment of a type that runs nothing.

    Raises:
        InvalidInput: key_not_addressable, key_too_long, customer_key_needed
        Missing: not_found
        Forbidden: access_denied
        Conflict: object_archived
    """
    check_addressable(asked.key)
    head = inspector.head(asked)
    check_readable(head.archive, head.storage_class)
    kind, content_type = preview_type(asked.key, head.content_type)
    return Preview(
        url=links.sign(asked, ATTACHMENT, content_type),
        expires_at=links.expiry(),
        kind=kind,
        content_type=content_type,
        size=head.size,
        etag=head.etag,
    )
