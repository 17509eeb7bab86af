from typing import Any

import pytest
from s3loader.aws.simulator import IamSimulator
from s3loader.deadline import Deadline
from s3loader.errors import AwsFailure, AwsUnreachable, ErrorCode, Forbidden
from s3loader.permissions.ports import SimulationQuestion

from tests.unit.aws.scripted_client import Call, Refusal, ScriptedClient

LEE = "arn:aws:iam::123456789012:user/lee"
BUCKET = "arn:aws:s3:::demo"
KEYS = "arn:aws:s3:::demo/in/*"


def evaluation(action: str, decision: str = "allowed", **more: object) -> dict[str, Any]:
    return {"EvalActionName": action, "EvalDecision": decision, **more}


def allow_all(_: str, asked: Call) -> dict[str, Any]:
    return {
        "EvaluationResults": [evaluation(action) for action in asked["ActionNames"]],
        "IsTruncated": False,
    }


def ask(iam: ScriptedClient, *questions: SimulationQuestion) -> list[Any]:
    return list(IamSimulator(iam.client, Deadline()).simulate(LEE, questions))


def answer_with(**more: object) -> Any:  # noqa: ANN401
    """Returns what is read of one result."""
    result = evaluation("s3:GetObject", **more)  # type: ignore[arg-type]
    iam = ScriptedClient("iam", lambda *_: {"EvaluationResults": [result], "IsTruncated": False})
    (answer,) = ask(iam, SimulationQuestion("s3:GetObject", KEYS, {}))
    return answer


def test_one_call_asks_all_actions_of_a_resource_and_context() -> None:
    iam = ScriptedClient("iam", allow_all)
    context = {"s3:prefix": "in/", "aws:SecureTransport": "true", "aws:SourceIp": "127.0.0.1"}
    ask(
        iam,
        SimulationQuestion("s3:ListBucket", BUCKET, context),
        SimulationQuestion("s3:GetObject", KEYS, {}),
        SimulationQuestion("s3:PutObject", KEYS, {}),
    )
    asked = {call["ResourceArns"][0]: call for _, call in iam.calls}
    assert len(iam.calls) == 2
    assert asked[KEYS]["ActionNames"] == ["s3:GetObject", "s3:PutObject"]
    assert asked[KEYS]["PolicySourceArn"] == LEE
    types = {e["ContextKeyName"]: e["ContextKeyType"] for e in asked[BUCKET]["ContextEntries"]}
    assert types == {"s3:prefix": "string", "aws:SecureTransport": "boolean", "aws:SourceIp": "ip"}
    values = {e["ContextKeyName"]: e["ContextKeyValues"] for e in asked[BUCKET]["ContextEntries"]}
    assert values == {key: [value] for key, value in context.items()}


def test_the_same_action_in_two_contexts_is_not_mixed_up() -> None:
    def only_inbox(_: str, asked: Call) -> dict[str, Any]:
        (prefix,) = asked["ContextEntries"][0]["ContextKeyValues"]
        decision = "allowed" if prefix == "in/" else "implicitDeny"
        return {"EvaluationResults": [evaluation("s3:ListBucket", decision)], "IsTruncated": False}

    answers = ask(
        ScriptedClient("iam", only_inbox),
        SimulationQuestion("s3:ListBucket", BUCKET, {"s3:prefix": "out/"}),
        SimulationQuestion("s3:ListBucket", BUCKET, {"s3:prefix": "in/"}),
    )
    assert [answer.decision for answer in answers] == ["implicitDeny", "allowed"]


def test_all_pages_are_read() -> None:
    def paged(_: str, asked: Call) -> dict[str, Any]:
        if "Marker" not in asked:
            first = [evaluation("s3:GetObject")]
            return {"EvaluationResults": first, "IsTruncated": True, "Marker": "more"}
        second = [evaluation("s3:PutObject", "explicitDeny")]
        return {"EvaluationResults": second, "IsTruncated": False}

    answers = ask(
        ScriptedClient("iam", paged),
        SimulationQuestion("s3:PutObject", KEYS, {}),
        SimulationQuestion("s3:GetObject", KEYS, {}),
    )
    assert [answer.decision for answer in answers] == ["explicitDeny", "allowed"]


