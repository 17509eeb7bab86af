"""The server's own credentials, from the environment or its role, as an account to lend."""

from botocore.exceptions import BotoCoreError

from s3loader.accounts.arns import identity_of
from s3loader.aws.failures import cause_of
from s3loader.aws.session import ambient_credentials
from s3loader.aws.sts import Sts
from s3loader.caller import Caller, Credentials, Identity
from s3loader.errors import ErrorCode, S3LoaderError, ServerUnavailable, Unauthenticated
from s3loader.observability import logger


class AmbientAccount:
    """Whose account the process runs as; asked of STS once per access key."""

    def __init__(self, sts: Sts, region: str) -> None:
        self._sts = sts
        self._region = region
        self._identities: dict[str, Identity] = {}

    def caller(self) -> Caller:
        """Return it.

        Raises:
            Unauthenticated: server_credentials_missing
            ServerUnavailable: server_unavailable, where STS does not accept or answer them
        """
        credentials = server_credentials()
        key_id = credentials.access_key_id
        if key_id not in self._identities:
            self._identities = {key_id: identity_of(self._arn_of(credentials))}
        return Caller(credentials, self._identities[key_id])

    def _arn_of(self, credentials: Credentials) -> str:
        try:
            return self._sts.arn_of(credentials, self._region)
        except S3LoaderError as error:
            logger.error("own credentials unusable", extra={"cause": cause_of(error)})
            raise ServerUnavailable from None


def server_credentials() -> Credentials:
    """Return the process's credentials as they are now; a role's change every few hours.

    Raises:
        Unauthenticated: server_credentials_missing, where there are none or only half
    """
    try:
        found = ambient_credentials()
        frozen = found.get_frozen_credentials() if found else None
    except BotoCoreError:
        frozen = None
    if frozen is None or not frozen.access_key or not frozen.secret_key:
        raise Unauthenticated(
            ErrorCode.SERVER_CREDENTIALS_MISSING,
            "The server has no AWS credentials of its own. Register an account instead.",
        )
    # botocore gives no public name to when a role's credentials end.
    expires_at = getattr(found, "_expiry_time", None)
    return Credentials(frozen.access_key, frozen.secret_key, frozen.token, expires_at=expires_at)
