"""HTTP of /api/downloads."""

from fastapi import APIRouter

from s3loader.dependencies import CurrentServices
from s3loader.downloads.models import DownloadPlans, PlanDownloads

router = APIRouter(prefix="/api/downloads", tags=["downloads"])


@router.post("")
def plan_downloads(request: PlanDownloads, services: CurrentServices) -> DownloadPlans:
    """Plan a batch of objects: a presigned GET or a refusal for each."""
    raise NotImplementedError
