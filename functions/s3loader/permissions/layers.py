"""What each kind of policy says to one question, as far as it could be read."""

from dataclasses import dataclass
from typing import Final, Literal

from s3loader.permissions.findings import Finding, Grant, Grounds, Outcome, ResourceFinding
from s3loader.permissions.worlds import ANY_OUTCOME, NOT_LIMITED, Worlds

Owner = Literal["bucket", "key"]

# A bucket's policy that could not be read may grant; that it denies is left to what is observed.
_HIDDEN: Final[dict[Owner, frozenset[Grant]]] = {
    "bucket": frozenset({"grants-personally", "delegates"}),
    "key": frozenset({"grants-personally", "delegates", "silent"}),
}
# In another account's bucket its policy and the identity's must both allow.
_FOREIGN: Final[frozenset[Grant]] = frozenset({"delegates", "silent"})
READ_ACTION: Final[dict[Owner, str]] = {"bucket": "s3:GetBucketPolicy", "key": "kms:GetKeyPolicy"}


@dataclass(frozen=True)
class Layers:
    """Every kind of policy that has a say.

    Attributes:
        identity: attached, inline and group policies
        complete: whether these and the boundary could all be read
        unread: IAM actions that were refused on the way
        boundary: None where there is none
        resource: the policy of the bucket or key; None where it could not be read
        foreign: whether the bucket is another account's, whose policy nobody here can read
        session_possible: whether a session policy, which nobody can read, may narrow it all
    """

    identity: Finding
    complete: bool
    unread: tuple[str, ...]
    boundary: Finding | None
    owner: Owner
    resource: ResourceFinding | None
    foreign: bool
    session_possible: bool

    @property
    def worlds(self) -> Worlds:
        """Every way in which the policies may speak."""
        return Worlds(
            identity=self._identity,
            boundary=self.boundary.possible if self.boundary else NOT_LIMITED,
            session=ANY_OUTCOME if self.session_possible else NOT_LIMITED,
            resource=self._resource,
        )

    @property
    def doubts(self) -> list[Grounds]:
        """The layers that could be read and still leave the answer open."""
        read = (self.identity, self.boundary, self.resource)
        return [layer for layer in read if layer and layer.outcome == "unknown"]

    @property
    def condition_keys(self) -> tuple[str, ...]:
        """The condition keys that leave it open, each once."""
        return tuple(dict.fromkeys(key for doubt in self.doubts for key in doubt.condition_keys))

    @property
    def depends_on_key(self) -> bool:
        """Tell whether it differs between the objects asked about."""
        return any(doubt.depends_on_key for doubt in self.doubts)

    @property
    def _identity(self) -> frozenset[Outcome]:
        """Policies that were not read may deny what others allow, and allow what none does."""
        read = self.identity.possible
        if self.complete or read == {"explicit-deny"}:
            return read
        return ANY_OUTCOME if "implicit-deny" in read else read | {"explicit-deny"}

    @property
    def _resource(self) -> frozenset[Grant]:
        if self.resource is None:
            return _FOREIGN if self.foreign and self.owner == "bucket" else _HIDDEN[self.owner]
        if self.owner == "key":
            return _with_grants(self.resource.possible)
        # In its own account a bucket that says nothing leaves it to IAM, as one that delegates.
        return frozenset(
            "delegates" if said == "silent" else said for said in self.resource.possible
        )


def _with_grants(said: frozenset[Grant]) -> frozenset[Grant]:
    """A KMS key may have grants beside its policy, which are not read.

    https://docs.aws.amazon.com/kms/latest/developerguide/grants.html
    """
    return said if said == {"explicit-deny"} else said | {"grants-personally"}
