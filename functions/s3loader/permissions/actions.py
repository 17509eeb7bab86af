"""Patterns of actions, like "s3:Get*": case does not matter, and there are no variables."""

from functools import lru_cache
from typing import Final

from s3loader.permissions.matches import Match
from s3loader.permissions.patterns import Pattern, glob

# Actions have shorter names; what is longer is not worth the memory.
_KEPT_LENGTH: Final = 128


def action_matches(pattern: str, action: str) -> Match:
    """Whether a pattern matches an action."""
    return _pattern(pattern).matches(action.lower())


def reaches_s3(pattern: str) -> bool:
    """Tell whether a pattern matches some action of S3."""
    return _pattern(pattern).reaches_beyond("s3:")


def takes_all_of_s3(pattern: str) -> bool:
    """Tell whether a pattern matches every action of S3."""
    return _pattern(pattern).takes_all_beyond("s3:")


def _pattern(text: str) -> Pattern:
    return _kept(text.lower()) if len(text) <= _KEPT_LENGTH else glob(text.lower())


@lru_cache(maxsize=8192)  # AWS's own policies name thousands, and each is asked many times
def _kept(text: str) -> Pattern:
    return glob(text)
