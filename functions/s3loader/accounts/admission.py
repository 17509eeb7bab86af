"""Who of those that have signed in may use the server's account, and which of its buckets."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from s3loader.caller import Person
from s3loader.errors import ErrorCode, Forbidden

Claims = Mapping[str, object]


@dataclass(frozen=True)
class Admission:
    """The deployment's rules; in a Firebase project anybody may have an account.

    Attributes:
        domains: of addresses that are welcome, in lower case
        claim: a custom claim that makes welcome who has it as `true`
        buckets: by address or "@domain", in lower case; None means no limit
    """

    domains: Collection[str]
    claim: str | None = None
    buckets: Mapping[str, tuple[str, ...]] | None = None

    def admit(self, claims: Claims) -> Person:
        """Return the person that the claims of a verified ID token speak of.

        Raises:
            Forbidden: sign_in_not_allowed
        """
        address = _verified_address(claims)
        if not self._is_welcome(claims, _domain_of(address)):
            raise Forbidden(
                ErrorCode.SIGN_IN_NOT_ALLOWED,
                "This server's account is not for that sign-in. Sign in with a verified e-mail "
                "address of the organisation, or register an AWS account of your own.",
            )
        email = claims.get("email")
        return Person(
            uid=str(claims["sub"]),
            email=email if isinstance(email, str) else None,
            buckets=self._buckets_of(address),
        )

    def _is_welcome(self, claims: Claims, domain: str) -> bool:
        if _tenant_of(claims) is not None:
            return False
        has_claim = self.claim is not None and claims.get(self.claim) is True
        return has_claim or domain in self.domains

    def _buckets_of(self, address: str) -> tuple[str, ...] | None:
        if self.buckets is None:
            return None
        of_domain = self.buckets.get(f"@{_domain_of(address)}", ())
        return self.buckets.get(address, of_domain)


def _verified_address(claims: Claims) -> str:
    """Return it in lower case, or "".

    Letters outside ASCII are refused because lower case makes some of them ASCII: K of Kelvin.
    """
    email = claims.get("email")
    if claims.get("email_verified") is not True or not isinstance(email, str):
        return ""
    return email.lower() if email.isascii() else ""


def _domain_of(address: str) -> str:
    return address.rpartition("@")[2] if "@" in address else ""


def _tenant_of(claims: Claims) -> object:
    """Return the Identity Platform tenant; each has users and ways to sign in of its own."""
    firebase = claims.get("firebase")
    return firebase.get("tenant") if isinstance(firebase, Mapping) else None
