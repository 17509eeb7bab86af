"""How AWS decides, and every way it can go while parts are not known.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
"""

from dataclasses import dataclass
from itertools import product
from typing import Final

from s3loader.permissions.findings import Grant, Outcome

ANY_OUTCOME: Final[frozenset[Outcome]] = frozenset({"allow", "explicit-deny", "implicit-deny"})
NOT_LIMITED: Final[frozenset[Outcome]] = frozenset({"allow"})


@dataclass(frozen=True)
class World:
    """One way in which all policies may speak."""

    identity: Outcome
    boundary: Outcome
    session: Outcome
    resource: Grant

    @property
    def lets_through(self) -> bool:
        """Tell whether AWS would let the request through."""
        if "explicit-deny" in (self.identity, self.boundary, self.session, self.resource):
            return False
        if self.resource == "grants-personally":
            return True  # past what the boundary and the session policy leave out
        if self.boundary != "allow" or self.session != "allow":
            return False
        return self.resource == "grants" or (
            self.resource == "delegates" and self.identity == "allow"
        )


@dataclass(frozen=True)
class Worlds:
    """What each layer may say."""

    identity: frozenset[Outcome]
    boundary: frozenset[Outcome]
    session: frozenset[Outcome]
    resource: frozenset[Grant]

    @property
    def verdict(self) -> bool | None:
        """Tell whether AWS lets the request through in all of them; None if it varies."""
        layers = (self.identity, self.boundary, self.session, self.resource)
        decisions = {World(*said).lets_through for said in product(*layers)}
        return decisions.pop() if len(decisions) == 1 else None
