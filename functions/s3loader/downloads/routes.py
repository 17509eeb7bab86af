"""HTTP of /api/downloads."""

from collections import Counter

from fastapi import APIRouter

from s3loader.dependencies import CurrentServices
from s3loader.downloads import planning
from s3loader.downloads.models import DownloadPlan, DownloadPlans, PlanDownloads
from s3loader.observability import logger

router = APIRouter(prefix="/api/downloads", tags=["downloads"])


@router.post("")
def plan_downloads(request: PlanDownloads, services: CurrentServices) -> DownloadPlans:
    """Plan a batch of objects: a presigned GET or a refusal for each."""
    source = services.downloads(request.bucket, requester_pays=request.requester_pays)
    plans = planning.plan_downloads(source, request.keys)
    counts = Counter(map(_outcome, plans))
    logger.info("downloads planned", extra={"bucket": request.bucket, **counts})
    return DownloadPlans(downloads=plans)


def _outcome(plan: DownloadPlan) -> str:
    return plan.code if plan.kind == "refused" else plan.kind
