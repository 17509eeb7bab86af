"""The sealing keys in Secrets Manager: the current version and the one before it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from botocore.exceptions import BotoCoreError, ClientError
from cryptography.fernet import Fernet

from s3loader.aws.failures import cause_of
from s3loader.errors import S3LoaderError, ServerUnavailable
from s3loader.observability import logger

if TYPE_CHECKING:
    from mypy_boto3_secretsmanager import SecretsManagerClient

_CURRENT = "AWSCURRENT"
_PREVIOUS = "AWSPREVIOUS"


def fernet_key(secret: str) -> bytes:
    """Return a Fernet key with its padding, which a generated secret lacks.

    Raises:
        ValueError: not base64url of 32 bytes
    """
    text = secret.strip().rstrip("=")
    key = (text + "=" * (-len(text) % 4)).encode()
    Fernet(key)
    return key


class SealSecret:
    """A secret whose string is one Fernet key; rotation keeps the previous one readable."""

    def __init__(self, client: Callable[[str], SecretsManagerClient], arn: str) -> None:
        self._client = client
        self._arn = arn

    def read(self) -> list[bytes]:
        """Return the current key and, if there is one, the previous.

        Raises:
            ServerUnavailable: server_unavailable; the log has AWS's code for the operator
        """
        try:
            return self._read_both(self._client(self._arn))
        # A secret of bytes (SecretBinary) has no SecretString, and not every string is a key.
        except (ClientError, BotoCoreError, S3LoaderError, KeyError, ValueError) as error:
            logger.error("sealing keys unreadable", extra={"cause": cause_of(error)})
            raise ServerUnavailable from None

    def _read_both(self, client: SecretsManagerClient) -> list[bytes]:
        keys = [self._read(client, _CURRENT)]
        with suppress(client.exceptions.ResourceNotFoundException):
            keys += self._read_previous(client)
        return keys

    def _read_previous(self, client: SecretsManagerClient) -> list[bytes]:
        """What was rotated out need not be a key: somebody may have mended a wrong one so."""
        try:
            return [self._read(client, _PREVIOUS)]
        except (KeyError, ValueError):
            logger.warning("previous sealing key is none", extra={"stage": _PREVIOUS})
            return []

    def _read(self, client: SecretsManagerClient, stage: str) -> bytes:
        answer = client.get_secret_value(SecretId=self._arn, VersionStage=stage)
        return fernet_key(answer["SecretString"])
