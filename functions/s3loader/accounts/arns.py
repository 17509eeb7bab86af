"""Reading an identity out of the ARN that STS answers."""

from typing import Literal

from s3loader.caller import Identity

_ROLE = "assumed-role"
_FEDERATED = "federated-user"
_USER = "user"


def identity_of(arn: str) -> Identity:
    """Return whose ARN it is, in any partition.

    A principal of a kind that AWS had not invented yet counts as federated: it may be
    used, but nobody takes it for a user or role whose policies could be read.
    """
    _, _, _, _, account_id, resource = arn.split(":", 5)
    kind, _, rest = resource.partition("/")
    return Identity(
        account_id=account_id, arn=arn, kind=_kind(kind), name=_name(kind, rest or resource)
    )


def _kind(kind: str) -> Literal["user", "role", "federated", "root"]:
    if kind == "root":
        return "root"
    if kind == _USER:
        return "user"
    return "role" if kind == _ROLE else "federated"


def _name(kind: str, rest: str) -> str:
    """A user's path says nothing; a role's session does."""
    return rest.rpartition("/")[2] if kind == _USER else rest
