"""template.yaml as data: parameters filled in, conditions decided, functions resolved."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import yaml

TEMPLATE: Final = Path(__file__).parent.parent / "template.yaml"

_REFERENCE = re.compile(r"\$\{([\w:.]+)\}")


class _Loader(yaml.CSafeLoader):
    """YAML with CloudFormation's short forms: `!Ref x` is `{"Ref": "x"}`."""


def _short_form(loader: yaml.CSafeLoader, tag: str, node: yaml.Node) -> dict[str, Any]:
    name = tag if tag in ("Ref", "Condition") else f"Fn::{tag}"
    if isinstance(node, yaml.ScalarNode):
        value = loader.construct_scalar(node)
        return {name: value.split(".", 1) if tag == "GetAtt" else value}
    if isinstance(node, yaml.SequenceNode):
        return {name: loader.construct_sequence(node, deep=True)}
    assert isinstance(node, yaml.MappingNode)  # noqa: S101 - YAML has no fourth kind
    return {name: loader.construct_mapping(node, deep=True)}


_Loader.add_multi_constructor("!", _short_form)


def read_template(path: Path = TEMPLATE) -> dict[str, Any]:
    """Return the template with long forms of all intrinsic functions."""
    found: dict[str, Any] = yaml.load(path.read_text(), _Loader)  # noqa: S506 - a safe loader
    return found


class Resolver:
    """One template with values for its parameters; what only AWS knows becomes its name in `<>`."""

    def __init__(self, template: Mapping[str, Any], parameters: Mapping[str, str]) -> None:
        self._template = template
        self._values = {
            name: _value(parameter, parameters.get(name))
            for name, parameter in template["Parameters"].items()
        }

    def resource(self, name: str) -> Any:
        """Return the properties of a resource."""
        return self.resolve(self._template["Resources"][name]["Properties"])

    def resolve(self, node: Any) -> Any:
        """Return a part of the template without intrinsic functions.

        Raises:
            ValueError: an intrinsic function that the edge has no use for
        """
        if isinstance(node, list):
            return [self.resolve(item) for item in node]
        if not isinstance(node, dict):
            return node
        if len(node) == 1:
            ((name, given),) = node.items()
            if name in ("Ref", "Condition") or name.startswith("Fn::"):
                return self._call(name, given)
        return {key: self.resolve(value) for key, value in node.items()}

    def _call(self, name: str, given: Any) -> Any:
        match name:
            case "Ref":
                return self._values.get(given, f"<{given}>")
            case "Fn::GetAtt":
                return f"<{'.'.join(given)}>"
            case "Fn::Sub":
                return self._substitute(given)
            case "Fn::Join":
                return given[0].join(self.resolve(given[1]))
            case "Fn::If":
                return self.resolve(given[1] if self.holds(given[0]) else given[2])
        raise ValueError(f"{name} is not resolved here")

    def _substitute(self, given: Any) -> str:
        text, own = (given, {}) if isinstance(given, str) else given
        names = {name: self.resolve(value) for name, value in own.items()}
        return _REFERENCE.sub(
            lambda found: str(names.get(found[1], self._values.get(found[1], f"<{found[1]}>"))),
            text,
        )

    def holds(self, condition: str) -> bool:
        """Tell whether a condition of the template is true."""
        return self._decide(self._template["Conditions"][condition])

    def _decide(self, node: Any) -> bool:
        ((name, given),) = node.items()
        match name:
            case "Condition":
                return self.holds(given)
            case "Fn::Equals":
                left, right = self.resolve(given)
                return str(left) == str(right)
            case "Fn::Not":
                return not self._decide(given[0])
            case "Fn::And":
                return all(self._decide(part) for part in given)
        raise ValueError(f"{name} is no condition that is known here")


def _value(parameter: Mapping[str, Any], given: str | None) -> Any:
    value = parameter.get("Default", "") if given is None else given
    return str(value).split(",") if parameter["Type"] == "CommaDelimitedList" else value
