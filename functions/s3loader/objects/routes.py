"""HTTP of /api/objects."""

from typing import Annotated

from fastapi import APIRouter, Query

from s3loader.dependencies import CurrentServices
from s3loader.objects import service
from s3loader.objects.models import ObjectPage

router = APIRouter(prefix="/api/objects", tags=["objects"])


@router.get("")
def list_objects(
    services: CurrentServices,
    bucket: str,
    prefix: str = "",
    cursor: Annotated[str | None, Query(max_length=4096)] = None,
    limit: Annotated[int, Query(ge=1, le=1000)] = 1000,
) -> ObjectPage:
    """List what lies directly below a prefix."""
    return service.list_objects(services.objects(bucket), prefix, cursor, limit)
