"""CloudFormation's intrinsic functions, as far as the edge needs them."""

import re
from collections.abc import Callable, Mapping
from typing import Any

_NO_VALUE = "AWS::NoValue"
_REFERENCE = re.compile(r"\$\{([^!}][^}]*)}")


class Intrinsics:
    """Resolves values; a resource, its attributes and AWS's own parameters stay their names."""

    def __init__(self, parameters: Mapping[str, str | list[str]], conditions: Any) -> None:
        self._parameters = parameters
        self._conditions = conditions
        self._functions: dict[str, Callable[[Any], Any]] = {
            "Ref": lambda name: self._parameters.get(name, name),
            "Condition": self._holds,
            "Fn::GetAtt": lambda path: ".".join(path),
            "Fn::Sub": self._sub,
            "Fn::Join": lambda value: value[0].join(self.resolve(value[1])),
            "Fn::Split": lambda value: self.resolve(value[1]).split(value[0]),
            "Fn::Select": lambda value: self.resolve(value[1])[int(value[0])],
            "Fn::If": lambda value: self.resolve(value[1 if self._holds(value[0]) else 2]),
            "Fn::Equals": lambda value: str(self.resolve(value[0])) == str(self.resolve(value[1])),
            "Fn::Not": lambda value: not self.resolve(value[0]),
            "Fn::And": lambda value: all(self.resolve(each) for each in value),
            "Fn::Or": lambda value: any(self.resolve(each) for each in value),
        }

    def resolve(self, value: Any) -> Any:
        """The value without intrinsics; KeyError for a function that is not known here."""
        if isinstance(value, list):
            return [each for each in map(self.resolve, value) if each != _NO_VALUE]
        if not isinstance(value, dict):
            return value
        if len(value) == 1:
            ((name, argument),) = value.items()
            if name.startswith("Fn::") or name in ("Ref", "Condition"):
                return self._functions[name](argument)
        resolved = {name: self.resolve(each) for name, each in value.items()}
        return {name: each for name, each in resolved.items() if each != _NO_VALUE}

    def _holds(self, condition: str) -> bool:
        return bool(self.resolve(self._conditions[condition]))

    def _sub(self, value: Any) -> str:
        text, given = (value, {}) if isinstance(value, str) else value
        names = {name: self.resolve(each) for name, each in given.items()}
        return _REFERENCE.sub(lambda found: str(self._named(found[1], names)), text)

    def _named(self, name: str, given: Mapping[str, Any]) -> Any:
        return given[name] if name in given else self._parameters.get(name, name)
