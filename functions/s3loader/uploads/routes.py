"""HTTP of /api/uploads."""

from fastapi import APIRouter, status

from s3loader.dependencies import CurrentServices
from s3loader.uploads import service
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

router = APIRouter(prefix="/api/uploads", tags=["uploads"])


@router.post("")
def plan_uploads(request: PlanUploads, services: CurrentServices) -> UploadPlans:
    """Plan a batch of files: a PUT, a multipart upload or a refusal for each."""
    return service.plan(request, services.uploads(request.bucket))


@router.post("/parts")
def sign_parts(request: SignParts, services: CurrentServices) -> SignedParts:
    """Sign some parts of a multipart upload, just in time."""
    return service.sign_parts(request, services.uploads(request.bucket))


@router.post("/uploaded")
def list_uploaded_parts(request: UploadReference, services: CurrentServices) -> UploadedParts:
    """List the parts that S3 already has."""
    return service.list_uploaded(request, services.uploads(request.bucket))


@router.post("/complete")
def complete_uploads(request: CompleteUploads, services: CurrentServices) -> UploadResults:
    """Finish multipart uploads, check single PUTs and announce what arrived."""
    return service.complete(request, services.uploads(request.bucket))


@router.post("/abort", status_code=status.HTTP_204_NO_CONTENT)
def abort_upload(request: UploadReference, services: CurrentServices) -> None:
    """Abort a multipart upload and make sure that no part is left; safe to repeat."""
    service.abort(request, services.uploads(request.bucket))
