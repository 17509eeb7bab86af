"""Telling all about one object but its bytes."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from s3loader.errors import S3LoaderError
from s3loader.objects.details_models import ObjectDetails, ShareLimit, Unreadable
from s3loader.objects.details_ports import AskedObject, ObjectInspector

Part = TypeVar("Part")


def describe(asked: AskedObject, inspector: ObjectInspector, share: ShareLimit) -> ObjectDetails:
    """Read headers, tags and versions at once; the last two may stay unreadable.

    Raises:
        Missing: not_found; also for a delete marker
        Forbidden: access_denied, about the headers
        InvalidInput: customer_key_needed
    """
    with ThreadPoolExecutor(max_workers=2) as pool:
        tags = pool.submit(_or_unreadable, lambda: inspector.tags(asked))
        versions = pool.submit(_or_unreadable, lambda: inspector.versions(asked))
        head = inspector.head(asked)
    return ObjectDetails(**dict(head), tags=tags.result(), versions=versions.result(), share=share)


def _or_unreadable(read: Callable[[], Part]) -> Part | Unreadable:
    try:
        return read()
    except S3LoaderError as error:
        return unreadable(error)


def unreadable(error: S3LoaderError) -> Unreadable:
    """Return why a part of the details is not there."""
    return Unreadable(
        kind="unreadable",
        code=error.code,
        detail=error.detail,
        params={
            name: value if isinstance(value, str | int) else list(value)
            for name, value in error.params.items()
        },
    )
