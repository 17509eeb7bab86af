"""Patterns of actions, like "s3:Get*": case does not matter, and there are no variables."""

from s3loader.permissions.matches import Match
from s3loader.permissions.patterns import Wildcard, glob


def action_matches(pattern: str, action: str) -> Match:
    """Whether a pattern matches an action."""
    return glob(pattern.lower()).matches(action.lower())


def reaches_s3(pattern: str) -> bool:
    """Tell whether a pattern matches some action of S3."""
    return any(rest for rest in glob(pattern.lower()).rests_after("s3:"))


def takes_all_of_s3(pattern: str) -> bool:
    """Tell whether a pattern matches every action of S3."""
    return (Wildcard.RUN,) in glob(pattern.lower()).rests_after("s3:")
