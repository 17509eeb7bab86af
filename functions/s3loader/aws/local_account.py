"""The account of who works at this machine, from where AWS's own tools look for it."""

import os
from typing import Any

from botocore.config import Config
from botocore.exceptions import BotoCoreError

from s3loader.aws.clients import ClientCache, Endpoints, Patience
from s3loader.aws.session import new_session
from s3loader.caller import Credentials
from s3loader.sending.failures import LocalCode, NoCredentials

_UNSIGNED_BODIES = Config(
    s3={
        "addressing_style": "auto",
        "us_east_1_regional_endpoint": "regional",
        "payload_signing_enabled": False,
    }
)
# One attempt at a part, and how often: what is under way for hours outlives an outage of minutes.
BYTES = Patience(connect=10, read=60, attempts=8)


class LocalAccount:
    """Credentials that renew themselves: environment, profile, SSO, or a machine's role."""

    def __init__(self, profile: str | None) -> None:
        """Look for them.

        Raises:
            NoCredentials: credentials_missing, credentials_unusable
        """
        try:
            self.session = new_session(profile)
            found = self.session.get_credentials()
            frozen = found.get_frozen_credentials() if found else None
        except BotoCoreError as error:
            raise _unusable(error) from None
        if frozen is None or not frozen.access_key or not frozen.secret_key:
            raise _missing()
        self.credentials = Credentials(frozen.access_key, frozen.secret_key, frozen.token)

    @property
    def region(self) -> str | None:
        """The region of the environment or the profile."""
        told: str | None = self.session.get_config_variable("region")
        return os.environ.get("AWS_REGION") or told or None


class LocalClients(ClientCache):
    """Clients of that account, which ask it for credentials whenever they sign."""

    def __init__(self, account: LocalAccount, endpoints: Endpoints) -> None:
        super().__init__(endpoints)
        self._account = account

    def apart(self, service: str, region: str, patience: Patience) -> Any:  # noqa: ANN401
        """Return a client that nobody else gets."""
        return self._create(service, self._account.credentials, region, patience)

    def _create(
        self, service: str, credentials: Credentials, region: str, patience: Patience
    ) -> Any:  # noqa: ANN401
        endpoint = self._endpoints.of(service)
        config = self._config(service, patience)
        if endpoint is None:
            # TLS guards the bytes, and the checksums of what arrived; hashing them to sign them
            # would take longer than anything else.
            config = config.merge(_UNSIGNED_BODIES)
        return self._account.session.create_client(
            service, region_name=region, endpoint_url=endpoint, config=config
        )


def _missing() -> NoCredentials:
    return NoCredentials(
        LocalCode.CREDENTIALS_MISSING,
        "No AWS credentials were found. Set AWS_PROFILE or AWS_ACCESS_KEY_ID and "
        "AWS_SECRET_ACCESS_KEY, or name a profile with --profile.",
    )


def _unusable(error: BotoCoreError) -> NoCredentials:
    cause = type(error).__name__
    return NoCredentials(
        LocalCode.CREDENTIALS_UNUSABLE,
        f"The AWS credentials cannot be used ({cause}). Check the profile's name, or sign in "
        "again, as with `aws sso login`.",
        {"cause": cause},
    )
