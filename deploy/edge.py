"""What CloudFront does in front of pages and API, read out of template.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cached_property
from typing import Any

from deploy.headers import headers
from deploy.template import Template

PAGE = "/index.html"
_PAGES_FUNCTION = "PagesFunction.FunctionMetadata.FunctionARN"


@dataclass(frozen=True)
class Behavior:
    """One cache behavior: which paths, whose answer, and with which headers."""

    pattern: str
    """As CloudFront matches it: `*` is anything, also slashes."""
    origin: str
    """`pages` or `api`."""
    is_page: bool
    """Every path is the app's one page."""
    headers: Mapping[str, str]
    """Set on every answer, over what the origin says; names in lower case."""


class Edge:
    """The distribution of a template with these parameters."""

    def __init__(self, parameters: Mapping[str, str]) -> None:
        self._template = Template(parameters)

    @cached_property
    def behaviors(self) -> tuple[Behavior, ...]:
        """In the order in which they are tried; the last one is the default, `*`."""
        config = self._template.properties("Distribution")["DistributionConfig"]
        default = {"PathPattern": "*", **config["DefaultCacheBehavior"]}
        return tuple(self._behavior(each) for each in (*config["CacheBehaviors"], default))

    def behavior(self, path: str) -> Behavior:
        """The first one that matches a request's path."""
        return next(each for each in self.behaviors if fnmatchcase(path, each.pattern))

    def _behavior(self, cache: Mapping[str, Any]) -> Behavior:
        functions = cache.get("FunctionAssociations", [])
        policy = self._template.properties(cache["ResponseHeadersPolicyId"])
        return Behavior(
            pattern=cache["PathPattern"],
            origin=cache["TargetOriginId"],
            is_page=any(each["FunctionARN"] == _PAGES_FUNCTION for each in functions),
            headers=headers(policy["ResponseHeadersPolicyConfig"]),
        )
