"""Finishing multipart uploads, also when an earlier answer was lost."""

from s3loader.errors import Conflict, ErrorCode, S3LoaderError
from s3loader.uploads.evidence import head_own_object
from s3loader.uploads.layout import part_count
from s3loader.uploads.models import SentUpload
from s3loader.uploads.outcomes import Outcome
from s3loader.uploads.ports import StoredObject, UploadStore

_SHOWN = 20
_MAY_BE_DONE = (ErrorCode.UPLOAD_NOT_FOUND, ErrorCode.CONFLICT, ErrorCode.AWS_UNREACHABLE)


def finish_multipart(store: UploadStore, upload: SentUpload, upload_id: str) -> Outcome:
    """Make the object of its parts; a repeated call finds its own object and succeeds."""
    try:
        _check_parts(upload)
        return store.complete(
            upload.key,
            upload_id,
            sorted(upload.parts, key=lambda part: part.part_number),
            upload.size,
            must_be_new=upload.on_conflict == "refuse",
        )
    except S3LoaderError as error:
        if error.code in _MAY_BE_DONE and upload.nonce is not None:
            return _own_object(store, upload, error)
        return error


def _own_object(
    store: UploadStore, upload: SentUpload, error: S3LoaderError
) -> StoredObject | S3LoaderError:
    try:
        return head_own_object(store, upload)
    except S3LoaderError as doubt:
        return doubt if doubt.code is ErrorCode.UPLOAD_NOT_VERIFIABLE else error


def _check_parts(upload: SentUpload) -> None:
    sent = {part.part_number for part in upload.parts}
    expected = range(1, part_count(upload.size) + 1)
    if sent == set(expected) and len(upload.parts) == len(expected):
        return
    missing = [str(number) for number in expected if number not in sent]
    raise Conflict(
        ErrorCode.UPLOAD_INCOMPLETE,
        "Not every part was sent exactly once. Upload the missing parts, then complete again.",
        {"key": upload.key, "missing": missing[:_SHOWN], "missingCount": len(missing)},
    )
