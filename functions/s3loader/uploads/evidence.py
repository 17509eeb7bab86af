"""Telling an upload's own object from another that has its key."""

from s3loader.errors import Conflict, ErrorCode, Forbidden, Missing
from s3loader.uploads.models import SentUpload
from s3loader.uploads.part_etags import etag_of_parts
from s3loader.uploads.ports import ListedObject, StoredObject, UploadStore


def head_own_object(store: UploadStore, upload: SentUpload) -> StoredObject:
    """Return the object if it is the one that was sent: same size, and same nonce or ETag if given.

    Raises:
        Missing: upload_not_found
        Conflict: conflict, size_mismatch
        Forbidden: upload_not_verifiable
    """
    try:
        found = store.head(upload.key)
    except Missing:
        raise not_there(upload.key) from None
    except Forbidden as denied:
        raise _not_verifiable(denied) from None
    if not _is_own(upload, found):
        raise another_object(upload.key)
    check_size(upload, found.size)
    return found


def match_listed(upload: SentUpload, found: ListedObject | None) -> StoredObject:
    """Return the object if a listing shows it with the right size, and ETag if given.

    Raises:
        Missing: upload_not_found
        Conflict: conflict, size_mismatch
    """
    if found is None:
        raise not_there(upload.key)
    if upload.etag is not None and found.etag != upload.etag.strip('"'):
        raise another_object(upload.key)
    check_size(upload, found.size)
    return StoredObject(size=found.size, etag=found.etag, last_modified=found.last_modified)


def is_unfinished(store: UploadStore, key: str, upload_id: str) -> bool | None:
    """Tell whether S3 still keeps a multipart upload's parts; None where nobody may look."""
    try:
        store.look_for_parts(key, upload_id)
    except Missing:
        return False
    except Forbidden:
        return None
    return True


def check_size(upload: SentUpload, size: int) -> None:
    """Refuse an object of another size than was sent."""
    if size != upload.size:
        raise Conflict(
            ErrorCode.SIZE_MISMATCH,
            "The object in S3 has another size than the file. Upload the file again.",
            {"key": upload.key, "expected": upload.size, "actual": size},
        )


def not_there(key: str) -> Missing:
    """The failure of an object that S3 does not have."""
    return Missing(
        ErrorCode.UPLOAD_NOT_FOUND,
        "S3 does not have this upload. Upload the file again.",
        {"key": key},
    )


def another_object(key: str) -> Conflict:
    """The failure of a key that somebody else's object has."""
    return Conflict(
        ErrorCode.CONFLICT,
        "Another object has this key. Replace it, keep both or skip.",
        {"key": key},
    )


def _is_own(upload: SentUpload, found: StoredObject) -> bool:
    if upload.nonce is not None:
        return found.nonce == upload.nonce
    if upload.upload_id is not None:
        return found.etag == etag_of_parts(upload.parts)
    return upload.etag is None or found.etag == upload.etag.strip('"')


def _not_verifiable(denied: Forbidden) -> Forbidden:
    return Forbidden(
        ErrorCode.UPLOAD_NOT_VERIFIABLE,
        "The bytes were sent, but the account may not look whether they arrived. "
        "Ask for the permission named.",
        denied.params,
    )
