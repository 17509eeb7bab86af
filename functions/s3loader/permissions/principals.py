"""Whom a bucket's or key's policy means, seen from one identity.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from s3loader.permissions.matches import NO, YES, Match, any_of, match_of, maybe
from s3loader.permissions.statements import MalformedPolicy

_WILDCARDS = {"*", "?"}
_KINDS = {"AWS", "Service", "Federated", "CanonicalUser"}
_ACCOUNT = re.compile(r"\d{12}|arn:[^:*?]+:iam::\d{12}:root")
# AWS shows the id of a user or role that is deleted; a new one of that name is not meant.
_DELETED = re.compile(r"A[A-Z0-9]{15,127}")
_ROLE = re.compile(r"arn:[^:]+:iam::(\d{12}):role/(?:.*/)?([^/]+)")
_SESSION = re.compile(r"arn:[^:]+:sts::(\d{12}):assumed-role/([^/]+)/.+")


@dataclass(frozen=True)
class Principal:
    """Who asks, by the ARN that STS answers: a user, a role's session, root, a federated user."""

    arn: str

    @property
    def account_id(self) -> str:
        """The account that it belongs to."""
        return self.arn.split(":")[4]

    @property
    def role(self) -> tuple[str, str] | None:
        """Account and name of a session's role; the name is unique whatever the path."""
        session = _SESSION.fullmatch(self.arn)
        return (session[1], session[2]) if session else None

    @property
    def is_federated(self) -> bool:
        """Whether a user lent it the permissions, and which user cannot be told."""
        return ":federated-user/" in self.arn


@dataclass(frozen=True)
class Naming:
    """How a statement's Principal or NotPrincipal means an identity."""

    personally: Match = NO
    as_role: Match = NO
    as_anyone: Match = NO
    by_account: Match = NO

    @property
    def at_all(self) -> Match:
        """Whether it is meant in any way, which is enough for a Deny."""
        return any_of((self.personally, self.not_by_account, self.by_account))

    @property
    def not_by_account(self) -> Match:
        """Whether it is meant as its role or like everyone, which grants without IAM."""
        return any_of((self.as_role, self.as_anyone))


@dataclass(frozen=True)
class Principals:
    """The Principal of a statement, or with `excepted` its NotPrincipal: kinds and names."""

    entries: tuple[tuple[str, str], ...]
    excepted: bool

    @classmethod
    def read(cls, element: dict[str, Any]) -> "Principals":
        """Read {"Principal": ...} or {"NotPrincipal": ...}.

        Raises:
            MalformedPolicy: it names principals in a way that IAM's grammar does not have
        """
        ((name, value),) = element.items()
        return cls(tuple(_entries(value)), excepted=name == "NotPrincipal")

    def naming(self, principal: Principal) -> Naming:
        """Tell how they mean an identity."""
        listed = _naming(self.entries, principal)
        if not self.excepted:
            return listed
        return Naming(as_anyone=NO if _exempts(listed, principal) else _not_certainly(listed))


def _exempts(listed: Naming, principal: Principal) -> bool:
    """An exception holds if it names the account, and the user, or the session and its role.

    https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
    """
    needed = {listed.personally, listed.by_account} | (
        {listed.as_role} if principal.role else set()
    )
    return listed.as_anyone == YES or needed == {YES}


def _not_certainly(listed: Naming) -> Match:
    return YES if listed.at_all == NO else maybe()


def _naming(entries: tuple[tuple[str, str], ...], principal: Principal) -> Naming:
    names = [value for kind, value in entries if kind == "AWS"]
    canonical = any(kind == "CanonicalUser" for kind, _ in entries)  # an account, but which?
    return Naming(
        personally=match_of(principal.arn in names),
        as_role=match_of(any(_is_role_of(name, principal) for name in names)),
        as_anyone=any_of(_as_anyone(name, principal) for name in names),
        by_account=any_of(
            [maybe() if canonical else NO, *(_by_account(name, principal) for name in names)]
        ),
    )


def _entries(element: object) -> Iterator[tuple[str, str]]:
    """Every entry with its kind; "*" alone is the same as {"AWS": "*"}."""
    kinds = {"AWS": "*"} if element == "*" else element
    if not isinstance(kinds, dict) or not kinds.keys() <= _KINDS:
        raise MalformedPolicy("A statement names principals of a kind nobody knows.")
    for kind, values in kinds.items():
        for value in values if isinstance(values, list) else [values]:
            if not isinstance(value, str):
                raise MalformedPolicy("A statement has something else where a principal belongs.")
            yield kind, value


def _is_role_of(name: str, principal: Principal) -> bool:
    role = _ROLE.fullmatch(name)
    return role is not None and (role[1], role[2]) == principal.role


def _as_anyone(name: str, principal: Principal) -> Match:
    """Everyone, or perhaps: what cannot be read as one principal, and a federated user's lender."""
    if name == "*":
        return YES
    if principal.is_federated and ":user/" in name and principal.account_id in name:
        return maybe()
    understood = name.startswith("arn:") and not _WILDCARDS & set(name)
    return NO if understood or _ACCOUNT.fullmatch(name) or _DELETED.fullmatch(name) else maybe()


def _by_account(name: str, principal: Principal) -> Match:
    return match_of(_ACCOUNT.fullmatch(name) is not None and principal.account_id in name)
