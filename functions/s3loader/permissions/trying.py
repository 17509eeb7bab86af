"""What is only tried because a person asks, and where that would settle the verdict."""

from collections.abc import Callable
from functools import partial
from typing import Final

from s3loader.permissions.asked_actions import DELETE
from s3loader.permissions.assessment import Assessment
from s3loader.permissions.corrections import settles
from s3loader.permissions.judgement import Judgement
from s3loader.permissions.ports import Prober

# The try carries If-Match, our deletions do not.
_CONDITIONAL: Final = "s3:if-match"


def is_triable(action: str, told: Judgement, assessment: Assessment) -> bool:
    """Tell whether a try would settle what is unknown.

    Args:
        told: the verdict so far, what S3 answered included
    """
    assessed = assessment.judgements[action]
    if action != DELETE or told.verdict != "unknown" or not settles(action, assessed):
        return False
    lacking = {key.lower() for key in assessed.condition_keys}
    return _CONDITIONAL not in assessment.named_condition_keys | lacking


def way_to_try(prober: Prober, action: str, prefix: str) -> Callable[[], bool | None]:
    """Return the try of an action that is triable."""
    return {DELETE: partial(prober.delete_object, prefix)}[action]