def test_actions_that_iam_does_not_take_together_are_asked_one_by_one() -> None:
    def picky(operation: str, asked: Call) -> dict[str, Any]:
        if len(asked["ActionNames"]) > 1:
            raise Refusal("InvalidInput")
        return allow_all(operation, asked)

    iam = ScriptedClient("iam", picky)
    questions = [SimulationQuestion(f"s3:{name}Object", KEYS, {}) for name in ("Get", "Put")]
    assert [answer.decision for answer in ask(iam, *questions)] == ["allowed", "allowed"]
    assert len(iam.calls) == 3


def test_what_the_resource_says_goes_before_what_the_action_says() -> None:
    own = {
        "EvalResourceName": KEYS,
        "EvalResourceDecision": "explicitDeny",
        "MatchedStatements": [{"SourcePolicyId": "user_lee_inline"}],
        "MissingContextValues": ["aws:PrincipalTag/team"],
        "PermissionsBoundaryDecisionDetail": {"AllowedByPermissionsBoundary": False},
    }
    other = {"EvalResourceName": "*", "EvalResourceDecision": "allowed"}
    answer = answer_with(
        ResourceSpecificResults=[other, own],
        MissingContextValues=["s3:VersionId"],
        OrganizationsDecisionDetail={"AllowedByOrganizations": False},
    )
    assert answer.decision == "explicitDeny"
    assert answer.statement_policies == ("user_lee_inline",)
    assert answer.missing_keys == ("s3:VersionId", "aws:PrincipalTag/team")
    assert not answer.allowed_by_boundary
    assert not answer.allowed_by_organization


def test_what_iam_does_not_mention_did_not_stand_in_the_way() -> None:
    answer = answer_with()
    assert answer.allowed_by_boundary
    assert answer.allowed_by_organization
    assert (answer.statement_policies, answer.missing_keys) == ((), ())


def test_a_boundary_that_refuses_for_the_action_counts_too() -> None:
    refusal = {"AllowedByPermissionsBoundary": False}
    assert not answer_with(PermissionsBoundaryDecisionDetail=refusal).allowed_by_boundary


def test_an_action_that_is_left_out_is_a_failure_of_aws() -> None:
    iam = ScriptedClient("iam", lambda *_: {"EvaluationResults": [], "IsTruncated": False})
    with pytest.raises(AwsFailure, match="s3:GetObject"):
        ask(iam, SimulationQuestion("s3:GetObject", KEYS, {}))


@pytest.mark.parametrize(
    ("aws_code", "kind", "code"),
    [
        ("AccessDenied", Forbidden, ErrorCode.ACCESS_DENIED),
        ("NoSuchEntity", AwsFailure, ErrorCode.AWS_ERROR),
        ("InvalidInput", AwsFailure, ErrorCode.AWS_ERROR),
    ],
)
def test_a_refused_simulation_is_raised(
    aws_code: str, kind: type[Exception], code: ErrorCode
) -> None:
    def refuse(*_: object) -> dict[str, Any]:
        raise Refusal(aws_code)

    with pytest.raises(kind) as raised:
        ask(ScriptedClient("iam", refuse), SimulationQuestion("s3:GetObject", KEYS, {}))
    assert raised.value.code is code  # type: ignore[attr-defined]


def test_actions_that_are_asked_by_themselves_are_not_begun_after_the_deadline() -> None:
    moment = 0.0

    def picky_and_slow(operation: str, asked: Call) -> dict[str, Any]:
        nonlocal moment
        moment += 6.0
        if len(asked["ActionNames"]) > 1:
            raise Refusal("InvalidInput")
        return allow_all(operation, asked)

    iam = ScriptedClient("iam", picky_and_slow)
    questions = [SimulationQuestion(f"s3:{name}Object", KEYS, {}) for name in ("Get", "Put")]
    with pytest.raises(AwsUnreachable):
        IamSimulator(iam.client, Deadline(10, lambda: moment)).simulate(LEE, questions)
    assert len(iam.calls) == 2


def test_no_page_of_an_answer_is_begun_after_the_deadline() -> None:
    moment = 0.0

    def paged(_: str, asked: Call) -> dict[str, Any]:
        nonlocal moment
        moment += 6.0
        return {"EvaluationResults": [], "IsTruncated": True, "Marker": str(moment)}

    iam = ScriptedClient("iam", paged)
    question = SimulationQuestion("s3:GetObject", KEYS, {})
    with pytest.raises(AwsUnreachable):
        IamSimulator(iam.client, Deadline(10, lambda: moment)).simulate(LEE, [question])
    assert len(iam.calls) == 2
