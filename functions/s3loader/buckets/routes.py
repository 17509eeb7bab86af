"""HTTP of /api/buckets."""

from typing import Annotated

from fastapi import APIRouter, Query

from s3loader.buckets import service
from s3loader.buckets.models import BucketPage, BucketProtection, CorsDiagnosis, RepairCors
from s3loader.buckets.protection import read_protection
from s3loader.dependencies import CurrentServices
from s3loader.pauses import jittered_pause

router = APIRouter(prefix="/api/buckets", tags=["buckets"])


@router.get("")
def list_buckets(
    services: CurrentServices, cursor: Annotated[str | None, Query(max_length=2048)] = None
) -> BucketPage:
    """List the caller's buckets that this deployment allows."""
    return service.list_buckets(services.buckets, services.access, cursor)


@router.get("/protection")
def bucket_protection(services: CurrentServices, bucket: str) -> BucketProtection:
    """Tell whether a deletion in the bucket can be undone."""
    return read_protection(services.bucket_protection(bucket))


@router.get("/cors")
def diagnose_cors(
    services: CurrentServices, bucket: str, origin: Annotated[str, Query(max_length=255)]
) -> CorsDiagnosis:
    """Tell what the bucket's CORS rules lack for a browser at the origin."""
    return services.cors_doctor(bucket).diagnose(origin)


@router.put("/cors")
def repair_cors(request: RepairCors, services: CurrentServices) -> CorsDiagnosis:
    """Add the suggested rule to the existing ones and diagnose again."""
    doctor = services.cors_doctor(request.bucket)
    return doctor.repair(request.origin, request.fingerprint, jittered_pause)
