"""HTTP of /api/activity."""

from datetime import UTC, date, datetime

from fastapi import APIRouter

from s3loader.activity.models import Activity, ReportActivity, ReportedActivity
from s3loader.activity.reading import read_activity
from s3loader.activity.reporting import report
from s3loader.dependencies import CurrentServices

router = APIRouter(prefix="/api/activity", tags=["activity"])


@router.post("")
def report_activity(request: ReportActivity, services: CurrentServices) -> ReportedActivity:
    """Announce what only the browser knows: buckets opened, downloads done, uploads given up."""
    notified = report(
        request.reports, services.topic, services.access, services.caller, datetime.now(UTC)
    )
    return ReportedActivity(notified=notified)


@router.get("")
def activity(
    services: CurrentServices, first: date | None = None, last: date | None = None
) -> Activity:
    """Tell what the caller did from one day to another, both included; by default in 30 days."""
    return read_activity(services.statistics, services.caller, first, last, datetime.now(UTC))
