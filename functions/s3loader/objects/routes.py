"""HTTP of /api/objects."""

from typing import Annotated

from fastapi import APIRouter, Query

from s3loader.dependencies import CurrentServices
from s3loader.objects import service
from s3loader.objects.models import DeleteObjects, DeleteResults, ObjectPage

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


@router.post("/delete")
def delete_objects(request: DeleteObjects, services: CurrentServices) -> DeleteResults:
    """Delete up to 1,000 keys for a person who typed the word."""
    raise NotImplementedError
