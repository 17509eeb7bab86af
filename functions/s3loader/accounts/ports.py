"""What accounts need from the world."""

from collections.abc import Sequence
from typing import Protocol

from s3loader.caller import Caller, Credentials, Person


class IdentityProvider(Protocol):
    """STS."""

    def knows_region(self, region: str) -> bool:
        """Tell whether AWS has the region."""
        ...

    def arn_of(self, credentials: Credentials, region: str) -> str:
        """Return the ARN that the credentials belong to.

        Raises:
            Unauthenticated: AWS does not accept them
            AwsUnreachable: no answer
        """
        ...


class KeySource(Protocol):
    """Where the keys that seal tokens are kept."""

    def read(self) -> Sequence[bytes]:
        """Return Fernet keys, the one that seals first, older ones behind it."""
        ...


class SignIn(Protocol):
    """Who may use the server's own credentials."""

    def verify(self, id_token: str, *, check_revoked: bool) -> Person:
        """Return whose valid ID token it is, where they may use the server's account.

        Args:
            check_revoked: also ask whether they were disabled, deleted or signed out since

        Raises:
            Unauthenticated: sign_in_invalid
            Forbidden: sign_in_not_allowed
            ServerUnavailable: server_unavailable
        """
        ...


class ServerAccount(Protocol):
    """The server's own account, lent to callers."""

    def caller(self) -> Caller:
        """Return it.

        Raises:
            Unauthenticated: server_credentials_missing
        """
        ...
