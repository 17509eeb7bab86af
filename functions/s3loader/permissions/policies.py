"""Policies as the evaluation takes them: read once, asked often."""

from dataclasses import dataclass
from typing import Literal

from s3loader.permissions.models import PolicyStatement, StatementReference
from s3loader.permissions.ports import PolicyDocument, PolicySource
from s3loader.permissions.principals import Principals
from s3loader.permissions.statements import (
    MalformedPolicy,
    parse_document,
    parse_resource_document,
)
from s3loader.permissions.variables import VERSION_WITH_VARIABLES

_WITHOUT_VARIABLES = "2008-10-17"  # what a document without a Version is
_VERSIONS = {_WITHOUT_VARIABLES, VERSION_WITH_VARIABLES}

Origin = Literal[
    "attached",
    "inline",
    "group-attached",
    "group-inline",
    "boundary",
    "bucket-policy",
    "key-policy",
]


@dataclass(frozen=True)
class NamedPolicy:
    """A policy of an identity; `statements` is None where it is not known or not understood."""

    name: str
    origin: Origin
    group: str | None
    version: str
    statements: tuple[PolicyStatement, ...] | None

    @classmethod
    def read(cls, source: PolicySource) -> "NamedPolicy":
        """Read a policy as IAM has it."""
        document = source.document
        return cls(
            source.name, source.origin, source.group, _version(document), _statements(document)
        )

    def reference(self, statement: PolicyStatement) -> StatementReference:
        """Where one of its statements stands."""
        return StatementReference(
            policy=self.name,
            origin=self.origin,
            group=self.group,
            number=statement.number,
            sid=statement.sid,
        )


@dataclass(frozen=True)
class ResourceStatement:
    """A statement and whom it means."""

    statement: PolicyStatement
    principals: Principals


@dataclass(frozen=True)
class ResourcePolicy:
    """The policy of a bucket or key; `statements` is None where it is not understood."""

    name: str
    origin: Literal["bucket-policy", "key-policy"]
    version: str
    statements: tuple[ResourceStatement, ...] | None

    @classmethod
    def read(
        cls, name: str, origin: Literal["bucket-policy", "key-policy"], document: PolicyDocument
    ) -> "ResourcePolicy":
        """Read the policy of the bucket or key of that name."""
        return cls(name, origin, _version(document), _resource_statements(document))

    def reference(self, statement: PolicyStatement) -> StatementReference:
        """Where one of its statements stands."""
        return StatementReference(
            policy=self.name,
            origin=self.origin,
            group=None,
            number=statement.number,
            sid=statement.sid,
        )


def statements_of(policy: NamedPolicy | ResourcePolicy) -> list[PolicyStatement]:
    """Return what a policy says, whoever is meant; nothing where it is not understood."""
    if isinstance(policy, NamedPolicy):
        return list(policy.statements or ())
    return [said.statement for said in policy.statements or ()]


def _version(document: PolicyDocument | None) -> str:
    return str((document or {}).get("Version", _WITHOUT_VARIABLES))


def _statements(document: PolicyDocument | None) -> tuple[PolicyStatement, ...] | None:
    if document is None or _version(document) not in _VERSIONS:
        return None
    try:
        return tuple(parse_document(document))
    except MalformedPolicy:
        return None


def _resource_statements(document: PolicyDocument) -> tuple[ResourceStatement, ...] | None:
    if _version(document) not in _VERSIONS:
        return None
    try:
        return tuple(
            ResourceStatement(statement, Principals.read(element))
            for statement, element in parse_resource_document(document)
        )
    except MalformedPolicy:
        return None
