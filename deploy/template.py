"""Reads template.yaml and puts parameters into its values, as CloudFormation does."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

import yaml

from deploy.intrinsics import Intrinsics

TEMPLATE = Path(__file__).parent.parent / "template.yaml"


class Template:
    """A template with values for its parameters; those not given have their defaults."""

    def __init__(self, parameters: Mapping[str, str], path: Path = TEMPLATE) -> None:
        """KeyError for a parameter that the template does not have."""
        self._document = load(path)
        self._intrinsics = Intrinsics(
            self._values(parameters), self._document.get("Conditions", {})
        )

    def properties(self, resource: str) -> dict[str, Any]:
        """A resource's properties, resolved; what only AWS knows stays the resource's name."""
        found = self._document["Resources"][resource]["Properties"]
        return cast(dict[str, Any], self._intrinsics.resolve(found))

    def _values(self, given: Mapping[str, str]) -> dict[str, str | list[str]]:
        declared = self._document["Parameters"]
        unknown = set(given) - set(declared)
        if unknown:
            raise KeyError(f"No parameter of the template: {', '.join(sorted(unknown))}")
        return {
            name: _typed(parameter["Type"], given.get(name, str(parameter.get("Default", ""))))
            for name, parameter in declared.items()
        }


def load(path: Path = TEMPLATE) -> dict[str, Any]:
    """The template as written, short intrinsics (`!Ref x`) in their long form."""
    return cast(dict[str, Any], yaml.load(path.read_bytes(), _Loader))  # noqa: S506  a safe loader


def _typed(kind: str, value: str) -> str | list[str]:
    if kind == "CommaDelimitedList":
        return [item.strip() for item in value.split(",")]
    return value


class _Loader(yaml.CSafeLoader):
    """Knows CloudFormation's tags."""


def _intrinsic(loader: _Loader, tag: str, node: yaml.Node) -> dict[str, Any]:
    if isinstance(node, yaml.SequenceNode):
        value: Any = loader.construct_sequence(node, deep=True)
    elif isinstance(node, yaml.MappingNode):
        value = loader.construct_mapping(node, deep=True)
    else:
        value = loader.construct_scalar(cast(yaml.ScalarNode, node))
    if tag == "GetAtt" and isinstance(value, str):
        value = value.split(".", 1)
    return {tag if tag in ("Ref", "Condition") else f"Fn::{tag}": value}


_Loader.add_multi_constructor("!", _intrinsic)
