"""The JSON of /api/permissions."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import Field

from s3loader.errors import ErrorCode
from s3loader.schema import RequestBody, Schema

Effect = Literal["Allow", "Deny"]
PolicyOrigin = Literal["attached", "inline", "group-attached", "group-inline", "boundary"]
Verdict = Literal["allowed", "denied", "unknown"]
Source = Literal["root", "simulation", "policies", "observed", "none"]
UnreadableKind = Literal[
    "attached",
    "inline",
    "groups",
    "group-attached",
    "group-inline",
    "boundary",
    "document",
    "bucket-policy",
    "simulation",
    "encryption",
    "key-policy",
]


class PolicyCondition(Schema):
    """One line of a statement's Condition: the values are alternatives."""

    operator: str
    key: str
    values: list[str]


class PolicyStatement(Schema):
    """One statement, its elements as lists; what a document leaves out is an empty list."""

    number: int = Field(description="Its place in the document, from 1.")
    sid: str | None
    effect: Effect
    actions: list[str]
    not_actions: list[str]
    resources: list[str]
    not_resources: list[str]
    conditions: list[PolicyCondition]
    mentions_s3: bool = Field(description="Whether it covers any action of S3.")


class PolicyView(Schema):
    """One policy that applies to the identity."""

    name: str
    arn: str | None = Field(description="Null for an inline policy.")
    origin: PolicyOrigin
    group: str | None = Field(description="The group that it comes through.")
    version_id: str | None = Field(description="The default version of a managed policy.")
    mentions_s3: bool = Field(description="True also where that cannot be told.")
    statements: list[PolicyStatement]
    document: dict[str, Any] | None = Field(description="As IAM has it; null if unreadable.")


class UnreadableSource(Schema):
    """A part of the picture that could not be read, and the call that was refused."""

    source: UnreadableKind
    name: str | None = Field(description="The policy, group or bucket, where it is about one.")
    action: str = Field(
        description='What would have to be allowed, like "iam:GetUser"; empty if that cannot help.'
    )
    code: ErrorCode
    detail: str


class Subject(Schema):
    """Whose policies they are: for an assumed role the role, not the session."""

    kind: Literal["user", "role", "federated", "root"]
    name: str
    arn: str
    account_id: str
    session_policy_possible: bool = Field(
        description="Temporary credentials may be narrowed by a policy that AWS shows to nobody."
    )


class PolicyReport(Schema):
    """Every policy of the identity that could be read, and what could not."""

    subject: Subject
    policies: list[PolicyView]
    unreadable: list[UnreadableSource]
    read_at: datetime


class ReasonCode(StrEnum):
    """Why a verdict is what it is; the frontend has a sentence for each."""

    ROOT = "root"
    ALLOWED_BY_STATEMENT = "allowed_by_statement"
    ALLOWED_BY_SIMULATION = "allowed_by_simulation"
    ALLOWED_BY_BUCKET_POLICY = "allowed_by_bucket_policy"
    SUCCEEDED = "succeeded"
    DENIED_BY_STATEMENT = "denied_by_statement"
    DENIED_BY_BOUNDARY = "denied_by_boundary"
    DENIED_BY_BUCKET_POLICY = "denied_by_bucket_policy"
    DENIED_BY_ORGANIZATION = "denied_by_organization"
    DENIED_BY_SIMULATION = "denied_by_simulation"
    NOT_ALLOWED = "not_allowed"
    REFUSED = "refused"
    CONDITION_UNKNOWN = "condition_unknown"
    DEPENDS_ON_KEY = "depends_on_key"
    SESSION_POLICY_POSSIBLE = "session_policy_possible"
    BUCKET_POLICY_UNREADABLE = "bucket_policy_unreadable"
    KEY_POLICY_UNREADABLE = "key_policy_unreadable"
    POLICIES_UNREADABLE = "policies_unreadable"
    SOURCES_DISAGREE = "sources_disagree"


class StatementReference(Schema):
    """Where the statement that decided stands."""

    policy: str
    origin: Literal[
        "attached",
        "inline",
        "group-attached",
        "group-inline",
        "boundary",
        "bucket-policy",
        "key-policy",
    ]
    group: str | None
    number: int
    sid: str | None


class ActionPermission(Schema):
    """Whether one action would work at the place asked about, and how that is known."""

    action: str
    resource: str = Field(description='What it is about, like "arn:aws:s3:::reports/2026/*".')
    verdict: Verdict
    source: Source
    reason_code: ReasonCode
    reason: str = Field(description="English; names the statement or what is missing.")
    statement: StatementReference | None
    condition_keys: list[str] = Field(description="Keys of conditions that cannot be known here.")
    missing: list[str] = Field(description="Actions that would have to be allowed to know more.")
    triable: bool = Field(
        description="Whether POST /api/permissions/try would settle what is unknown."
    )


class EffectivePermissions(Schema):
    """What the identity may do with the objects directly below a prefix, and the bucket."""

    bucket: str
    prefix: str
    actions: list[ActionPermission]
    listable_prefixes: list[str] = Field(
        description="Where s3:ListBucket is allowed, when policies allow it only below prefixes."
    )
    encryption_key: str | None = Field(description="The KMS key of the default encryption.")
    unreadable: list[UnreadableSource]
    evaluated_at: datetime


class PermissionTry(RequestBody):
    """An action that a person wants to have tried, in a way that changes nothing."""

    bucket: str
    prefix: Annotated[str, Field(max_length=1024)]
    action: Literal["s3:DeleteObject"]
