"""Everything that is known about an identity and a bucket, and what follows for one question."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from s3loader.permissions.bucket_rules import BucketRules
from s3loader.permissions.evaluation import Question, evaluate, evaluate_resource_policy
from s3loader.permissions.findings import Finding
from s3loader.permissions.granted import GrantedPolicies
from s3loader.permissions.judgement import Judgement
from s3loader.permissions.layers import Layers, Owner
from s3loader.permissions.models import Subject, UnreadableSource
from s3loader.permissions.policies import NamedPolicy, ResourcePolicy, statements_of
from s3loader.permissions.ports import SimulationAnswer
from s3loader.permissions.principals import Principal
from s3loader.permissions.root import judge_root
from s3loader.permissions.simulation import judge_with


@dataclass(frozen=True)
class Knowledge:
    """What was read.

    Attributes:
        policies: of the identity, without its boundary
        complete: whether these and the boundary could all be read
        unread: IAM actions that were refused on the way
        simulated: answers of IAM's simulator by action
    """

    subject: Subject
    principal: Principal
    policies: Sequence[NamedPolicy]
    boundary: Sequence[NamedPolicy]
    complete: bool
    unread: tuple[str, ...]
    rules: BucketRules
    simulated: Mapping[str, SimulationAnswer]

    @classmethod
    def of(cls, granted: GrantedPolicies, rules: BucketRules, arn: str) -> "Knowledge":
        """Take together what was read for the identity of that ARN; nothing is simulated yet."""
        read = [NamedPolicy.read(source) for source in granted.policies]
        return cls(
            subject=granted.subject,
            principal=Principal(arn),
            policies=[policy for policy in read if policy.origin != "boundary"],
            boundary=[policy for policy in read if policy.origin == "boundary"],
            complete=granted.is_complete,
            unread=_actions(granted.unreadable),
            rules=rules,
            simulated={},
        )

    @property
    def all_policies(self) -> list[NamedPolicy | ResourcePolicy]:
        """Every policy that may allow something in the bucket."""
        return [*self.policies, *([self.rules.policy] if self.rules.policy else [])]

    @property
    def named_condition_keys(self) -> frozenset[str]:
        """The condition keys that any of them asks for, in lower case."""
        return frozenset(
            condition.key.lower()
            for policy in [*self.all_policies, *self.boundary]
            for statement in statements_of(policy)
            for condition in statement.conditions
        )

    def without_session(self) -> "Knowledge":
        """What would hold if no session policy narrowed the credentials."""
        whole = self.subject.model_copy(update={"session_policy_possible": False})
        return replace(self, subject=whole)

    def judge(self, question: Question) -> Judgement:
        """Tell whether it would be let through, as far as policies and the simulator show it."""
        owner: Owner = "key" if question.action.startswith("kms:") else "bucket"
        policy = self._policy_of(owner)
        resource = evaluate_resource_policy(policy, self.principal, question) if policy else None
        if self.subject.kind == "root":
            return judge_root(owner, resource)
        layers = Layers(
            identity=evaluate(self.policies, question),
            complete=self.complete,
            unread=self.unread,
            boundary=self._within(question),
            owner=owner,
            resource=resource,
            foreign=self.rules.is_foreign,
            session_possible=self.subject.session_policy_possible,
        )
        return judge_with(layers, self.simulated.get(question.action))

    def _policy_of(self, owner: Owner) -> ResourcePolicy | None:
        if owner == "bucket":
            return self.rules.policy
        return self.rules.key.policy if self.rules.key else None

    def _within(self, question: Question) -> Finding | None:
        return evaluate(self.boundary, question) if self.boundary else None


def _actions(unreadable: Sequence[UnreadableSource]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(source.action for source in unreadable if source.action))
