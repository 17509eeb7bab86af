"""What is known of a request when a policy's conditions and variables ask about it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum


class Missing(Enum):
    """Why a condition key has no value to compare."""

    ABSENT = "the request will not have it"
    UNKNOWN = "the request may have it, nobody can tell here"


@dataclass(frozen=True)
class RequestContext:
    """Values of condition keys by lower-case name; what is in neither collection is unknown.

    A name in `absent` that ends in "*" stands for every key that begins like it.
    """

    known: Mapping[str, str]
    absent: frozenset[str] = frozenset()

    def value(self, key: str) -> str | Missing:
        """Look a condition key up; case does not matter."""
        name = key.lower()
        if name in self.known:
            return self.known[name]
        return Missing.ABSENT if self._is_absent(name) else Missing.UNKNOWN

    def having(self, known: Mapping[str, str], absent: Iterable[str] = ()) -> "RequestContext":
        """Return the context with more known of it."""
        added = {key.lower(): value for key, value in known.items()}
        names = self.absent | {key.lower() for key in absent}
        return RequestContext({**self.known, **added}, frozenset(names))

    def _is_absent(self, name: str) -> bool:
        return name in self.absent or any(
            name.startswith(family[:-1]) for family in self.absent if family.endswith("*")
        )
