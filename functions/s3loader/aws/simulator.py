"""IAM's own answer to what an identity's policies allow: SimulatePrincipalPolicy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from botocore.exceptions import ClientError

from s3loader.aws.failures import aws_failures
from s3loader.aws.iam_pages import until
from s3loader.aws.simulator_results import read_result
from s3loader.concurrency import concurrently
from s3loader.deadline import Deadline
from s3loader.errors import AwsFailure, ErrorCode
from s3loader.permissions.ports import SimulationAnswer, SimulationQuestion

if TYPE_CHECKING:
    from mypy_boto3_iam import IAMClient
    from mypy_boto3_iam.literals import ContextKeyTypeEnumType
    from mypy_boto3_iam.type_defs import ContextEntryTypeDef

_TYPES: dict[str, ContextKeyTypeEnumType] = {
    "aws:securetransport": "boolean",
    "aws:viaawsservice": "boolean",
    "aws:multifactorauthpresent": "boolean",
    "aws:sourceip": "ip",
    "aws:currenttime": "date",
    "aws:epochtime": "numeric",
}


@dataclass(frozen=True)
class _Place:
    """A resource and a request's context: one call asks about one of them."""

    resource_arn: str
    context: tuple[tuple[str, str], ...]


class IamSimulator:
    """Simulates with the caller's rights until a deadline."""

    def __init__(self, client: IAMClient, deadline: Deadline) -> None:
        self._client = client
        self._deadline = deadline

    def simulate(
        self, principal_arn: str, questions: Sequence[SimulationQuestion]
    ) -> list[SimulationAnswer]:
        """Answer the questions in their order.

        Raises:
            Forbidden: access_denied, where the caller may not simulate
            AwsBusy: aws_throttled
            AwsUnreachable: aws_unreachable, also where it would begin too late
            AwsFailure: aws_error, also where IAM does not know the principal or an action
        """
        actions = _actions_by_place(questions)
        found = concurrently(lambda place: self._ask(principal_arn, place, actions[place]), actions)
        answers = dict(zip(actions, found, strict=True))
        return [_answer_to(question, answers[_place_of(question)]) for question in questions]

    def _ask(
        self, principal_arn: str, place: _Place, actions: Sequence[str]
    ) -> dict[str, SimulationAnswer]:
        with aws_failures(principal_arn):
            try:
                return self._call(principal_arn, place, actions)
            except ClientError as error:
                # Some actions "require different authorization information": each by itself.
                # What is not IAM may refuse without saying a code.
                aws_code = error.response.get("Error", {}).get("Code")
                if aws_code != "InvalidInput" or len(actions) == 1:
                    raise
            answers: dict[str, SimulationAnswer] = {}
            for action in actions:
                answers |= self._call(principal_arn, place, [action])
            return answers

    def _call(
        self, principal_arn: str, place: _Place, actions: Sequence[str]
    ) -> dict[str, SimulationAnswer]:
        self._deadline.check()
        pages = self._client.get_paginator("simulate_principal_policy").paginate(
            PolicySourceArn=principal_arn,
            ActionNames=actions,
            ResourceArns=[place.resource_arn],
            ContextEntries=[_entry(key, value) for key, value in place.context],
        )
        return {
            result["EvalActionName"]: read_result(result, place.resource_arn)
            for page in until(self._deadline, pages)
            for result in page["EvaluationResults"]
        }


def _place_of(question: SimulationQuestion) -> _Place:
    return _Place(question.resource_arn, tuple(sorted(question.context.items())))


def _actions_by_place(questions: Sequence[SimulationQuestion]) -> dict[_Place, list[str]]:
    actions: dict[_Place, list[str]] = {}
    for question in questions:
        asked = actions.setdefault(_place_of(question), [])
        if question.action not in asked:
            asked.append(question.action)
    return actions


def _entry(key: str, value: str) -> ContextEntryTypeDef:
    return {
        "ContextKeyName": key,
        "ContextKeyValues": [value],
        "ContextKeyType": _TYPES.get(key.lower(), "string"),
    }


def _answer_to(
    question: SimulationQuestion, answers: dict[str, SimulationAnswer]
) -> SimulationAnswer:
    if question.action not in answers:
        raise AwsFailure(
            ErrorCode.AWS_ERROR,
            f"IAM's simulation left {question.action} out. Try again; if it stays, report it.",
        )
    return answers[question.action]
