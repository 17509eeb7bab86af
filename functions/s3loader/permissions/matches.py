"""Whether something matches: yes, no, or maybe, with what the maybe hangs on."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Match:
    """One answer of three-valued (Kleene) logic: `maybe` is some of both, or not knowable.

    A `no` with unknown keys comes from a policy variable that has no value, or may have none.
    """

    answer: Literal["yes", "no", "maybe"]
    unknown_keys: frozenset[str] = frozenset()
    depends_on_key: bool = False

    def negated(self) -> "Match":
        """The opposite; what AWS makes of the opposite of a missing variable is not documented."""
        if self.answer == "yes":
            return NO
        if self.answer == "no" and not self.unknown_keys:
            return YES
        return Match("maybe", self.unknown_keys, self.depends_on_key)


YES = Match("yes")
NO = Match("no")


def match_of(holds: bool) -> Match:
    """What is certain."""
    return YES if holds else NO


def maybe(*unknown_keys: str) -> Match:
    """What hangs on the values of condition keys."""
    return Match("maybe", frozenset(unknown_keys))


def any_of(matches: Iterable[Match]) -> Match:
    """Whether at least one matches."""
    seen = list(matches)
    if YES in seen:
        return YES
    return _merged([m for m in seen if m.answer == "maybe"], "maybe") or _merged(seen, "no") or NO


def all_of(matches: Iterable[Match]) -> Match:
    """Whether every one matches."""
    doubtful = []
    for match in matches:
        if match.answer == "no":
            return match
        if match.answer == "maybe":
            doubtful.append(match)
    return _merged(doubtful, "maybe") or YES


def _merged(matches: list[Match], answer: Literal["no", "maybe"]) -> Match | None:
    if not matches:
        return None
    keys = frozenset[str]().union(*(match.unknown_keys for match in matches))
    return Match(answer, keys, any(match.depends_on_key for match in matches))
