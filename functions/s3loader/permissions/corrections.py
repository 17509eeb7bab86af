"""Correcting verdicts by what S3 answered here."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from s3loader.permissions.asked_actions import BROWSER_ACTIONS, GET, GET_TAGS, LIST, OBJECT_ACTIONS
from s3loader.permissions.judgement import Judgement
from s3loader.permissions.models import ReasonCode

Judgements = Mapping[str, Judgement]

# The server's own calls show nothing about where a browser's come from.
_NETWORK_KEYS = ("aws:sourceip", "aws:vpcsourceip", "aws:sourcevpc", "aws:sourcevpce")
_OF_OBJECTS = ("s3:existingobjecttag/",)


def correct(
    judgements: Judgements,
    observed: Callable[[str], bool | None],
    refused_one: Callable[[str], bool],
) -> dict[str, Judgement]:
    """Let S3's answers settle what they can.

    Args:
        observed: whether S3 let an action through here; None if that is not known
        refused_one: whether S3 refused an action here, for one object and no other
    """
    listed = _settled(LIST, judgements[LIST], observed(LIST)).verdict == "allowed"
    settled = {
        action: _settled(action, judged, _meaning(action, observed(action), listed=listed))
        for action, judged in judgements.items()
    }
    if any(_contradicts(judgements[action], settled[action]) for action in settled):
        settled = {action: _doubted(judged) for action, judged in settled.items()}
    return {
        action: _open(action, judged)
        if refused_one(action) and _meaning(action, False, listed=listed) is False
        else judged
        for action, judged in settled.items()
    }


def settles(action: str, judged: Judgement) -> bool:
    """Tell whether one answer of S3 would hold for every request that the verdict is about."""
    keys = [key.lower() for key in judged.condition_keys]
    if action in OBJECT_ACTIONS and (judged.depends_on_key or _any_begins(keys, _OF_OBJECTS)):
        return False
    return action not in BROWSER_ACTIONS or not _any_begins(keys, _NETWORK_KEYS)


def _settled(action: str, judged: Judgement, let_through: bool | None) -> Judgement:
    if let_through is None or not settles(action, judged):
        return judged
    if let_through:
        return Judgement("allowed", "observed", ReasonCode.SUCCEEDED)
    return Judgement("denied", "observed", ReasonCode.REFUSED)


def _open(action: str, judged: Judgement) -> Judgement:
    """One refused object may be an exception, or not."""
    if judged.verdict == "denied" or not settles(action, judged):
        return judged
    return Judgement("unknown", "observed", ReasonCode.REFUSED)


def _meaning(action: str, let_through: bool | None, *, listed: bool) -> bool | None:
    """S3 refuses to read an object that is not there to who may not list the bucket."""
    return (
        None if let_through is False and action in (GET, GET_TAGS) and not listed else let_through
    )


def _contradicts(before: Judgement, after: Judgement) -> bool:
    """S3 refused what all that is known allows: something unseen narrows this identity."""
    return before.verdict == "allowed" and after.verdict == "denied"


def _doubted(judged: Judgement) -> Judgement:
    if judged.verdict != "allowed" or judged.source == "observed":
        return judged
    return replace(judged, verdict="unknown", source="none", reason=ReasonCode.SOURCES_DISAGREE)


def _any_begins(keys: list[str], beginnings: tuple[str, ...]) -> bool:
    return any(key.startswith(beginnings) for key in keys)
