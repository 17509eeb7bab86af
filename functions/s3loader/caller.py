"""Who is calling: AWS credentials and the identity that they belong to."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from pydantic import Field

from s3loader.schema import Schema


class Identity(Schema):
    """Whose credentials they are, as STS says."""

    account_id: str
    arn: str
    kind: Literal["user", "role", "federated", "root"]
    name: str = Field(description='"lee" for a user, "Role/session" for a role.')


@dataclass(frozen=True)
class Credentials:
    """An AWS key pair; the secret parts never show in a repr.

    Attributes:
        expires_at: when temporary ones end; None where that is not known, as AWS tells it only
            to who gets them
    """

    access_key_id: str
    secret_access_key: str = field(repr=False)
    session_token: str | None = field(default=None, repr=False)
    region: str | None = None
    expires_at: datetime | None = None

    @property
    def masked_key_id(self) -> str:
        """The key id as it may be shown, like "AKIA••••••••WXYZ"."""
        return f"{self.access_key_id[:4]}{'•' * 8}{self.access_key_id[-4:]}"


@dataclass(frozen=True)
class Person:
    """Who has signed in to use the server's account.

    Attributes:
        uid: Firebase's, which stays when the e-mail address changes
        email: None where the way of signing in gives none
        buckets: the only ones that they may use; None means all that the deployment allows
    """

    uid: str
    email: str | None
    buckets: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Caller:
    """The account that a request acts for.

    Attributes:
        person: who has signed in, where the account is the server's; else None
    """

    credentials: Credentials
    identity: Identity
    person: Person | None = None

    @property
    def user(self) -> str:
        """Whom statistics count: "firebase:<uid>" for who has signed in, else the ARN."""
        return f"firebase:{self.person.uid}" if self.person else self.identity.arn
