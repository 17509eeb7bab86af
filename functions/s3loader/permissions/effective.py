"""What one identity may do in one bucket."""

from collections.abc import Callable
from dataclasses import dataclass

from s3loader.deadline import Deadline
from s3loader.permissions.asked_actions import KEY_ACTIONS, S3_ACTIONS, place_of
from s3loader.permissions.assessment import Assessment
from s3loader.permissions.corrections import correct, settles
from s3loader.permissions.judgement import Judgement
from s3loader.permissions.kept import Kept
from s3loader.permissions.models import EffectivePermissions
from s3loader.permissions.observed import Observations, Occasion
from s3loader.permissions.ports import Prober
from s3loader.permissions.probing import probe
from s3loader.permissions.telling import tell
from s3loader.permissions.trying import is_triable, way_to_try


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
        return self._told(self._found(prefix), prefix)

    def tried(self, action: str, prefix: str) -> EffectivePermissions:
        """Try an action that `at` calls triable, and tell what may be done then.

        Raises:
            Unauthenticated: AWS does not accept the credentials any more
            Missing: bucket_not_found
        """
        found = self._found(prefix)
        if is_triable(action, self._corrected(found, prefix)[action], found):
            self._note(action, prefix, way_to_try(self.prober, action, prefix)())
        return self._told(found, prefix)

    def _found(self, prefix: str) -> Assessment:
        """What is known, with S3's answers to harmless tries noted."""
        if self.refresh:
            self.observations.forget(self.who, self.bucket)
        assessment = self.kept.get(
            f"{self.who}/{self.bucket}/{prefix}", lambda: self.assess(prefix), refresh=self.refresh
        )
        self._probe(assessment, prefix)
        return assessment

    def _probe(self, assessment: Assessment, prefix: str) -> None:
        """Try what is not sure, and was not tried in the last minutes."""
        actions = [
            action
            for action in S3_ACTIONS
            if _is_unsure(assessment, action) and self._recall(action, prefix) is None
        ]
        for action, let_through in probe(self.prober, prefix, actions, self.deadline).items():
            self._note(action, prefix, let_through)

    def _note(self, action: str, prefix: str, let_through: bool | None) -> None:
        if let_through is not None:
            self.observations.note(self._occasion(action, prefix), let_through)

    def _recall(self, action: str, prefix: str) -> bool | None:
        return self.observations.recall(self._occasion(action, prefix))

    def _occasion(self, action: str, prefix: str) -> Occasion:
        return Occasion(self.who, self.bucket, action, place_of(action, prefix))

    def _corrected(self, assessment: Assessment, prefix: str) -> dict[str, Judgement]:
        def occasion(action: str) -> Occasion:
            if action not in KEY_ACTIONS:
                return self._occasion(action, prefix)
            return Occasion(self.who, self.bucket, action, assessment.resources[action])

        return correct(
            assessment.judgements,
            lambda action: self.observations.recall(occasion(action)),
            lambda action: self.observations.refused_one(occasion(action)),
        )

    def _told(self, assessment: Assessment, prefix: str) -> EffectivePermissions:
        return EffectivePermissions(
            bucket=self.bucket,
            prefix=prefix,
            actions=tell(assessment, self._corrected(assessment, prefix)),
            listable_prefixes=list(assessment.listable_prefixes),
            encryption_key=assessment.encryption_key,
            unreadable=list(assessment.unreadable),
            evaluated_at=assessment.at,
        )


def _is_unsure(assessment: Assessment, action: str) -> bool:
    judged = assessment.judgements[action]
    open_verdict = judged.verdict == "unknown" or assessment.bucket_policy_is_hidden
    return open_verdict and settles(action, judged)
