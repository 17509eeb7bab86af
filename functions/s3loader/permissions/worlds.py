"""How AWS decides, and every way it can go while parts are not known.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Final, Literal

Outcome = Literal["allow", "explicit-deny", "implicit-deny"]
# A bucket's or a key's own policy: it grants to the identity, to the very user or session,
# leaves it to the identity's policies, or does not even do that (a key must; a bucket need not).
Grant = Literal["grants", "grants-personally", "delegates", "silent", "explicit-deny"]

ANY_OUTCOME: Final[frozenset[Outcome]] = frozenset({"allow", "explicit-deny", "implicit-deny"})
NOT_LIMITED: Final[frozenset[Outcome]] = frozenset({"allow"})
PERHAPS_LIMITED: Final[frozenset[Outcome]] = frozenset({"allow", "implicit-deny"})


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

    def __iter__(self) -> Iterator[World]:
        for layers in product(self.identity, self.boundary, self.session, self.resource):
            yield World(*layers)

    @property
    def verdict(self) -> bool | None:
        """Tell whether AWS lets the request through in all of them; None if it varies."""
        decisions = {world.lets_through for world in self}
        return decisions.pop() if len(decisions) == 1 else None
