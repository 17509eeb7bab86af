"""The smallest rule that mends a bucket's CORS rules, and where it has to stand; pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count

from s3loader.buckets.cors_evaluation import is_met, matching, missing_exposed
from s3loader.buckets.cors_needs import CorsNeed
from s3loader.buckets.models import CorsRule

# Browsers may keep a preflight's answer so long; it spares downloads one for each range.
_MAX_AGE_SECONDS = 3000
_MAX_HOST = 200  # S3 takes 255 characters in an id


@dataclass(frozen=True)
class CorsRepair:
    """One more rule, and how many of the existing ones stand before it."""

    rule: CorsRule
    place: int


def find_repair(
    rules: Sequence[CorsRule], origin: str, needs: Sequence[CorsNeed]
) -> CorsRepair | None:
    """Return what mends the needs that are not met; None where all are.

    The rule stands last, unless an existing one would answer in its place and hide ETag: then it
    stands right before that one, and exposes what that one exposes, so that nothing is lost.
    """
    broken = [need for need in needs if not is_met(rules, origin, need)]
    if not broken:
        return None
    answering = [(need, matching(rules, origin, need.method)) for need in broken]
    hiding = [found[0] for need, found in answering if found and missing_exposed(found, need)]
    place = min((list(rules).index(rule) for rule in hiding), default=len(rules))
    shadowed = [found[0] for _, found in answering if found and found[0] in rules[place:]]
    return CorsRepair(
        rule=smallest_rule(
            origin,
            broken,
            also_exposed=[name for rule in shadowed for name in rule.expose_headers],
            taken_ids={rule.id for rule in rules},
        ),
        place=place,
    )


def smallest_rule(
    origin: str,
    needs: Sequence[CorsNeed],
    also_exposed: Iterable[str] = (),
    taken_ids: Iterable[str | None] = (),
) -> CorsRule:
    """Return the rule that meets the needs by itself.

    Args:
        taken_ids: S3 refuses two rules of the same id
    """
    return CorsRule(
        id=_free_id(origin, set(taken_ids)),
        allowed_origins=[origin],
        allowed_methods=[need.method for need in needs],
        allowed_headers=_once(header for need in needs for header in need.headers),
        expose_headers=_once([*(name for need in needs for name in need.exposed), *also_exposed]),
        max_age_seconds=_MAX_AGE_SECONDS,
    )


def _once(names: Iterable[str]) -> list[str]:
    """Return each header once, as it is written first."""
    first: dict[str, str] = {}
    for name in names:
        first.setdefault(name.lower(), name)
    return list(first.values())


def _free_id(origin: str, taken: set[str | None]) -> str:
    """Return "s3loader-" and the host, with a number where that is taken."""
    wanted = f"s3loader-{origin.split('//')[1][:_MAX_HOST]}"
    if wanted not in taken:
        return wanted
    return next(f"{wanted}-{number}" for number in count(2) if f"{wanted}-{number}" not in taken)
