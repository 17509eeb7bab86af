"""HTTP of /api/objects."""

import uuid
from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Annotated

from fastapi import APIRouter, Query

from s3loader.dependencies import CurrentServices, UnrevokedServices
from s3loader.objects import service
from s3loader.objects.answer_size import check_answer_size
from s3loader.objects.deletion import Deletion, check_confirmation, delete_result, removed_keys
from s3loader.objects.deletion_news import DeletionNews
from s3loader.objects.details import describe
from s3loader.objects.details_models import (
    ObjectDetails,
    Preview,
    PreviewObject,
    SharedLink,
    ShareObject,
)
from s3loader.objects.details_ports import AskedObject
from s3loader.objects.models import DeleteObjects, DeleteResults, ObjectPage
from s3loader.objects.previewing import preview
from s3loader.objects.share_limit import check_share, share_limit
from s3loader.objects.sharing import share
from s3loader.observability import logger
from s3loader.pauses import jittered_pause

router = APIRouter(prefix="/api/objects", tags=["objects"])


@router.get("")
def list_objects(
    services: CurrentServices,
    bucket: str,
    prefix: str = "",
    cursor: Annotated[str | None, Query(max_length=4096)] = None,
    limit: Annotated[int, Query(ge=1, le=1000)] = 1000,
    recursive: bool = False,
    requester_pays: Annotated[bool, Query(alias="requesterPays")] = False,
) -> ObjectPage:
    """List what lies directly below a prefix or, if `recursive`, every object below it."""
    lister = services.objects(bucket, requester_pays=requester_pays)
    return service.list_objects(lister, prefix, cursor, limit, recursive=recursive)


@router.get("/details")
def object_details(
    services: CurrentServices,
    bucket: str,
    key: Annotated[str, Query(min_length=1, max_length=1024)],
    version_id: Annotated[str | None, Query(alias="versionId", min_length=1)] = None,
    requester_pays: Annotated[bool, Query(alias="requesterPays")] = False,
) -> ObjectDetails:
    """Tell all about one object but its bytes."""
    asked = AskedObject(key, version_id, requester_pays)
    limit = share_limit(services.caller, datetime.now(UTC))
    return describe(asked, services.object_inspector(bucket), limit)


@router.post("/preview")
def preview_object(request: PreviewObject, services: CurrentServices) -> Preview:
    """Sign a GET that cannot run anything in a browser."""
    return preview(
        AskedObject(request.key, request.version_id, request.requester_pays),
        services.object_inspector(request.bucket),
        services.object_links(request.bucket, services.url_expiry),
    )


@router.post("/share")
def share_object(request: ShareObject, services: CurrentServices) -> SharedLink:
    """Sign a GET for somebody else, for as long as asked.

    A link of temporary credentials carries their session token, so it stands in this answer alone.
    """
    limit = share_limit(services.caller, datetime.now(UTC))
    check_share(request.seconds, limit)
    link = share(
        AskedObject(request.key, request.version_id, request.requester_pays),
        services.object_inspector(request.bucket),
        services.object_links(request.bucket, timedelta(seconds=request.seconds)),
        limit,
    )
    logger.info("link shared", extra={"bucket": request.bucket, "seconds": request.seconds})
    return link


@router.post("/delete")
def delete_objects(request: DeleteObjects, services: UnrevokedServices) -> DeleteResults:
    """Delete up to 1,000 keys for a person who typed the word, and announce it."""
    check_confirmation(request.confirmation)
    check_answer_size(request.keys)
    remover = services.object_remover(request.bucket, requester_pays=request.requester_pays)
    outcomes = Deletion(remover, services.deadline, jittered_pause).delete(request.keys)
    news = DeletionNews(services.topic, remover, services.caller)
    answer = DeleteResults(
        results=[delete_result(key, outcome) for key, outcome in outcomes.items()],
        notified=news.announce(removed_keys(outcomes), datetime.now(UTC), _new_id),
    )
    logger.info("objects deleted", extra={"bucket": request.bucket, **_counts(answer)})
    return answer


def _counts(answer: DeleteResults) -> dict[str, int]:
    """Count what became of the keys, and why where they failed."""
    return Counter(result.code or result.outcome for result in answer.results)


def _new_id() -> str:
    return uuid.uuid4().hex
