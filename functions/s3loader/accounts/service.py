"""Registering an account, and finding out which one a bearer stands for."""

from dataclasses import dataclass, replace
from typing import Literal

from s3loader.accounts.arns import identity_of
from s3loader.accounts.keys import check_keys
from s3loader.accounts.models import NewAccount, RegisteredAccount
from s3loader.accounts.ports import IdentityProvider, ServerAccount, SignIn
from s3loader.accounts.seal import TOKEN_PREFIX, Sealer
from s3loader.bucket_access import BucketAccess
from s3loader.caller import Caller, Person
from s3loader.errors import ErrorCode, InvalidInput, Unauthenticated

Lending = Literal["off", "signed-in", "open"]


@dataclass(frozen=True)
class Accounts:
    """Accounts of one installation; `lending` says who may use the server's own."""

    sealer: Sealer
    identities: IdentityProvider
    server_account: ServerAccount
    sign_in: SignIn | None
    lending: Lending
    access: BucketAccess
    default_region: str

    def register(self, new: NewAccount) -> RegisteredAccount:
        """Check the credentials with AWS and seal them.

        Raises:
            InvalidInput: access_key_malformed, secret_key_malformed, session_token_invalid,
                region_unknown, token_too_large
            Forbidden: region_not_allowed
            Unauthenticated: AWS does not accept them
            AwsUnreachable: no answer
        """
        credentials = check_keys(new)
        region = credentials.region or self.default_region
        self._check_region(region)
        caller = Caller(credentials, identity_of(self.identities.arn_of(credentials, region)))
        return RegisteredAccount(
            token=self.sealer.seal(caller),
            identity=caller.identity,
            masked_key_id=credentials.masked_key_id,
        )

    def _check_region(self, region: str) -> None:
        if not self.identities.knows_region(region):
            raise InvalidInput(
                ErrorCode.REGION_UNKNOWN,
                "AWS has no region of that name. Choose one like ap-northeast-2.",
                {"region": region[:64]},
            )
        if region != self.default_region:
            self.access.check_region(region)

    def authenticate(self, bearer: str | None, *, check_revoked: bool = False) -> Caller:
        """Return the caller of a request.

        Args:
            check_revoked: refuse a sign-in that was revoked since; only asking Firebase shows it

        Raises:
            Unauthenticated: not_registered, token_invalid, sign_in_required, sign_in_invalid,
                server_credentials_missing
            Forbidden: sign_in_not_allowed
            ServerUnavailable: server_unavailable
        """
        if bearer and bearer.startswith(TOKEN_PREFIX):
            return self.sealer.open(bearer)
        if self.lending == "open" and not bearer:
            return self.server_account.caller()
        if self.lending == "signed-in" and self.sign_in:
            person = _signed_in(bearer, self.sign_in, check_revoked=check_revoked)
            return replace(self.server_account.caller(), person=person)
        raise _token_unknown() if bearer else _not_registered()


def _signed_in(bearer: str | None, sign_in: SignIn, *, check_revoked: bool) -> Person:
    if not bearer:
        raise Unauthenticated(
            ErrorCode.SIGN_IN_REQUIRED, "Sign in, or register an AWS account of your own."
        )
    return sign_in.verify(bearer, check_revoked=check_revoked)


def _not_registered() -> Unauthenticated:
    return Unauthenticated(ErrorCode.NOT_REGISTERED, "Register an AWS account first.")


def _token_unknown() -> Unauthenticated:
    return Unauthenticated(
        ErrorCode.TOKEN_INVALID, "This server did not make that token. Register the account again."
    )
