"""What policies say about one action at one place, as far as that can be told.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from s3loader.permissions.actions import action_matches
from s3loader.permissions.ballots import Ballot, Tally, Vote
from s3loader.permissions.conditions import conditions_hold
from s3loader.permissions.context import RequestContext
from s3loader.permissions.findings import Finding, Grant, Outcome, ResourceFinding
from s3loader.permissions.matches import Match, all_of, any_of
from s3loader.permissions.models import Effect, PolicyStatement, StatementReference
from s3loader.permissions.policies import NamedPolicy, ResourcePolicy, ResourceStatement
from s3loader.permissions.principals import Naming, Principal
from s3loader.permissions.scope import Scope
from s3loader.permissions.variables import ValueMissing, Variables


@dataclass(frozen=True)
class Question:
    """May this be done there, in such a request?"""

    action: str
    scope: Scope
    context: RequestContext


def evaluate(layer: Sequence[NamedPolicy], question: Question) -> Finding:
    """Tell what all identity policies together, or a boundary, say.

    Only what stands whatever the values of unknown condition keys are, and for every key in
    the scope, is the one possible outcome. A policy that is not understood may say anything.
    """
    not_understood = tuple(policy.name for policy in layer if policy.statements is None)

    def ballot(effect: Effect) -> Ballot:
        votes = (vote for policy in layer for vote in _votes(policy, effect, question))
        return Ballot(tuple(votes), complete=not not_understood)

    ballots: dict[Outcome, Ballot] = {"explicit-deny": ballot("Deny"), "allow": ballot("Allow")}
    tally = Tally(ballots, otherwise="implicit-deny")
    return Finding(
        statement=tally.statement,
        condition_keys=tally.condition_keys,
        depends_on_key=tally.depends_on_key,
        not_understood=not_understood,
        possible=tally.possible,
    )


def evaluate_resource_policy(
    policy: ResourcePolicy, principal: Principal, question: Question
) -> ResourceFinding:
    """Tell what the policy of a bucket or key says to a principal; certain as in `evaluate`."""
    heard = [_Heard.of(policy, each, principal, question) for each in policy.statements or ()]

    def ballot(effect: Effect, meant: Callable[[Naming], Match]) -> Ballot:
        votes = (each.vote(meant) for each in heard if each.effect == effect)
        return Ballot(tuple(votes), complete=policy.statements is not None)

    ballots: dict[Grant, Ballot] = {
        "explicit-deny": ballot("Deny", lambda naming: naming.at_all),
        "grants-personally": ballot("Allow", lambda naming: naming.personally),
        "grants": ballot("Allow", lambda naming: naming.not_by_account),
        "delegates": ballot("Allow", lambda naming: naming.by_account),
    }
    tally = Tally(ballots, otherwise="silent")
    return ResourceFinding(
        statement=tally.statement,
        condition_keys=tally.condition_keys,
        depends_on_key=tally.depends_on_key,
        not_understood=() if policy.statements is not None else (policy.name,),
        possible=tally.possible,
    )


@dataclass(frozen=True)
class _Heard:
    """What a statement of a resource's policy says to one principal."""

    effect: Effect
    reference: StatementReference
    naming: Naming
    match: Match

    @classmethod
    def of(
        cls,
        policy: ResourcePolicy,
        said: ResourceStatement,
        principal: Principal,
        question: Question,
    ) -> "_Heard":
        return cls(
            said.statement.effect,
            policy.reference(said.statement),
            said.principals.naming(principal),
            _matches(said.statement, policy.version, question),
        )

    def vote(self, meant: Callable[[Naming], Match]) -> Vote:
        return Vote(self.reference, all_of((self.match, meant(self.naming))))


def _votes(policy: NamedPolicy, effect: Effect, question: Question) -> Iterator[Vote]:
    for statement in policy.statements or ():
        if statement.effect == effect:
            match = _matches(statement, policy.version, question)
            yield Vote(policy.reference(statement), match)


def _matches(statement: PolicyStatement, version: str, question: Question) -> Match:
    return all_of(_elements(statement, Variables(question.context, version), question))


def _elements(
    statement: PolicyStatement, variables: Variables, question: Question
) -> Iterator[Match]:
    """Cheap ones first: the rest is not asked once one does not match."""
    yield _action(statement, question.action)
    yield _resource(statement, variables, question.scope)
    yield conditions_hold(statement.conditions, variables)


def _action(statement: PolicyStatement, action: str) -> Match:
    named = any_of(
        action_matches(each, action) for each in statement.actions or statement.not_actions
    )
    return named if statement.actions else named.negated()


def _resource(statement: PolicyStatement, variables: Variables, scope: Scope) -> Match:
    named = any_of(
        _covers(each, variables, scope) for each in statement.resources or statement.not_resources
    )
    return named if statement.resources else named.negated()


def _covers(text: str, variables: Variables, scope: Scope) -> Match:
    try:
        return variables.pattern(text).covers(scope)
    except ValueMissing as missing:
        return Match("no", frozenset({missing.key}))
