"""Patterns of actions, like "s3:Get*": case does not matter, and there are no variables."""

from functools import lru_cache

from s3loader.permissions.matches import Match
from s3loader.permissions.patterns import Pattern, Wildcard, glob


def action_matches(pattern: str, action: str) -> Match:
    """Whether a pattern matches an action."""
    return _pattern(pattern).matches(action.lower())


def reaches_s3(pattern: str) -> bool:
    """Tell whether a pattern matches some action of S3."""
    return any(rest for rest in _pattern(pattern).rests_after("s3:"))


def takes_all_of_s3(pattern: str) -> bool:
    """Tell whether a pattern matches every action of S3."""
    return (Wildcard.RUN,) in _pattern(pattern).rests_after("s3:")


@lru_cache(maxsize=8192)  # AWS's own policies name thousands, and each is asked many times
def _pattern(text: str) -> Pattern:
    return glob(text.lower())
