"""Whose policies they are."""

from s3loader.caller import Identity
from s3loader.permissions.models import Subject

# Roles of IAM Identity Center, which nobody else can make or narrow:
# https://docs.aws.amazon.com/singlesignon/latest/userguide/permissionsetsconcept.html
_IDENTITY_CENTER = "AWSReservedSSO_"


def role_name(identity: Identity) -> str:
    """Return the role of a session that is named "role/session"."""
    return identity.name.partition("/")[0]


def subject_of(identity: Identity, arn: str | None = None) -> Subject:
    """Return the user or role itself.

    Args:
        arn: IAM's, if it could be read; a session's ARN leaves out the path of its role
    """
    name = role_name(identity) if identity.kind == "role" else identity.name
    return Subject(
        kind=identity.kind,
        name=name,
        arn=arn or _arn(identity, name),
        account_id=identity.account_id,
        session_policy_possible=_is_session(identity) and not name.startswith(_IDENTITY_CENTER),
    )


def _arn(identity: Identity, name: str) -> str:
    if identity.kind != "role":
        return identity.arn
    partition = identity.arn.split(":")[1]
    return f"arn:{partition}:iam::{identity.account_id}:role/{name}"


def _is_session(identity: Identity) -> bool:
    return identity.kind in ("role", "federated")
