"""IAM's wildcard patterns: `*` is any run of characters, `?` is one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, groupby
from typing import Final

from s3loader.permissions.automaton import Automaton, Piece, Wildcard
from s3loader.permissions.matches import Match, match_of, maybe
from s3loader.permissions.scope import Scope

# No policy is larger than a bucket's:
# https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html
_LONGEST: Final = 20_480


@dataclass(frozen=True)
class Pattern:
    """A sequence of pieces; where a variable's value is unknown, its place is a RUN."""

    pieces: tuple[Piece, ...]
    unknown_keys: frozenset[str] = frozenset()

    def matches(self, text: str) -> Match:
        """Whether it matches the whole text."""
        if len(self.pieces) > _LONGEST:
            return maybe()
        places = self._after(text)
        return self._certain(places > 0 and places & self._automaton.end > 0)

    def covers(self, scope: Scope) -> Match:
        """Whether it matches all of a scope, none of it, or some."""
        if not scope.names or len(self.pieces) > _LONGEST:
            return self.matches(scope.arn)
        places = self._after(scope.arn)
        if places & self._automaton.any_text:
            return self._certain(True)
        if self._lets_a_name_follow(places):
            return Match("maybe", self.unknown_keys, depends_on_key=True)
        return self._certain(False)

    def reaches_beyond(self, text: str) -> bool:
        """Tell whether it matches some longer text that begins like this one."""
        return bool(self._after(text) & ~self._automaton.end)

    def takes_all_beyond(self, text: str) -> bool:
        """Tell whether it matches every longer text that begins like this one."""
        return bool(self._after(text) & self._automaton.any_text)

    def lowered(self) -> "Pattern":
        """The pattern in lower case, for comparisons in which case does not matter."""
        lowered = (p.lower() if isinstance(p, str) else (p,) for p in self.pieces)
        return Pattern(tuple(chain.from_iterable(lowered)), self.unknown_keys)

    def _certain(self, matches: bool) -> Match:
        """A match by way of an unknown value is none for certain."""
        if self.unknown_keys:
            return Match("maybe" if matches else "no", self.unknown_keys)
        return match_of(matches)

    @cached_property
    def _collapsed(self) -> tuple[Piece, ...]:
        return tuple(_collapse(self.pieces))

    @cached_property
    def _automaton(self) -> Automaton:
        return Automaton(self._collapsed)

    def _after(self, text: str) -> int:
        """The automaton's places after the text; most texts differ before the first wildcard."""
        start = 0
        for piece, character in zip(self.pieces, text, strict=False):
            if isinstance(piece, Wildcard):
                break
            if piece != character:
                return 0
            start += 1
        return self._automaton.after(text[start:], start)

    def _lets_a_name_follow(self, places: int) -> bool:
        """Whether something without "/" is left of the pattern at one of the places."""
        backwards = self._collapsed[::-1]
        last = len(backwards) - backwards.index("/") if "/" in backwards else 0
        return bool((places & ~self._automaton.end) >> last)


def _collapse(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Of neighbouring wildcards leave those of one character and one run: "*?*" is "?*"."""
    for are_wild, group in groupby(pieces, lambda piece: isinstance(piece, Wildcard)):
        neighbours = list(group)
        if not are_wild:
            yield from neighbours
            continue
        yield from [Wildcard.ONE] * neighbours.count(Wildcard.ONE)
        if Wildcard.RUN in neighbours:
            yield Wildcard.RUN


def pieces_of(text: str) -> tuple[Piece, ...]:
    """Text as a policy has it: `*` and `?` are wildcards."""
    return tuple(Wildcard(c) if c in "*?" else c for c in text)


def glob(text: str) -> Pattern:
    """A pattern without variables."""
    return Pattern(pieces_of(text))
