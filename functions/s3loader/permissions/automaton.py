"""Where in a pattern one can stand after a text: all ways to match at once, as bits of a number.

Shift-And, by R. Baeza-Yates and G. Gonnet, https://doi.org/10.1145/135239.135243
"""

from collections.abc import Sequence
from enum import Enum


class Wildcard(Enum):
    """What stands for other characters."""

    ONE = "?"
    RUN = "*"


Piece = str | Wildcard
"""One character, or a wildcard."""


class Automaton:
    """Takes pieces of which no two neighbours are runs; bit n is the place before the nth."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        bits: dict[Piece, int] = {}
        for place, piece in enumerate(pieces):
            bits[piece] = bits.get(piece, 0) | 1 << place
        self._bits = bits
        self._runs = bits.get(Wildcard.RUN, 0)
        self._ones = bits.get(Wildcard.ONE, 0)
        self.end = 1 << len(pieces)
        """The place where nothing is left to match."""
        last = self.end >> 1
        self.final_run = last & self._runs
        """The place from which whatever follows matches; none where the pattern ends otherwise."""
        self.any_text = self.final_run | (self.final_run >> 1 & self._ones)
        """The places from which every text but an empty one matches."""

    def after(self, text: str, start: int) -> int:
        """Return the places after a text; once the rest is certain to match, no further ones.

        Args:
            start: the place before it
        """
        places = self._with_empty_runs(1 << start)
        for character in text:
            if not places or places & self.final_run:
                break
            passed = places & (self._bits.get(character, 0) | self._ones)
            places = self._with_empty_runs(places & self._runs | passed << 1)
        return places

    def _with_empty_runs(self, places: int) -> int:
        return places | (places & self._runs) << 1
