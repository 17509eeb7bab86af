"""Where an identity may list a bucket that it may not list as a whole."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Final

from s3loader.permissions.context import RequestContext
from s3loader.permissions.models import PolicyCondition
from s3loader.permissions.patterns import Pattern
from s3loader.permissions.policies import NamedPolicy, ResourcePolicy, statements_of
from s3loader.permissions.variables import ValueMissing, Variables

MOST: Final = 50
# To judge one prefix is to compare it with every other: this many take up to a second.
_MOST_COMPARED: Final = 20_000
_KEY = "s3:prefix"


def listable_prefixes(
    policies: Iterable[NamedPolicy | ResourcePolicy],
    context: RequestContext,
    may_list: Callable[[str], bool],
) -> list[str]:
    """Return prefixes that policies name in conditions on s3:prefix, at most 50.

    Of very many only the first are judged.

    Args:
        context: of a listing, for the policies' variables
        may_list: whether a prefix may be listed after all
    """
    if may_list(""):
        return []
    named = dict.fromkeys(prefix for policy in policies for prefix in _named(policy, context))
    judged = islice(named, _MOST_COMPARED // max(len(named), 1))
    return list(islice(filter(may_list, judged), MOST))


def _named(policy: NamedPolicy | ResourcePolicy, context: RequestContext) -> Iterator[str]:
    variables = Variables(context, policy.version)
    for statement in statements_of(policy):
        if statement.effect == "Allow":
            for condition in statement.conditions:
                yield from _prefixes(condition, variables)


def _prefixes(condition: PolicyCondition, variables: Variables) -> Iterator[str]:
    if condition.key.lower() != _KEY:
        return
    for value in condition.values:
        try:
            prefix = _beginning(variables.pattern(value))
        except ValueMissing:
            continue
        if prefix.endswith("/"):
            yield prefix


def _beginning(pattern: Pattern) -> str:
    """The text before the first wildcard; a prefix that a person opens ends in "/"."""
    text = ""
    for piece in pattern.pieces:
        if not isinstance(piece, str):
            break
        text += piece
    return text
