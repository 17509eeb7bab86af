"""What uploading does, call by call; no bytes pass through here."""

from collections.abc import Callable, Sequence

from s3loader.concurrency import concurrently
from s3loader.deadline import Deadline
from s3loader.errors import AwsFailure, ErrorCode, InvalidInput, Missing, S3LoaderError
from s3loader.limits import MAX_PARTS_PER_BATCH
from s3loader.pauses import Pause
from s3loader.uploads.completion import Completion
from s3loader.uploads.layout import Layout
from s3loader.uploads.models import (
    PlanUploads,
    SentUpload,
    SignedPart,
    SignedParts,
    SignParts,
    UploadedParts,
    UploadPlans,
    UploadReference,
)
from s3loader.uploads.names import check_key
from s3loader.uploads.outcomes import Outcome
from s3loader.uploads.planning import Planner
from s3loader.uploads.ports import UploadStore
from s3loader.uploads.recency import Recency
from s3loader.uploads.rules import UploadRules, check_batch
from s3loader.uploads.single_puts import PutCheck

_ABORT_ATTEMPTS = 3


def plan(
    request: PlanUploads,
    store: UploadStore,
    rules: UploadRules,
    new_nonce: Callable[[], str],
    deadline: Deadline,
) -> UploadPlans:
    """Plan a batch; see `Planner.plan` for what fails as a whole."""
    return UploadPlans(plans=Planner(store, rules, request, new_nonce, deadline).plan())


def sign_parts(request: SignParts, store: UploadStore, rules: UploadRules) -> SignedParts:
    """Sign parts with their exact lengths.

    Raises:
        InvalidInput: batch_too_large, file_too_large; invalid_request, where the file has no
            such part
    """
    check_batch(len(request.part_numbers), MAX_PARTS_PER_BATCH)
    rules.check_size(request.size)
    check_key(request.key)
    _check_part_numbers(request, rules.layout)
    expires_at = store.expiry()
    parts = [_sign_part(request, store, rules.layout, number) for number in request.part_numbers]
    return SignedParts(parts=parts, expires_at=expires_at)


def list_uploaded(request: UploadReference, store: UploadStore) -> UploadedParts:
    """List the parts that S3 has.

    Raises:
        InvalidInput: key_too_long
        Missing: upload_not_found
    """
    check_key(request.key)
    return UploadedParts(parts=store.list_parts(request.key, request.upload_id))


def complete(
    uploads: Sequence[SentUpload],
    store: UploadStore,
    rules: UploadRules,
    deadline: Deadline,
    pause: Pause,
    recency: Recency,
) -> list[Outcome]:
    """Finish multipart uploads and check single PUTs; an outcome per upload, in order.

    What the deadline leaves undone is aws_unreachable and may be asked again.

    Raises:
        InvalidInput: batch_too_large
    """
    check_batch(len(uploads))
    puts = [upload for upload in uploads if upload.upload_id is None]
    checked = iter(PutCheck(store, deadline, recency).check(puts))
    completion = Completion(store, rules, deadline, pause, recency)

    def finish(upload: SentUpload) -> Outcome | None:
        return completion.finish(upload, upload.upload_id) if upload.upload_id else None

    return [outcome or next(checked) for outcome in concurrently(finish, uploads)]


def abort(request: UploadReference, store: UploadStore, pause: Pause) -> None:
    """Abort an upload and look that no part is left; a part in flight can outlive one abort.

    Raises:
        InvalidInput: key_too_long
        Forbidden: access_denied
        AwsFailure: aws_error, where parts stay after three attempts
    """
    check_key(request.key)
    for attempt in range(_ABORT_ATTEMPTS):
        if attempt:
            pause(attempt - 1)
        try:
            store.abort(request.key, request.upload_id)
            store.look_for_parts(request.key, request.upload_id)
        except Missing:
            return
        except S3LoaderError as error:
            if error.params.get("action") == "s3:ListMultipartUploadParts":
                return  # aborted, and looking is not allowed
            raise
    raise AwsFailure(
        ErrorCode.AWS_ERROR,
        "S3 still shows the upload after three aborts. Abort it again in a minute.",
        {"uploadId": request.upload_id},
    )


def _check_part_numbers(request: SignParts, layout: Layout) -> None:
    count = layout.part_count(request.size)
    if any(number > count for number in request.part_numbers):
        raise InvalidInput(
            ErrorCode.INVALID_REQUEST,
            f"A file of {request.size} bytes has {count} parts. Ask only for those.",
            {"partCount": count},
        )


def _sign_part(request: SignParts, store: UploadStore, layout: Layout, number: int) -> SignedPart:
    length = layout.part_length(request.size, number)
    url = store.sign_part(request.key, request.upload_id, number, {"content-length": str(length)})
    return SignedPart(part_number=number, url=url, headers={})
