"""Who asks what is permitted, and how the asker's requests reach S3."""

from dataclasses import dataclass

from s3loader.caller import Identity
from s3loader.permissions.granted import GrantedPolicies
from s3loader.permissions.our_requests import Endpoint, Requester


@dataclass(frozen=True)
class Asker:
    """An identity and its way to S3.

    Attributes:
        long_term: whether its credentials are a user's or root's own, not a session's
        secure: whether S3 is reached by TLS
        source_ip: the address that S3 sees; None where that is not known
    """

    identity: Identity
    long_term: bool
    secure: bool
    source_ip: str | None

    @property
    def partition(self) -> str:
        """AWS's separate clouds have ARNs of their own."""
        return self.identity.arn.split(":")[1]

    def requester(self, granted: GrantedPolicies) -> Requester:
        """Return who the requests say they come from."""
        subject = granted.subject
        # The path in a role's ARN is only known where IAM told it.
        unsure = subject.kind == "role" and not granted.is_complete
        return Requester(
            account_id=subject.account_id,
            kind=subject.kind,
            arn=None if unsure else subject.arn,
            name=subject.name,
            user_id=None,
            long_term=self.long_term,
        )

    def endpoint(self, region: str) -> Endpoint:
        """Return where requests to a bucket in the region go."""
        return Endpoint(region, self.secure, self.source_ip)
