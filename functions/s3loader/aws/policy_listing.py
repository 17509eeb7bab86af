"""Finding which policies apply to a user or role, before their documents are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from s3loader.aws.iam_pages import until
from s3loader.aws.policy_holder import PolicyHolder
from s3loader.aws.policy_reading import PolicyReading
from s3loader.concurrency import concurrently
from s3loader.permissions.models import PolicyOrigin

if TYPE_CHECKING:
    from mypy_boto3_iam import IAMClient
    from mypy_boto3_iam.type_defs import AttachedPermissionsBoundaryTypeDef


@dataclass(frozen=True)
class FoundPolicy:
    """A policy that applies, and through whom; an inline policy has no ARN."""

    name: str
    arn: str | None
    origin: PolicyOrigin
    holder: PolicyHolder


@dataclass(frozen=True)
class Principal:
    """What IAM says about the user or role itself."""

    arn: str | None = None
    boundary: FoundPolicy | None = None


class PolicyListing:
    """Asks IAM what hangs on whom."""

    def __init__(self, iam: IAMClient, reading: PolicyReading) -> None:
        self._iam = iam
        self._reading = reading

    def principal(self, holder: PolicyHolder) -> Principal:
        """Return the ARN, with its path, and the permissions boundary."""
        principal = self._reading.attempt(
            lambda: self._get(holder),
            source="boundary",
            name=None,
            action=holder.action("Get{}"),
            resource=str(holder),
        )
        return principal or Principal()

    def groups_of(self, user: PolicyHolder) -> list[PolicyHolder]:
        """Return the groups that a user belongs to."""
        groups = self._reading.attempt(
            lambda: self._list_groups(user),
            source="groups",
            name=None,
            action="iam:ListGroupsForUser",
            resource=str(user),
        )
        return groups or []

    def policies_of(self, holders: Sequence[PolicyHolder]) -> list[FoundPolicy]:
        """Return the attached and inline policies of all holders, in their order."""
        jobs = [(list_, holder) for holder in holders for list_ in (self._attached, self._inline)]
        return list(chain.from_iterable(concurrently(lambda job: job[0](job[1]), jobs)))

    def _attached(self, holder: PolicyHolder) -> list[FoundPolicy]:
        origin: PolicyOrigin = "group-attached" if holder.kind == "group" else "attached"
        listed = self._reading.attempt(
            lambda: holder.list_attached(self._iam, self._reading.deadline),
            source=origin,
            name=_group(holder),
            action=holder.action("ListAttached{}Policies"),
            resource=str(holder),
        )
        return [FoundPolicy(name, arn, origin, holder) for name, arn in listed or []]

    def _inline(self, holder: PolicyHolder) -> list[FoundPolicy]:
        origin: PolicyOrigin = "group-inline" if holder.kind == "group" else "inline"
        listed = self._reading.attempt(
            lambda: holder.list_inline(self._iam, self._reading.deadline),
            source=origin,
            name=_group(holder),
            action=holder.action("List{}Policies"),
            resource=str(holder),
        )
        return [FoundPolicy(name, None, origin, holder) for name in listed or []]

    def _list_groups(self, user: PolicyHolder) -> list[PolicyHolder]:
        pages = self._iam.get_paginator("list_groups_for_user").paginate(UserName=user.name)
        return [
            PolicyHolder("group", group["GroupName"])
            for page in until(self._reading.deadline, pages)
            for group in page["Groups"]
        ]

    def _get(self, holder: PolicyHolder) -> Principal:
        if holder.kind == "role":
            role = self._iam.get_role(RoleName=holder.name)["Role"]
            return _principal(holder, role["Arn"], role.get("PermissionsBoundary", {}))
        user = self._iam.get_user(UserName=holder.name)["User"]
        return _principal(holder, user["Arn"], user.get("PermissionsBoundary", {}))


def _principal(
    holder: PolicyHolder, arn: str, attached: AttachedPermissionsBoundaryTypeDef
) -> Principal:
    boundary = attached.get("PermissionsBoundaryArn")
    if not boundary:
        return Principal(arn)
    name = boundary.rpartition("/")[2]
    return Principal(arn, FoundPolicy(name, boundary, "boundary", holder))


def _group(holder: PolicyHolder) -> str | None:
    return holder.name if holder.kind == "group" else None
