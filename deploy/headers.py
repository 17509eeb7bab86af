"""The headers that a CloudFront response headers policy sets."""

from collections.abc import Callable, Mapping
from typing import Any

HSTS = "strict-transport-security"

# https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html
_SECURITY: dict[str, tuple[str, Callable[[Any], str]]] = {
    "ContentSecurityPolicy": (
        "content-security-policy",
        lambda given: str(given["ContentSecurityPolicy"]),
    ),
    "StrictTransportSecurity": (HSTS, lambda given: _hsts(given)),
    "ContentTypeOptions": ("x-content-type-options", lambda given: "nosniff"),
    "FrameOptions": ("x-frame-options", lambda given: str(given["FrameOption"])),
    "ReferrerPolicy": ("referrer-policy", lambda given: str(given["ReferrerPolicy"])),
}


def headers(policy: Mapping[str, Any]) -> dict[str, str]:
    """By their names in lower case; KeyError for a kind that is not known here."""
    found = {}
    for kind, given in policy["SecurityHeadersConfig"].items():
        name, value = _SECURITY[kind]
        found[name] = value(given)
    for item in policy.get("CustomHeadersConfig", {}).get("Items", []):
        found[item["Header"].lower()] = item["Value"]
    return found


def over_http(given: Mapping[str, str]) -> dict[str, str]:
    """Without HSTS: browsers ignore it over http, and on a TLS proxy's `localhost` it would hit every other program."""
    return {name: value for name, value in given.items() if name != HSTS}


def _hsts(given: Mapping[str, Any]) -> str:
    words = [f"max-age={given['AccessControlMaxAgeSec']}"]
    words += ["includeSubDomains"] if given.get("IncludeSubdomains") else []
    words += ["preload"] if given.get("Preload") else []
    return "; ".join(words)
