"""Asking everything there is to ask about a place, and judging by it."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime

from s3loader.deadline import Deadline
from s3loader.permissions.asked_actions import KEY_ACTIONS
from s3loader.permissions.asker import Asker
from s3loader.permissions.assessment import Assessment
from s3loader.permissions.attempts import Attempts
from s3loader.permissions.bucket_rules import BucketRules
from s3loader.permissions.evaluation import Question
from s3loader.permissions.granted import GrantedPolicies
from s3loader.permissions.judgement import Judgement
from s3loader.permissions.knowledge import Knowledge
from s3loader.permissions.listable import listable_prefixes
from s3loader.permissions.models import ReasonCode
from s3loader.permissions.places import Place, resource_of
from s3loader.permissions.ports import SimulationAnswer, Simulator
from s3loader.permissions.questions import listing_of, questions_at
from s3loader.permissions.simulating import simulate

_NO_KEY = Judgement(
    "unknown", "none", ReasonCode.KEY_POLICY_UNREADABLE, missing=("kms:DescribeKey",)
)


@dataclass(frozen=True)
class Sources:
    """What is asked, with the asker's own rights; the region is the bucket's."""

    granted: Callable[[], GrantedPolicies]
    rules: Callable[[], BucketRules]
    simulator: Simulator
    region: str


@dataclass(frozen=True)
class Survey:
    """One bucket as one asker sees it; after the deadline nothing more is begun."""

    asker: Asker
    sources: Sources
    bucket: str
    deadline: Deadline
    now: datetime

    def assess(self, prefix: str) -> Assessment:
        """Judge every action at a prefix; what cannot be read is noted and the rest goes on.

        Raises:
            Unauthenticated: AWS does not accept the credentials any more
            Missing: bucket_not_found
        """
        attempts = Attempts()
        granted, rules = self._read()
        place = self._place(prefix, rules)
        asked = self._questions(place, granted)
        knowledge = Knowledge.of(granted, rules, self.asker.identity.arn)
        simulated = self._simulate(granted, asked, attempts)
        judgements = {q.action: replace(knowledge, simulated=simulated).judge(q) for q in asked}
        resources = {q.action: resource_of(q.scope) for q in asked}
        key = rules.key
        if key and not key.arn:
            judgements |= dict.fromkeys(KEY_ACTIONS, _NO_KEY)
            resources |= dict.fromkeys(KEY_ACTIONS, key.name)
        return Assessment(
            judgements=judgements,
            resources=resources,
            listable_prefixes=self._listable(place, granted, knowledge),
            encryption_key=key.arn or key.name if key else None,
            named_condition_keys=knowledge.named_condition_keys,
            bucket_policy_is_hidden=rules.policy is None,
            unreadable=[*granted.unreadable, *rules.unreadable, *attempts.noted],
            at=self.now,
            is_lasting=granted.is_lasting and rules.is_lasting and attempts.are_lasting,
        )

    def _read(self) -> tuple[GrantedPolicies, BucketRules]:
        with ThreadPoolExecutor(max_workers=1) as aside:
            granted = aside.submit(self.sources.granted)
            rules = self.sources.rules()
            return granted.result(), rules

    def _place(self, prefix: str, rules: BucketRules) -> Place:
        key_arn = rules.key.arn if rules.key else None
        return Place(self.asker.partition, self.bucket, prefix, key_arn)

    def _questions(self, place: Place, granted: GrantedPolicies) -> list[Question]:
        endpoint = self.asker.endpoint(self.sources.region)
        return questions_at(place, self.asker.requester(granted), endpoint, self.now)

    def _simulate(
        self, granted: GrantedPolicies, asked: Sequence[Question], attempts: Attempts
    ) -> dict[str, SimulationAnswer]:
        subject = granted.subject
        if subject.kind not in ("user", "role"):
            return {}

        def ask() -> dict[str, SimulationAnswer]:
            self.deadline.check()
            return simulate(self.sources.simulator, subject.arn, asked)

        return attempts.read("simulation", None, "iam:SimulatePrincipalPolicy", ask) or {}

    def _listable(self, place: Place, granted: GrantedPolicies, knowledge: Knowledge) -> list[str]:
        requester = self.asker.requester(granted)
        endpoint = self.asker.endpoint(self.sources.region)

        def question(prefix: str) -> Question:
            return listing_of(replace(place, prefix=prefix), requester, endpoint, self.now)

        lasting = knowledge.without_session()
        return listable_prefixes(
            knowledge.all_policies,
            question("").context,
            lambda prefix: lasting.judge(question(prefix)).verdict == "allowed",
        )
