"""Verdicts as the API tells them."""

from collections.abc import Mapping

from s3loader.permissions.assessment import Assessment
from s3loader.permissions.judgement import Judgement
from s3loader.permissions.models import ActionPermission
from s3loader.permissions.reasons import sentence
from s3loader.permissions.trying import is_triable


def tell(assessment: Assessment, judgements: Mapping[str, Judgement]) -> list[ActionPermission]:
    """Return every action's verdict in words.

    Args:
        judgements: with what S3 answered since the assessment
    """
    return [_permission(action, judged, assessment) for action, judged in judgements.items()]


def _permission(action: str, judged: Judgement, assessment: Assessment) -> ActionPermission:
    return ActionPermission(
        action=action,
        resource=assessment.resources[action],
        verdict=judged.verdict,
        source=judged.source,
        reason_code=judged.reason,
        reason=sentence(action, judged),
        statement=judged.statement,
        condition_keys=list(judged.condition_keys),
        missing=list(judged.missing),
        triable=is_triable(action, judged, assessment),
    )
