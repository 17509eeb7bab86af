"""Whether the conditions of a statement hold for a request."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from s3loader.permissions.context import Missing
from s3loader.permissions.matches import Match, all_of, any_of, match_of, maybe
from s3loader.permissions.models import PolicyCondition
from s3loader.permissions.operators import OPERATORS, Operator
from s3loader.permissions.variables import ValueMissing, Variables

_FOR_ALL = "forallvalues:"
_FOR_ANY = "foranyvalue:"
_IF_EXISTS = "ifexists"


def conditions_hold(conditions: Iterable[PolicyCondition], variables: Variables) -> Match:
    """Whether all conditions hold; the keys that a doubt comes from are those of the answer."""
    return all_of(_holds(condition, variables) for condition in conditions)


@dataclass(frozen=True)
class _Name:
    """An operator's name, taken apart."""

    base: str
    for_all: bool
    for_any: bool
    if_exists: bool

    @classmethod
    def of(cls, operator: str) -> "_Name":
        name = operator.lower()
        base = name.removeprefix(_FOR_ALL).removeprefix(_FOR_ANY).removesuffix(_IF_EXISTS)
        return cls(
            base, name.startswith(_FOR_ALL), name.startswith(_FOR_ANY), name.endswith(_IF_EXISTS)
        )


def _holds(condition: PolicyCondition, variables: Variables) -> Match:
    value = variables.context.value(condition.key)
    name = _Name.of(condition.operator)
    operator = OPERATORS.get(name.base)
    if value is Missing.UNKNOWN or not condition.values:
        return maybe(condition.key)
    if condition.operator.lower() == "null":
        return _is_null(condition, "true" if value is Missing.ABSENT else "false")
    if operator is None:
        return maybe(condition.key)
    if value is Missing.ABSENT:
        return match_of(name.if_exists or name.for_all or (operator.negated and not name.for_any))
    return _compares(operator, str(value), condition, variables)


def _is_null(condition: PolicyCondition, answer: Literal["true", "false"]) -> Match:
    values = {value.lower() for value in condition.values}
    return match_of(answer in values) if values <= {"true", "false"} else maybe(condition.key)


def _compares(
    operator: Operator, value: str, condition: PolicyCondition, variables: Variables
) -> Match:
    """The values of a condition are alternatives."""
    found = any_of(_compared(operator, value, each, variables) for each in condition.values)
    match = found.negated() if operator.negated else found
    return maybe(condition.key) if match == maybe() else match


def _compared(operator: Operator, value: str, expected: str, variables: Variables) -> Match:
    try:
        return operator.compare(value, expected, variables)
    except ValueMissing as missing:
        return Match("no", frozenset({missing.key}))
