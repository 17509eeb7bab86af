"""Policy variables like ${aws:username}, filled in from the request's context.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from s3loader.permissions.automaton import Piece, Wildcard
from s3loader.permissions.context import Missing, RequestContext
from s3loader.permissions.patterns import Pattern, pieces_of

VERSION_WITH_VARIABLES: Final = "2012-10-17"
_VARIABLE = re.compile(r"\$\{([^{}]*)\}")
_NAME_AND_DEFAULT = re.compile(r"\s*([^\s,']+)\s*(?:,\s*'([^']*)'\s*)?")
_ESCAPES = {"*", "?", "$"}


class ValueMissing(Exception):
    """A variable's key is absent from the request, and the variable has no default."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


@dataclass(frozen=True)
class Variables:
    """What the variables of a policy stand for; before version 2012-10-17 there were none."""

    context: RequestContext
    version: str

    def pattern(self, text: str) -> Pattern:
        """Read a pattern: `*` and `?` are wildcards, except in what a variable brings.

        Raises:
            ValueMissing: a variable has no value
        """
        return self._filled(text, pieces_of)

    def literal(self, text: str) -> Pattern:
        """Read a text in which `*` and `?` stand for themselves.

        Raises:
            ValueMissing: a variable has no value
        """
        return self._filled(text, tuple)

    def _filled(self, text: str, read: Callable[[str], tuple[Piece, ...]]) -> Pattern:
        if self.version != VERSION_WITH_VARIABLES:
            return Pattern(read(text))
        pieces: list[Piece] = []
        unknown = set[str]()
        end = 0
        for variable in _VARIABLE.finditer(text):
            pieces += read(text[end : variable.start()])
            end = variable.end()
            value = self._value(variable[1])
            pieces += (Wildcard.RUN,) if value is None else value
            if value is None:
                unknown.add(variable[1].partition(",")[0].strip())
        return Pattern((*pieces, *read(text[end:])), frozenset(unknown))

    def _value(self, inside: str) -> str | None:
        """What a variable stands for; None if nobody knows."""
        if inside in _ESCAPES:
            return inside
        parts = _NAME_AND_DEFAULT.fullmatch(inside)
        value = self.context.value(parts[1]) if parts else Missing.UNKNOWN
        if parts and value is Missing.ABSENT:
            if parts[2] is None:
                raise ValueMissing(parts[1])
            return str(parts[2])
        return value if isinstance(value, str) else None
