"""HTTP of /api/uploads."""

import secrets
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Query, status

from s3loader.dependencies import CurrentServices
from s3loader.observability import logger
from s3loader.pauses import jittered_pause
from s3loader.uploads import service
from s3loader.uploads.announcing import Announcer
from s3loader.uploads.models import (
    CompleteUploads,
    PlanUploads,
    SignedParts,
    SignParts,
    UploadedParts,
    UploadPlans,
    UploadReference,
    UploadResults,
)
from s3loader.uploads.recency import Recency
from s3loader.uploads.unfinished import list_unfinished
from s3loader.uploads.unfinished_models import UnfinishedUploads

router = APIRouter(prefix="/api/uploads", tags=["uploads"])


@router.post("")
def plan_uploads(request: PlanUploads, services: CurrentServices) -> UploadPlans:
    """Plan a batch of files: a PUT, a multipart upload or a refusal for each."""
    store = services.uploads(request.bucket)
    answer = service.plan(request, store, services.upload_rules, _new_nonce, services.deadline)
    for plan in answer.plans:
        if plan.kind == "multipart":
            logger.info("upload begun", extra=_about(request.bucket, plan.key, plan.upload_id))
    return answer


@router.post("/parts")
def sign_parts(request: SignParts, services: CurrentServices) -> SignedParts:
    """Sign some parts of a multipart upload, just in time."""
    return service.sign_parts(request, services.uploads(request.bucket), services.upload_rules)


@router.post("/uploaded")
def list_uploaded_parts(request: UploadReference, services: CurrentServices) -> UploadedParts:
    """List the parts that S3 already has."""
    return service.list_uploaded(request, services.uploads(request.bucket))


@router.get("/unfinished")
def list_unfinished_uploads(
    services: CurrentServices,
    bucket: str,
    prefix: str = "",
    cursor: Annotated[str | None, Query(max_length=4096)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> UnfinishedUploads:
    """List multipart uploads below a prefix that nobody has completed or aborted."""
    lister = services.open_uploads(bucket)
    return list_unfinished(lister, services.caller.identity, prefix, cursor, limit)


@router.post("/complete")
def complete_uploads(request: CompleteUploads, services: CurrentServices) -> UploadResults:
    """Finish multipart uploads, check single PUTs and announce what arrived."""
    store = services.uploads(request.bucket)
    outcomes = service.complete(
        request.uploads,
        store,
        services.upload_rules,
        services.deadline,
        jittered_pause,
        Recency(services.url_expiry, _now),
    )
    announcer = Announcer(services.topic, store, services.caller, _now)
    answer = announcer.results(request.uploads, outcomes)
    for upload, result in zip(request.uploads, answer.results, strict=True):
        about = _about(request.bucket, upload.key, upload.upload_id)
        if result.kind == "failed":
            logger.warning("upload failed", extra={**about, "code": result.code})
        else:
            logger.info("upload completed", extra={**about, "size": result.size})
    return answer


@router.post("/abort", status_code=status.HTTP_204_NO_CONTENT)
def abort_upload(request: UploadReference, services: CurrentServices) -> None:
    """Abort a multipart upload and make sure that no part is left; safe to repeat."""
    service.abort(request, services.uploads(request.bucket), jittered_pause)
    logger.info("upload aborted", extra=_about(request.bucket, request.key, request.upload_id))


def _about(bucket: str, key: str, upload_id: str | None) -> dict[str, str | None]:
    return {"bucket": bucket, "key": key, "uploadId": upload_id}


def _new_nonce() -> str:
    return secrets.token_urlsafe(16)


def _now() -> datetime:
    return datetime.now(UTC)
