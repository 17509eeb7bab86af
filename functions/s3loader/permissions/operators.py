"""How one value of a request compares with one value of a condition.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
"""

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from ipaddress import ip_address, ip_network
from types import MappingProxyType

from s3loader.permissions.arn_patterns import matches_arn
from s3loader.permissions.matches import Match, match_of, maybe
from s3loader.permissions.variables import Variables

Comparison = Callable[[str, str, Variables], Match]
_Compare = Callable[[float, float], bool]
_BOOLEANS = {"true", "false"}


@dataclass(frozen=True)
class Operator:
    """A comparison; a negated operator holds where no value of the condition compares."""

    compare: Comparison
    negated: bool = False


def _equals(actual: str, expected: str, variables: Variables) -> Match:
    return variables.literal(expected).matches(actual)


def _equals_ignoring_case(actual: str, expected: str, variables: Variables) -> Match:
    return variables.literal(expected).lowered().matches(actual.lower())


def _like(actual: str, expected: str, variables: Variables) -> Match:
    return variables.pattern(expected).matches(actual)


def _arn_like(actual: str, expected: str, variables: Variables) -> Match:
    return matches_arn(variables.pattern(expected), actual)


def _boolean(actual: str, expected: str, variables: Variables) -> Match:
    values = {actual.lower(), expected.lower()}
    return match_of(len(values) == 1) if values <= _BOOLEANS else maybe()


def _in_network(actual: str, expected: str, variables: Variables) -> Match:
    try:
        return match_of(ip_address(actual) in ip_network(expected, strict=False))
    except ValueError:
        return maybe()


def _numbers(compare: _Compare) -> Comparison:
    def compared(actual: str, expected: str, variables: Variables) -> Match:
        try:
            return match_of(compare(float(actual), float(expected)))
        except ValueError:
            return maybe()

    return compared


def _dates(compare: _Compare) -> Comparison:
    def compared(actual: str, expected: str, variables: Variables) -> Match:
        try:
            return match_of(compare(_seconds(actual), _seconds(expected)))
        except ValueError:
            return maybe()

    return compared


def _seconds(date: str) -> float:
    """Seconds since 1970 of an ISO 8601 date, UTC unless it says otherwise, or of an epoch time."""
    if date.isdecimal():
        return float(date)
    moment = datetime.fromisoformat(date)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


OPERATORS: Mapping[str, Operator] = MappingProxyType(
    {
        "stringequals": Operator(_equals),
        "stringnotequals": Operator(_equals, negated=True),
        "stringequalsignorecase": Operator(_equals_ignoring_case),
        "stringnotequalsignorecase": Operator(_equals_ignoring_case, negated=True),
        "stringlike": Operator(_like),
        "stringnotlike": Operator(_like, negated=True),
        "binaryequals": Operator(_equals),
        "arnequals": Operator(_arn_like),
        "arnlike": Operator(_arn_like),
        "arnnotequals": Operator(_arn_like, negated=True),
        "arnnotlike": Operator(_arn_like, negated=True),
        "bool": Operator(_boolean),
        "ipaddress": Operator(_in_network),
        "notipaddress": Operator(_in_network, negated=True),
        "numericequals": Operator(_numbers(operator.eq)),
        "numericnotequals": Operator(_numbers(operator.eq), negated=True),
        "numericlessthan": Operator(_numbers(operator.lt)),
        "numericlessthanequals": Operator(_numbers(operator.le)),
        "numericgreaterthan": Operator(_numbers(operator.gt)),
        "numericgreaterthanequals": Operator(_numbers(operator.ge)),
        "dateequals": Operator(_dates(operator.eq)),
        "datenotequals": Operator(_dates(operator.eq), negated=True),
        "datelessthan": Operator(_dates(operator.lt)),
        "datelessthanequals": Operator(_dates(operator.le)),
        "dategreaterthan": Operator(_dates(operator.gt)),
        "dategreaterthanequals": Operator(_dates(operator.ge)),
    }
)
"""By lower-case name, without a set operator before it and "IfExists" behind it."""
