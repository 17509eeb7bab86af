"""Which CORS rules let a page's requests through, as S3 evaluates them; pure.

A preflight is answered by the first rule that matches origin, method and all requested headers;
the request itself by the first that matches origin and method, whatever headers that rule allows.
https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html
"""

from collections.abc import Iterable, Sequence

from s3loader.buckets.cors_needs import CorsNeed
from s3loader.buckets.models import CorsRule


def matching(rules: Iterable[CorsRule], origin: str, method: str) -> list[CorsRule]:
    """Return the rules for an origin and a method; the first answers the request itself."""
    return [
        rule for rule in rules if method in rule.allowed_methods and matches_origin(rule, origin)
    ]


def matches_origin(rule: CorsRule, origin: str) -> bool:
    """Tell whether the rule is for the origin, capitals counting."""
    return any(_matches(pattern, origin) for pattern in rule.allowed_origins)


def missing_headers(rules: Iterable[CorsRule], need: CorsNeed) -> list[str]:
    """Return what the preflight names and the most generous of the matching rules lacks."""
    lacking = [[header for header in need.headers if not _allows(rule, header)] for rule in rules]
    return min(lacking, key=len, default=list(need.headers))


def missing_exposed(rules: Sequence[CorsRule], need: CorsNeed) -> list[str]:
    """Return what scripts must read and the first of the matching rules does not expose."""
    exposed = {name.lower() for rule in rules[:1] for name in rule.expose_headers}
    return [name for name in need.exposed if name.lower() not in exposed]


def is_met(rules: Iterable[CorsRule], origin: str, need: CorsNeed) -> bool:
    """Tell whether requests of that kind work from the origin."""
    found = matching(rules, origin, need.method)
    return bool(found) and not missing_headers(found, need) and not missing_exposed(found, need)


def _allows(rule: CorsRule, header: str) -> bool:
    return any(_matches(pattern.lower(), header.lower()) for pattern in rule.allowed_headers)


def _matches(pattern: str, value: str) -> bool:
    """Compare with a pattern in which one `*` stands for any characters.

    S3 takes no second one. Where another server did, it stands for itself, which neither origins
    nor our headers contain: so nothing is promised by it, and the comparison takes linear time.
    """
    before, star, after = pattern.partition("*")
    if not star:
        return pattern == value
    fits = len(before) + len(after) <= len(value)
    return fits and value.startswith(before) and value.endswith(after)
