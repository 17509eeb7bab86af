"""Asking IAM's simulator, which takes one resource at a time and no prefix."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from s3loader.permissions.evaluation import Question
from s3loader.permissions.ports import SimulationAnswer, SimulationQuestion, Simulator
from s3loader.permissions.scope import Scope

# Objects that stand for all below a prefix: policies often tell names apart by what they end in.
_EXAMPLES: Final = ("s3loader", "s3loader.pdf")


def simulate(
    simulator: Simulator, principal_arn: str, asked: Sequence[Question]
) -> dict[str, SimulationAnswer]:
    """Return the simulator's answers by action; what differs between objects depends on the key.

    Raises:
        Forbidden: access_denied, where the caller may not simulate
        AwsBusy: aws_throttled
        AwsFailure: aws_error
    """
    put = {question.action: _simulations(question) for question in asked}
    flat = [each for simulations in put.values() for each in simulations]
    answers = iter(simulator.simulate(principal_arn, flat))
    return {action: _together([next(answers) for _ in each]) for action, each in put.items()}


def _simulations(question: Question) -> list[SimulationQuestion]:
    context = dict(question.context.known)
    return [SimulationQuestion(question.action, arn, context) for arn in _arns(question.scope)]


def _arns(scope: Scope) -> list[str]:
    return [scope.arn + name for name in _EXAMPLES] if scope.names else [scope.arn]


def _together(answers: Sequence[SimulationAnswer]) -> SimulationAnswer:
    """The first answer, and whether all say the same."""
    missing = tuple(dict.fromkeys(key for answer in answers for key in answer.missing_keys))
    differ = len({_said(answer) for answer in answers}) > 1
    return replace(answers[0], missing_keys=missing, depends_on_key=differ)


def _said(answer: SimulationAnswer) -> tuple[object, ...]:
    return answer.decision, answer.allowed_by_organization, answer.allowed_by_boundary
