"""Naming what the CORS rules of a bucket lack for an origin; pure."""

from collections.abc import Callable, Sequence

from s3loader.buckets.cors_evaluation import (
    matches_origin,
    matching,
    missing_exposed,
    missing_headers,
)
from s3loader.buckets.cors_needs import CorsNeed
from s3loader.buckets.models import CorsProblem, CorsProblemCode, CorsRule

_Gaps = Callable[[list[CorsRule], CorsNeed], list[str]]


def find_problems(
    rules: Sequence[CorsRule], origin: str, needs: Sequence[CorsNeed]
) -> list[CorsProblem]:
    """Return each missing piece once; none where every need is met."""
    if not rules:
        return [CorsProblem(code=CorsProblemCode.NO_RULES, detail=_NO_RULES, missing=[])]
    if not any(matches_origin(rule, origin) for rule in rules):
        detail = f"No rule allows the origin {origin}."
        return [_problem(CorsProblemCode.ORIGIN_MISSING, detail, [origin])]
    return [*_methods(rules, origin, needs), *_headers(rules, origin, needs)]


def rules_unreadable() -> CorsProblem:
    """Say that nobody can tell what the rules are."""
    return _problem(
        CorsProblemCode.RULES_UNREADABLE,
        "The account may not read the bucket's CORS rules, so they cannot be judged.",
        ["s3:GetBucketCORS"],
    )


_NO_RULES = "The bucket has no CORS rules, so browsers may not reach it from any page."


def _methods(
    rules: Sequence[CorsRule], origin: str, needs: Sequence[CorsNeed]
) -> list[CorsProblem]:
    missing = [need.method for need in needs if not matching(rules, origin, need.method)]
    if not missing:
        return []
    detail = f"No rule for {origin} allows {', '.join(missing)}."
    return [_problem(CorsProblemCode.METHODS_MISSING, detail, missing)]


def _headers(
    rules: Sequence[CorsRule], origin: str, needs: Sequence[CorsNeed]
) -> list[CorsProblem]:
    """Look at the methods that some rule allows."""
    problems = []
    for code, gaps, words in (
        (CorsProblemCode.HEADERS_MISSING, missing_headers, "no single rule allows"),
        (
            CorsProblemCode.ETAG_NOT_EXPOSED,
            missing_exposed,
            "the rule that answers does not expose",
        ),
    ):
        found = _gaps(rules, origin, needs, gaps)
        if found:
            names = sorted({name for gap in found.values() for name in gap})
            detail = f"For {', '.join(found)} from {origin} {words} {', '.join(names)}."
            problems.append(_problem(code, detail, names))
    return problems


def _gaps(
    rules: Sequence[CorsRule], origin: str, needs: Sequence[CorsNeed], gaps: _Gaps
) -> dict[str, list[str]]:
    """Return what lacks for each method that lacks something."""
    matched = [(need, matching(rules, origin, need.method)) for need in needs]
    found = {need.method: gaps(for_method, need) for need, for_method in matched if for_method}
    return {method: names for method, names in found.items() if names}


def _problem(code: CorsProblemCode, detail: str, missing: list[str]) -> CorsProblem:
    return CorsProblem(code=code, detail=detail, missing=missing)
