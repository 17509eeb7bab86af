"""Patterns of ARNs in conditions: each of the six parts is compared by itself."""

from s3loader.permissions.automaton import Piece
from s3loader.permissions.matches import Match, all_of, maybe
from s3loader.permissions.patterns import Pattern

_PARTS = 6


def matches_arn(pattern: Pattern, arn: str) -> Match:
    """Whether a pattern matches an ARN; maybe where one of them is not of six parts."""
    if pattern.unknown_keys:
        return pattern.matches(arn)  # what is unknown may bring colons of its own
    patterns = _parts(pattern.pieces)
    texts = arn.split(":", _PARTS - 1)
    if len(patterns) != _PARTS or len(texts) != _PARTS:
        return maybe()
    return all_of(part.matches(text) for part, text in zip(patterns, texts, strict=True))


def _parts(pieces: tuple[Piece, ...]) -> list[Pattern]:
    """Split at the first five colons."""
    colons = [place for place, piece in enumerate(pieces) if piece == ":"][: _PARTS - 1]
    starts = [0, *(colon + 1 for colon in colons)]
    return [
        Pattern(pieces[start:end])
        for start, end in zip(starts, [*colons, len(pieces)], strict=True)
    ]
