"""What the policies of one layer say to a question."""

from dataclasses import dataclass
from typing import Literal

from s3loader.permissions.models import StatementReference

Outcome = Literal["allow", "explicit-deny", "implicit-deny"]
# "grants-personally" names the very user or session; "delegates" leaves it to the account's IAM.
Grant = Literal["grants", "grants-personally", "delegates", "silent", "explicit-deny"]


@dataclass(frozen=True)
class Grounds:
    """Why: the statement that decides or might, and what keeps it from being certain."""

    statement: StatementReference | None
    condition_keys: tuple[str, ...]
    depends_on_key: bool
    not_understood: tuple[str, ...]
    """The names of policies that count with everything they might say."""


@dataclass(frozen=True)
class Finding(Grounds):
    """What identity policies, or a boundary, say."""

    possible: frozenset[Outcome]

    @property
    def outcome(self) -> Literal["allow", "explicit-deny", "implicit-deny", "unknown"]:
        """The one outcome that is possible, else unknown."""
        return next(iter(self.possible)) if len(self.possible) == 1 else "unknown"


@dataclass(frozen=True)
class ResourceFinding(Grounds):
    """What the policy of a bucket or key says; of several grants only the strongest counts."""

    possible: frozenset[Grant]

    @property
    def outcome(self) -> Literal["allow", "explicit-deny", "implicit-deny", "unknown"]:
        """Whether it grants by itself; delegating alone does not."""
        if self.possible <= {"grants", "grants-personally"}:
            return "allow"
        if self.possible <= {"silent", "delegates"}:
            return "implicit-deny"
        return "explicit-deny" if self.possible == {"explicit-deny"} else "unknown"
