"""What CloudFront adds and decides, read from template.yaml, for everybody who plays its part."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from deploy.template import Resolver, read_template

HASHED: Final = "public, max-age=31536000, immutable"
"""Cache-Control of files below assets/, whose names change with their content."""
PAGE: Final = "no-cache"
"""Cache-Control of everything else, which is asked for again each time."""

_NAMES = {
    "ContentSecurityPolicy": "content-security-policy",
    "ContentTypeOptions": "x-content-type-options",
    "FrameOptions": "x-frame-options",
    "ReferrerPolicy": "referrer-policy",
    "StrictTransportSecurity": "strict-transport-security",
}


@dataclass(frozen=True)
class Edge:
    """Headers by lower-case name, and the paths that are files rather than addresses of the app."""

    page_headers: Mapping[str, str]
    api_headers: Mapping[str, str]
    files: tuple[str, ...]
    """Patterns such as `/assets/*`; what is missing there is 404. `/api/*` is not among them."""


def read_edge(parameters: Mapping[str, str]) -> Edge:
    """Return the edge of a deployment with these parameters of template.yaml."""
    resolver = Resolver(read_template(), parameters)
    behaviors = resolver.resource("Distribution")["DistributionConfig"]["CacheBehaviors"]
    return Edge(
        page_headers=_headers(resolver.resource("PageHeaders")),
        api_headers=_headers(resolver.resource("ApiHeaders")),
        files=tuple(
            found["PathPattern"] for found in behaviors if found["TargetOriginId"] == "pages"
        ),
    )


def _headers(policy: Any) -> dict[str, str]:
    config = policy["ResponseHeadersPolicyConfig"]
    security = {
        _NAMES[name]: _security_header(name, value)
        for name, value in config["SecurityHeadersConfig"].items()
    }
    custom = config["CustomHeadersConfig"]["Items"]
    return security | {item["Header"].lower(): item["Value"] for item in custom}


def _security_header(name: str, value: Mapping[str, Any]) -> str:
    match name:
        case "ContentTypeOptions":
            return "nosniff"
        case "StrictTransportSecurity":
            return f"max-age={value['AccessControlMaxAgeSec']}"
        case "FrameOptions":
            return str(value["FrameOption"])
    return str(value[name])
