"""What IAM says about an identity."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from s3loader.caller import Identity
from s3loader.permissions.attempts import PASSING
from s3loader.permissions.models import PolicyReport, Subject, UnreadableSource
from s3loader.permissions.policy_views import show_policies
from s3loader.permissions.ports import IdentityPolicies, PolicyReader, PolicySource
from s3loader.permissions.subject import role_name, subject_of

# Characters; about what AWS lets one user have in its own policies and those of its groups.
_LARGEST_KEPT: Final = 1_000_000


@dataclass(frozen=True)
class GrantedPolicies:
    """The policies that apply, as far as they could be read, and when that was."""

    subject: Subject
    policies: Sequence[PolicySource]
    unreadable: Sequence[UnreadableSource]
    read_at: datetime

    @property
    def is_lasting(self) -> bool:
        """Tell whether asking again at once would show the same."""
        return not any(source.code in PASSING for source in self.unreadable)

    @property
    def is_worth_keeping(self) -> bool:
        """Tell whether it is lasting, and takes no more memory than ordinary policies do."""
        size = sum(len(json.dumps(policy.document)) for policy in self.policies)
        return self.is_lasting and size <= _LARGEST_KEPT

    @property
    def is_complete(self) -> bool:
        """Tell whether nothing that IAM knows is left out; nobody can read a federated user's."""
        return self.subject.kind != "federated" and not self.unreadable

    def report(self) -> PolicyReport:
        """Show them: the identity's own, then those of groups, the boundary last."""
        views = show_policies(self.policies)
        return PolicyReport(
            subject=self.subject,
            policies=views.shown,
            unreadable=[*self.unreadable, *views.not_shown],
            read_at=self.read_at,
        )


def read_policies(identity: Identity, reader: PolicyReader, now: datetime) -> GrantedPolicies:
    """Read what applies to a user or role; root has no policies, and a federated user's are hidden.

    Raises:
        Unauthenticated: AWS does not accept the credentials any more
    """
    found = _read(identity, reader)
    return GrantedPolicies(
        subject=subject_of(identity, found.arn),
        policies=found.policies,
        unreadable=found.unreadable,
        read_at=now,
    )


def _read(identity: Identity, reader: PolicyReader) -> IdentityPolicies:
    if identity.kind == "user":
        return reader.read_user(identity.name)
    if identity.kind == "role":
        return reader.read_role(role_name(identity))
    return IdentityPolicies([], [])
