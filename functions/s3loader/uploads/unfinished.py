"""Which multipart uploads were begun and neither completed nor aborted."""

from s3loader.caller import Identity
from s3loader.concurrency import concurrently
from s3loader.errors import Missing, S3LoaderError
from s3loader.uploads.unfinished_cursor import read_cursor, write_cursor
from s3loader.uploads.unfinished_initiator import Ownership
from s3loader.uploads.unfinished_lifetime import read_lifetime
from s3loader.uploads.unfinished_models import UnfinishedUpload, UnfinishedUploads
from s3loader.uploads.unfinished_ports import OpenUpload, OpenUploadLister, PartsSum


def list_unfinished(
    lister: OpenUploadLister, identity: Identity, prefix: str, cursor: str | None, limit: int
) -> UnfinishedUploads:
    """Return one page with the sizes that S3 tells in time.

    Raises:
        InvalidInput: cursor_invalid
        Forbidden: access_denied
    """
    page = lister.list_page(prefix, read_cursor(lister.bucket, prefix, cursor), limit)
    ownership = Ownership(identity, lister)
    sums = concurrently(lambda upload: _sum_parts(lister, upload), page.uploads)
    return UnfinishedUploads(
        uploads=[
            _described(upload, parts, is_own=ownership.covers(upload.initiator))
            for upload, parts in zip(page.uploads, sums, strict=True)
            if not isinstance(parts, Missing)
        ],
        next_cursor=write_cursor(lister.bucket, prefix, page.next),
        lifetime=read_lifetime(lister, prefix),
    )


def _sum_parts(lister: OpenUploadLister, upload: OpenUpload) -> PartsSum | Missing | None:
    """Return Missing for an upload that has ended since it was listed."""
    try:
        return lister.sum_parts(upload)
    except Missing as missing:
        return missing
    except S3LoaderError:
        return None


def _described(upload: OpenUpload, parts: PartsSum | None, *, is_own: bool) -> UnfinishedUpload:
    return UnfinishedUpload(
        key=upload.key,
        upload_id=upload.upload_id,
        initiated_at=upload.initiated_at,
        initiator=upload.initiator,
        is_own=is_own,
        storage_class=upload.storage_class,
        checksum=upload.checksum,
        size=parts.size if parts else None,
        part_count=parts.count if parts else None,
        part_size=parts.first_size if parts else None,
    )
