"""IAM's wildcard patterns: `*` is any run of characters, `?` is one."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from itertools import chain, takewhile

from s3loader.permissions.matches import Match, match_of
from s3loader.permissions.scope import Scope


class Wildcard(Enum):
    """What stands for other characters."""

    ONE = "?"
    RUN = "*"


Piece = str | Wildcard
"""One character, or a wildcard."""


@dataclass(frozen=True)
class Pattern:
    """A sequence of pieces; where a variable's value is unknown, its place is a RUN."""

    pieces: tuple[Piece, ...]
    unknown_keys: frozenset[str] = frozenset()

    def matches(self, text: str) -> Match:
        """Whether it matches the whole text."""
        return self._certain(len(self.pieces) in self._consume(text))

    def covers(self, scope: Scope) -> Match:
        """Whether it matches all of a scope, none of it, or some."""
        if not scope.names:
            return self.matches(scope.arn)
        rests = self.rests_after(scope.arn)
        if _match_every_name(rests):
            return self._certain(True)
        if any(_matches_some_name(rest) for rest in rests):
            return Match("maybe", self.unknown_keys, depends_on_key=True)
        return self._certain(False)

    def lowered(self) -> "Pattern":
        """The pattern in lower case, for comparisons in which case does not matter."""
        lowered = (p.lower() if isinstance(p, str) else (p,) for p in self.pieces)
        return Pattern(tuple(chain.from_iterable(lowered)), self.unknown_keys)

    def rests_after(self, text: str) -> list[tuple[Piece, ...]]:
        """What of the pattern can be left after the text, in every way to match it."""
        return [self.pieces[start:] for start in self._consume(text)]

    def _certain(self, matches: bool) -> Match:
        """A match by way of an unknown value is none for certain."""
        if self.unknown_keys:
            return Match("maybe" if matches else "no", self.unknown_keys)
        return match_of(matches)

    @cached_property
    def _head(self) -> str:
        """What it begins with, up to the first wildcard: most texts are told apart by it."""
        literal = takewhile(lambda piece: not isinstance(piece, Wildcard), self.pieces)
        return "".join(str(piece) for piece in literal)

    def _consume(self, text: str) -> set[int]:
        """Where in the pattern one can stand after the text: all ways at once, so never slow."""
        if not text.startswith(self._head[: len(text)]):
            return set()
        start = min(len(text), len(self._head))
        places = self._with_empty_runs({start})
        for character in text[start:]:
            if not places:
                break
            places = self._with_empty_runs(self._step(places, character))
        return places

    def _step(self, places: Iterable[int], character: str) -> set[int]:
        following = set()
        for place in places:
            piece = self.pieces[place] if place < len(self.pieces) else None
            if piece is Wildcard.RUN:
                following.add(place)
            elif piece is Wildcard.ONE or piece == character:
                following.add(place + 1)
        return following

    def _with_empty_runs(self, places: set[int]) -> set[int]:
        for place in list(places):
            end = place
            while end < len(self.pieces) and self.pieces[end] is Wildcard.RUN:
                end += 1
                places.add(end)
        return places


def pieces_of(text: str) -> tuple[Piece, ...]:
    """Text as a policy has it: `*` and `?` are wildcards."""
    return tuple(Wildcard(c) if c in "*?" else c for c in text)


def glob(text: str) -> Pattern:
    """A pattern without variables."""
    return Pattern(pieces_of(text))


def _match_every_name(rests: list[tuple[Piece, ...]]) -> bool:
    """Whether names of every length from 1 are matched, whatever they consist of."""
    wild = [rest for rest in rests if all(isinstance(piece, Wildcard) for piece in rest)]
    lengths = {len(rest) for rest in wild if Wildcard.RUN not in rest}
    at_least = [rest.count(Wildcard.ONE) for rest in wild if Wildcard.RUN in rest]
    return bool(at_least) and lengths >= set(range(1, min(at_least)))


def _matches_some_name(rest: tuple[Piece, ...]) -> bool:
    return bool(rest) and "/" not in rest
