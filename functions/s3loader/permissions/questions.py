"""Every question about a place."""

from datetime import datetime

from s3loader.permissions.asked_actions import KEY_ACTIONS, LIST, S3_ACTIONS
from s3loader.permissions.evaluation import Question
from s3loader.permissions.our_requests import Endpoint, Requester, kms_request, s3_request
from s3loader.permissions.places import Place


def questions_at(
    place: Place, requester: Requester, endpoint: Endpoint, now: datetime
) -> list[Question]:
    """Return what is asked of S3, and of KMS where the bucket has a key whose ARN is known."""
    of_s3 = [
        Question(
            action,
            place.scope_of(action),
            s3_request(requester, endpoint, action, place.prefix, now),
        )
        for action in S3_ACTIONS
    ]
    context = kms_request(requester, endpoint, now)
    keys = KEY_ACTIONS if place.key_arn else ()
    return [*of_s3, *(Question(action, place.scope_of(action), context) for action in keys)]


def listing_of(place: Place, requester: Requester, endpoint: Endpoint, now: datetime) -> Question:
    """Return the one question whether a prefix may be listed."""
    context = s3_request(requester, endpoint, LIST, place.prefix, now)
    return Question(LIST, place.scope_of(LIST), context)
