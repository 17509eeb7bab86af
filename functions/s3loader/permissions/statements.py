"""Reading the statements of a policy document, whichever way they are written."""

import json
from collections.abc import Iterator
from typing import Any, Literal

from s3loader.permissions.actions import reaches_s3, takes_all_of_s3
from s3loader.permissions.models import PolicyCondition, PolicyStatement
from s3loader.permissions.ports import PolicyDocument

_ELEMENTS = {"Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Condition"}
_PRINCIPALS = {"Principal", "NotPrincipal"}


class MalformedPolicy(ValueError):
    """A document that is not what IAM's grammar describes: what it grants is not known."""


def parse_document(document: PolicyDocument) -> list[PolicyStatement]:
    """Read the statements of an identity policy or a boundary.

    Raises:
        MalformedPolicy: if any statement is not understood, so that none is passed over
    """
    return [_statement(raw, number) for number, raw in enumerate(_raw_statements(document), 1)]


def parse_resource_document(
    document: PolicyDocument,
) -> list[tuple[PolicyStatement, dict[str, Any]]]:
    """Read the statements of a resource's policy, each with its Principal or NotPrincipal.

    Raises:
        MalformedPolicy: if any statement is not understood
    """
    parsed = []
    for number, raw in enumerate(_raw_statements(document), 1):
        principals = {name: raw[name] for name in _PRINCIPALS & raw.keys()}
        if len(principals) != 1:
            raise MalformedPolicy(f"Statement {number} needs one of Principal and NotPrincipal.")
        rest = {name: value for name, value in raw.items() if name not in principals}
        parsed.append((_statement(rest, number), principals))
    return parsed


def _raw_statements(document: PolicyDocument) -> list[dict[str, Any]]:
    if not isinstance(document, dict) or "Statement" not in document:
        raise MalformedPolicy("The document has no Statement.")
    raw = document["Statement"]
    statements = raw if isinstance(raw, list) else [raw]
    for number, statement in enumerate(statements, 1):
        if not isinstance(statement, dict):
            raise MalformedPolicy(f"Statement {number} is not an object.")
    return statements


def _statement(raw: dict[str, Any], number: int) -> PolicyStatement:
    if unknown := raw.keys() - _ELEMENTS:
        raise MalformedPolicy(f"Statement {number} has elements nobody knows: {sorted(unknown)}.")
    actions, not_actions = _one_of(raw, "Action", "NotAction", number)
    resources, not_resources = _one_of(raw, "Resource", "NotResource", number)
    return PolicyStatement(
        number=number,
        sid=_sid(raw, number),
        effect=_effect(raw, number),
        actions=actions,
        not_actions=not_actions,
        resources=resources,
        not_resources=not_resources,
        conditions=list(_conditions(raw.get("Condition", {}), number)),
        mentions_s3=_mentions_s3(actions, not_actions),
    )


def _one_of(
    raw: dict[str, Any], positive: str, negative: str, number: int
) -> tuple[list[str], list[str]]:
    if (positive in raw) == (negative in raw):
        raise MalformedPolicy(f"Statement {number} needs one of {positive} and {negative}.")
    values = _texts(raw.get(positive, raw.get(negative)), number)
    return (values, []) if positive in raw else ([], values)


def _texts(value: object, number: int) -> list[str]:
    texts = [value] if isinstance(value, str) else value
    if not isinstance(texts, list) or not texts or not all(isinstance(t, str) for t in texts):
        raise MalformedPolicy(f"Statement {number} has something else where texts belong.")
    return texts


def _sid(raw: dict[str, Any], number: int) -> str | None:
    sid = raw.get("Sid")
    if sid is not None and not isinstance(sid, str):
        raise MalformedPolicy(f"Statement {number} has a Sid that is no text.")
    return sid


def _effect(raw: dict[str, Any], number: int) -> Literal["Allow", "Deny"]:
    effect = raw.get("Effect")
    if effect not in ("Allow", "Deny"):
        raise MalformedPolicy(f"Statement {number} neither allows nor denies.")
    return "Allow" if effect == "Allow" else "Deny"


def _conditions(block: object, number: int) -> Iterator[PolicyCondition]:
    for operator, keys in _items(block, number):
        for key, values in _items(keys, number):
            listed = values if isinstance(values, list) else [values]
            yield PolicyCondition(
                operator=operator, key=key, values=[_scalar(value, number) for value in listed]
            )


def _items(value: object, number: int) -> Iterator[tuple[str, Any]]:
    if not isinstance(value, dict):
        raise MalformedPolicy(f"Statement {number} has a Condition that is no object.")
    yield from value.items()


def _scalar(value: object, number: int) -> str:
    """Booleans and numbers may stand without quotes: true is "true"."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool | int | float):
        return json.dumps(value)
    raise MalformedPolicy(f"Statement {number} compares with something that is no value.")


def _mentions_s3(actions: list[str], not_actions: list[str]) -> bool:
    if actions:
        return any(reaches_s3(action) for action in actions)
    return not any(takes_all_of_s3(action) for action in not_actions)
