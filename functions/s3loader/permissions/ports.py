"""What permissions need from AWS."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from s3loader.errors import Forbidden
from s3loader.permissions.models import PolicyOrigin, UnreadableSource

PolicyDocument = dict[str, Any]


@dataclass(frozen=True)
class PolicySource:
    """One policy as IAM has it; the document is None where it could not be read."""

    name: str
    arn: str | None
    origin: PolicyOrigin
    group: str | None
    version_id: str | None
    document: PolicyDocument | None


@dataclass(frozen=True)
class IdentityPolicies:
    """All policies of a user or role that could be read, and what could not.

    The ARN is IAM's, with the path that a session's ARN lacks; None where it could not be read.
    """

    policies: list[PolicySource]
    unreadable: list[UnreadableSource]
    arn: str | None = None


class PolicyReader(Protocol):
    """The policies of the caller's own user or role."""

    def read_user(self, name: str) -> IdentityPolicies:
        """Read a user's attached, inline and group policies and its boundary.

        What is refused, or throttled, is in `unreadable`; nothing is raised for it.
        """
        ...

    def read_role(self, name: str) -> IdentityPolicies:
        """Read a role's attached and inline policies and its boundary."""
        ...


@dataclass(frozen=True)
class SimulationQuestion:
    """One action at one resource with the request's context, as IAM's simulator takes it."""

    action: str
    resource_arn: str
    context: dict[str, str]


@dataclass(frozen=True)
class SimulationAnswer:
    """What the simulator says; `missing_keys` are context keys that it lacked."""

    decision: Literal["allowed", "explicitDeny", "implicitDeny"]
    statement_policies: tuple[str, ...]
    missing_keys: tuple[str, ...]
    allowed_by_organization: bool
    allowed_by_boundary: bool
    depends_on_key: bool = False
    """Whether it says something else about another object there."""


class Simulator(Protocol):
    """iam:SimulatePrincipalPolicy."""

    def simulate(
        self, principal_arn: str, questions: Sequence[SimulationQuestion]
    ) -> list[SimulationAnswer]:
        """Answer the questions in their order.

        Raises:
            Forbidden: access_denied, where the caller may not simulate
            AwsBusy: aws_throttled
        """
        ...


class ForeignBucket(Forbidden):
    """The bucket belongs to another account, which alone may read its policy."""


class BucketInspector(Protocol):
    """What a bucket says about who may do what in it."""

    @property
    def region(self) -> str:
        """The bucket's region."""
        ...

    def policy(self) -> PolicyDocument | None:
        """Read the bucket's policy; None where it has none.

        Raises:
            ForeignBucket: access_denied
            Forbidden: access_denied
        """
        ...

    def encryption_key(self) -> str | None:
        """Read which KMS key the default encryption names (ARN, id or alias); None for none.

        Raises:
            Forbidden: access_denied
        """
        ...

    def key_arn(self, key: str) -> str:
        """Return the ARN by which policies name a KMS key; of an ARN that is no alias's, itself.

        Raises:
            Forbidden: access_denied
        """
        ...

    def key_policy(self, key: str) -> PolicyDocument:
        """Read a KMS key's policy.

        Raises:
            Forbidden: access_denied
        """
        ...


@dataclass(frozen=True)
class Glimpse:
    """What listing a prefix showed: whether S3 let it through, and an object directly below."""

    let_through: bool | None
    key: str | None


class Prober(Protocol):
    """Tries actions in ways that change nothing, and tells what S3 said.

    True: S3 let it through. False: S3 refused it. None: the answer shows nothing.
    """

    def list_bucket(self, prefix: str) -> Glimpse:
        """List some of what lies directly below the prefix."""
        ...

    def get_object(self, key: str) -> bool | None:
        """Read the first byte of an object."""
        ...

    def list_uploads(self, prefix: str) -> bool | None:
        """List one unfinished multipart upload below the prefix."""
        ...

    def put_object(self, prefix: str) -> bool | None:
        """Send a part for an upload that does not exist."""
        ...

    def abort_upload(self, prefix: str) -> bool | None:
        """Abort an upload that does not exist."""
        ...

    def list_parts(self, prefix: str) -> bool | None:
        """List the parts of an upload that does not exist."""
        ...

    def get_cors(self) -> bool | None:
        """Read the bucket's CORS rules."""
        ...

    def delete_object(self, prefix: str) -> bool | None:
        """Delete a name that nothing has, if there is such an object."""
        ...
