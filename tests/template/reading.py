"""Looking into a template."""

from collections.abc import Iterator
from typing import Any

Resources = dict[str, Any]


def of_type(resources: Resources, kind: str) -> dict[str, Any]:
    """Properties by name, of all resources of a type."""
    return {
        name: found.get("Properties", {})
        for name, found in resources.items()
        if found["Type"] == kind
    }


def statements(resources: Resources) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every statement of every policy of any kind, with its resource's name."""
    for name, found in resources.items():
        for document in _documents(found.get("Properties", {})):
            for statement in document["Statement"]:
                yield name, _plain(statement)


def actions(statement: dict[str, Any]) -> list[str]:
    found = statement["Action"]
    return [found] if isinstance(found, str) else found


def _documents(node: object) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        if "Statement" in node:
            yield node
        for value in node.values():
            yield from _documents(value)
    elif isinstance(node, list):
        for value in node:
            yield from _documents(value)


def _plain(statement: dict[str, Any]) -> dict[str, Any]:
    """The statement inside of an `!If`, where it is in one."""
    return statement["Fn::If"][1] if "Fn::If" in statement else statement
