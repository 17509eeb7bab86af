"""IAM's rules for one request of which everything is known, written a second time to compare."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from ipaddress import ip_address, ip_network
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True)
class PlainRequest:
    """What is asked; keys in lower case, those that are not in `context` are absent.

    AWS does not document what the opposite of a variable without value is: `missing_matches`.
    """

    action: str
    resource: str
    context: Mapping[str, str]
    missing_matches: bool

    def outcome(self, *documents: Json) -> str:
        effects = {
            statement["Effect"]
            for document in documents
            for statement in document["Statement"]
            if self._applies(statement)
        }
        if "Deny" in effects:
            return "explicit-deny"
        return "allow" if "Allow" in effects else "implicit-deny"

    def _applies(self, statement: Json) -> bool:
        actions = listed(statement.get("Action") or statement["NotAction"])
        resources = listed(statement.get("Resource") or statement["NotResource"])
        action = any(like(self.action.lower(), each.lower()) for each in actions)
        positive = "Resource" in statement
        resource = any(self._like(self.resource, each, positive) for each in resources)
        return (
            action == ("Action" in statement)
            and resource == positive
            and all(
                self._holds(operator, key, listed(values))
                for operator, keys in statement.get("Condition", {}).items()
                for key, values in keys.items()
            )
        )

    def _holds(self, operator: str, key: str, expected: list[str]) -> bool:
        actual = self.context.get(key.lower())
        if operator == "Null":
            return (actual is None) == (expected == ["true"])
        base = operator.removesuffix("IfExists")
        positive = base.replace("Not", "")
        if actual is None:
            return base != operator or base != positive
        found = any(self._compare(positive, actual, each, base == positive) for each in expected)
        return found == (base == positive)

    def _compare(self, operator: str, actual: str, expected: str, positive: bool) -> bool:
        match operator:
            case "StringLike":
                return self._like(actual, expected, positive)
            case "StringEquals":
                filled = self._fill(expected)
                return self._missing(positive) if filled is None else actual == filled
            case "IpAddress":
                return ip_address(actual) in ip_network(expected)
            case "Bool":
                return actual == expected
            case "NumericLessThan":
                return float(actual) < float(expected)
        raise AssertionError(operator)

    def _like(self, actual: str, pattern: str, positive: bool) -> bool:
        filled = self._fill(pattern)
        return self._missing(positive) if filled is None else like(actual, filled)

    def _missing(self, positive: bool) -> bool:
        return not positive and self.missing_matches

    def _fill(self, text: str) -> str | None:
        """The values in the tests have no wildcards."""
        names = re.findall(r"\$\{([^}]*)\}", text)
        for name in names:
            if name.lower() not in self.context:
                return None
            text = text.replace("${" + name + "}", self.context[name.lower()])
        return text


def like(text: str, pattern: str) -> bool:
    """In the tests' patterns fnmatch's brackets do not occur."""
    return fnmatchcase(text, pattern)


def listed(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value
