"""What one identity may do in one bucket."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from s3loader.deadline import Deadline
from s3loader.permissions.asked_actions import S3_ACTIONS, place_of
from s3loader.permissions.assessment import Assessment
from s3loader.permissions.corrections import correct, settles
from s3loader.permissions.judgement import Judgement
from s3loader.permissions.kept import Kept
from s3loader.permissions.models import ActionPermission, EffectivePermissions
from s3loader.permissions.observed import Observations, Occasion
from s3loader.permissions.ports import Prober
from s3loader.permissions.probing import probe
from s3loader.permissions.reasons import sentence


@dataclass(frozen=True)
class Effective:
    """Takes together what policies say and what S3 answers.

    Attributes:
        who: tells credentials apart
        refresh: whether nothing that is remembered counts
    """

    who: str
    bucket: str
    refresh: bool
    assess: Callable[[str], Assessment]
    prober: Prober
    kept: Kept[Assessment]
    observations: Observations
    deadline: Deadline

    def at(self, prefix: str) -> EffectivePermissions:
        """Tell what may be done at a prefix; kept for 5 minutes, but for what S3 answers since.

        Raises:
            Unauthenticated: AWS does not accept the credentials any more
            Missing: bucket_not_found
        """
        if self.refresh:
            self.observations.forget(self.who, self.bucket)
        assessment = self.kept.get(
            f"{self.who}/{self.bucket}/{prefix}", lambda: self.assess(prefix), refresh=self.refresh
        )
        self._probe(assessment, prefix)
        judgements = correct(assessment.judgements, lambda action: self._recall(action, prefix))
        return self._answer(assessment, judgements, prefix)

    def _probe(self, assessment: Assessment, prefix: str) -> None:
        """Try what is not sure, and was not tried in the last minutes."""
        actions = [
            action
            for action in S3_ACTIONS
            if _is_unsure(assessment, action) and self._recall(action, prefix) is None
        ]
        for action, let_through in probe(self.prober, prefix, actions, self.deadline).items():
            if let_through is not None:
                self.observations.note(self._occasion(action, prefix), let_through)

    def _recall(self, action: str, prefix: str) -> bool | None:
        return self.observations.recall(self._occasion(action, prefix))

    def _occasion(self, action: str, prefix: str) -> Occasion:
        return Occasion(self.who, self.bucket, action, place_of(action, prefix))

    def _answer(
        self, assessment: Assessment, judgements: Mapping[str, Judgement], prefix: str
    ) -> EffectivePermissions:
        return EffectivePermissions(
            bucket=self.bucket,
            prefix=prefix,
            actions=[
                _permission(action, assessment.resources[action], judged)
                for action, judged in judgements.items()
            ],
            listable_prefixes=list(assessment.listable_prefixes),
            encryption_key=assessment.encryption_key,
            unreadable=list(assessment.unreadable),
            evaluated_at=assessment.at,
        )


def _is_unsure(assessment: Assessment, action: str) -> bool:
    judged = assessment.judgements[action]
    open_verdict = judged.verdict == "unknown" or assessment.bucket_policy_is_hidden
    return open_verdict and settles(action, judged)


def _permission(action: str, resource: str, judged: Judgement) -> ActionPermission:
    return ActionPermission(
        action=action,
        resource=resource,
        verdict=judged.verdict,
        source=judged.source,
        reason_code=judged.reason,
        reason=sentence(action, judged),
        statement=judged.statement,
        condition_keys=list(judged.condition_keys),
        missing=list(judged.missing),
    )
