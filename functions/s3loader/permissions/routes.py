"""HTTP of /api/permissions."""

from typing import Annotated

from fastapi import APIRouter, Query

from s3loader.dependencies import CurrentServices
from s3loader.observability import logger
from s3loader.permissions.models import EffectivePermissions, PermissionTry, PolicyReport

router = APIRouter(prefix="/api/permissions", tags=["permissions"])


@router.get("/policies")
def list_policies(services: CurrentServices, refresh: bool = False) -> PolicyReport:
    """List the policies of the caller's identity; kept for 5 minutes unless refreshed."""
    return services.permissions.report(refresh=refresh)


@router.get("/effective")
def evaluate_permissions(
    services: CurrentServices,
    bucket: str,
    prefix: Annotated[str, Query(max_length=1024)] = "",
    refresh: bool = False,
) -> EffectivePermissions:
    """Tell what the caller may do at a prefix; kept for 5 minutes unless refreshed."""
    return services.permissions.effective(bucket, refresh=refresh).at(prefix)


@router.post("/try")
def try_permission(request: PermissionTry, services: CurrentServices) -> EffectivePermissions:
    """Try what only trying can show, because a person asks; nothing is changed by it."""
    effective = services.permissions.effective(request.bucket, refresh=False)
    told = effective.tried(request.action, request.prefix)
    verdict = next(found.verdict for found in told.actions if found.action == request.action)
    about = {"bucket": request.bucket, "action": request.action, "verdict": verdict}
    logger.info("permission tried", extra=about)
    return told
