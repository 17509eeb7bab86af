"""Reading the policies of a user or role from IAM."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from s3loader.aws.policy_documents import PolicyDocuments
from s3loader.aws.policy_holder import PolicyHolder
from s3loader.aws.policy_listing import PolicyListing
from s3loader.aws.policy_reading import PolicyReading
from s3loader.deadline import Deadline
from s3loader.permissions.ports import IdentityPolicies

if TYPE_CHECKING:
    from mypy_boto3_iam import IAMClient


class IamPolicyReader:
    """Reads with the caller's rights; IAM is far away, so much is asked at once."""

    def __init__(self, iam: IAMClient, deadline: Deadline) -> None:
        self._iam = iam
        self._deadline = deadline

    def read_user(self, name: str) -> IdentityPolicies:
        """Read a user's attached, inline and group policies and its boundary.

        Raises:
            Unauthenticated: AWS does not accept the credentials any more
        """
        user = PolicyHolder("user", name)
        return self._read(user, lambda listing: [user, *listing.groups_of(user)])

    def read_role(self, name: str) -> IdentityPolicies:
        """Read a role's attached and inline policies and its boundary.

        Raises:
            Unauthenticated: AWS does not accept the credentials any more
        """
        role = PolicyHolder("role", name)
        return self._read(role, lambda _: [role])

    def _read(
        self, holder: PolicyHolder, holders: Callable[[PolicyListing], list[PolicyHolder]]
    ) -> IdentityPolicies:
        reading = PolicyReading(self._deadline)
        listing = PolicyListing(self._iam, reading)
        with ThreadPoolExecutor(max_workers=1) as aside:
            asked = aside.submit(listing.principal, holder)
            found = listing.policies_of(holders(listing))
        principal = asked.result()
        if principal.boundary:
            found.append(principal.boundary)
        policies = PolicyDocuments(self._iam, reading).read(found)
        return IdentityPolicies(policies, reading.unreadable, principal.arn)
