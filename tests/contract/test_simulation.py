"""The evaluation of policies against the embedded AWS's own iam:SimulatePrincipalPolicy."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mypy_boto3_iam import IAMClient
from s3loader.permissions.asked_actions import KEY_ACTIONS, S3_ACTIONS
from s3loader.permissions.context import RequestContext
from s3loader.permissions.evaluation import Question, evaluate
from s3loader.permissions.findings import Finding
from s3loader.permissions.policies import NamedPolicy
from s3loader.permissions.ports import PolicySource
from s3loader.permissions.scope import Scope

from local.seed import administrator
from tests.contract.iam_user import create_policy, create_user, put_user_policy
from tests.local.running_stack import RunningStack
from tests.unit.permissions.asking import NOTHING_KNOWN, Statement, allow, deny, document, known
from tests.unit.permissions.plain_iam import Json
from tests.unit.permissions.random_policies import BUCKET, POLICIES

ACTIONS = (*S3_ACTIONS, *KEY_ACTIONS)
RANDOM_POLICIES = 240
OUTCOMES = {"allowed": "allow", "explicitDeny": "explicit-deny", "implicitDeny": "implicit-deny"}

# The keys whose values the simulator has; it takes any other for absent.
LOOKED_AT = {"aws:SourceIp": "127.0.0.1", "aws:SecureTransport": "false"}
NOT_LOOKED_AT = ("aws:username", "aws:PrincipalTag/t", "s3:max-keys")
WHAT_IT_SEES = known(LOOKED_AT, absent=NOT_LOOKED_AT)
WHAT_WE_SEE = known({**LOOKED_AT, "aws:username": "a"})  # the rest is unknown to us


class Simulator:
    """One user whose only policy changes."""

    def __init__(self, iam: IAMClient) -> None:
        self._iam = iam
        self.name = create_user(iam)
        self.arn = iam.get_user(UserName=self.name)["User"]["Arn"]

    def put(self, content: Json) -> None:
        put_user_policy(self._iam, self.name, "p", content)

    def limit(self, content: Json) -> None:
        boundary = create_policy(self._iam, content)
        self._iam.put_user_permissions_boundary(UserName=self.name, PermissionsBoundary=boundary)

    def answers(
        self, resource: str, actions: Sequence[str] = ACTIONS, context: dict[str, str] | None = None
    ) -> list[str]:
        answer = self._iam.simulate_principal_policy(
            PolicySourceArn=self.arn,
            ActionNames=actions,
            ResourceArns=[resource],
            ContextEntries=[
                {"ContextKeyName": key, "ContextKeyValues": [value], "ContextKeyType": "string"}
                for key, value in (context or {}).items()
            ],
        )
        return [OUTCOMES[result["EvalDecision"]] for result in answer["EvaluationResults"]]


@pytest.fixture
def simulator(stack: RunningStack) -> Iterator[Simulator]:
    iam = administrator.iam(stack.aws_endpoint)
    yield Simulator(iam)
    iam.close()


def evaluated(content: Json, action: str, resource: str, context: RequestContext) -> Finding:
    policy = NamedPolicy.read(PolicySource("p", None, "inline", None, None, content))
    return evaluate([policy], Question(action, Scope.exactly(resource), context))


def as_it_reads(content: Json) -> Json:
    """To the simulator a variable is plain text, as in documents before 2012."""
    return {**content, "Version": "2008-10-17"}


def is_beyond_it(content: Json) -> bool:
    text = json.dumps(content)
    return "${" in text or any(key in text for key in NOT_LOOKED_AT)


def test_on_random_policies_both_agree_or_the_simulator_did_not_look(simulator: Simulator) -> None:
    seen = Counter[str]()

    @settings(max_examples=RANDOM_POLICIES, derandomize=True, database=None, deadline=None)
    @given(POLICIES, st.sampled_from(["", "a", "ab", "b/a"]))
    def compare(statements: list[Json], key: str) -> None:
        content = document(*statements)
        simulator.put(content)
        seen["policies"] += 1
        for action, theirs in zip(ACTIONS, simulator.answers(BUCKET + key), strict=True):
            ours = evaluated(content, action, BUCKET + key, WHAT_WE_SEE)
            theirs_by_us = evaluated(as_it_reads(content), action, BUCKET + key, WHAT_IT_SEES)
            assert theirs_by_us.possible == {theirs}
            assert ours.outcome in (theirs, "unknown") or is_beyond_it(content)
            assert ours.outcome != "unknown" or is_beyond_it(content)
            seen["same" if ours.outcome == theirs else "unknown or different"] += 1
            seen[theirs] += 1

    compare()
    assert seen["policies"] >= RANDOM_POLICIES
    assert seen["same"] > seen["unknown or different"]
    assert all(seen[outcome] > RANDOM_POLICIES for outcome in OUTCOMES.values()), seen


OBJECT = "arn:aws:s3:::b/home/lee/x"
AS_LEE = known({"aws:username": "lee", "aws:SecureTransport": "true", "s3:prefix": "home/lee/"})


@pytest.mark.parametrize(
    ("why", "statements", "resource", "ours", "theirs"),
    [
        (
            "it does not fill variables in",
            [allow(Resource="arn:aws:s3:::b/home/${aws:username}/*")],
            OBJECT,
            "allow",
            "implicit-deny",
        ),
        (
            "nor in what denies",
            [allow(), deny(Resource="arn:aws:s3:::b/home/${aws:username}/*")],
            OBJECT,
            "explicit-deny",
            "allow",
        ),
        (
            "it ignores the request's context, even where it is told",
            [allow(Condition={"StringLike": {"s3:prefix": "home/*"}})],
            "arn:aws:s3:::b",
            "allow",
            "implicit-deny",
        ),
        (
            "so a key that the request has is absent to it",
            [allow(), deny(Condition={"Null": {"s3:prefix": "false"}})],
            "arn:aws:s3:::b",
            "explicit-deny",
            "allow",
        ),
        (
            "and every request comes without TLS",
            [allow(), deny(Condition={"Bool": {"aws:SecureTransport": "false"}})],
            OBJECT,
            "allow",
            "explicit-deny",
        ),
        (
            "its wildcards stop at the end of a line",
            [allow(Resource="arn:aws:s3:::b/home/*")],
            "arn:aws:s3:::b/home/two\nlines",
            "allow",
            "implicit-deny",
        ),
        (
            "it takes an operator that it does not know for false",
            [allow(), deny(Condition={"StringMatches": {"aws:SecureTransport": "t"}})],
            OBJECT,
            "unknown",
            "allow",
        ),
        (
            "a tag that nobody told it is absent, where we do not know",
            [allow(Condition={"StringEquals": {"s3:ExistingObjectTag/stage": "public"}})],
            OBJECT,
            "unknown",
            "implicit-deny",
        ),
    ],
)
def test_where_both_differ_the_reason_is_the_simulators(
    simulator: Simulator,
    why: str,
    statements: list[Statement],
    resource: str,
    ours: str,
    theirs: str,
) -> None:
    content = document(*statements)
    simulator.put(content)
    told = dict(AS_LEE.known)
    assert simulator.answers(resource, ["s3:GetObject"], told) == [theirs], why
    assert evaluated(content, "s3:GetObject", resource, AS_LEE).outcome == ours, why


def test_the_simulator_does_not_look_at_the_boundary(simulator: Simulator) -> None:
    boundary = document(allow(Action="s3:GetObject"))
    simulator.put(document(allow()))
    simulator.limit(boundary)
    assert simulator.answers(OBJECT, ["s3:PutObject"]) == ["allow"]
    assert evaluated(boundary, "s3:PutObject", OBJECT, NOTHING_KNOWN).outcome == "implicit-deny"
