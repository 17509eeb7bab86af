"""The sealing keys in Secrets Manager: the current version and the one before it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from s3loader.aws.failures import aws_failures

if TYPE_CHECKING:
    from mypy_boto3_secretsmanager import SecretsManagerClient

_CURRENT = "AWSCURRENT"
_PREVIOUS = "AWSPREVIOUS"


class SealSecret:
    """A secret whose string is one Fernet key; rotation keeps the previous one readable."""

    def __init__(self, client: Callable[[], SecretsManagerClient], arn: str) -> None:
        self._client = client
        self._arn = arn

    def read(self) -> list[bytes]:
        """Return the current key and, if there is one, the previous."""
        client = self._client()
        with aws_failures(self._arn):
            keys = [self._read(client, _CURRENT)]
            with suppress(client.exceptions.ResourceNotFoundException):
                keys.append(self._read(client, _PREVIOUS))
        return keys

    def _read(self, client: SecretsManagerClient, stage: str) -> bytes:
        answer = client.get_secret_value(SecretId=self._arn, VersionStage=stage)
        return answer["SecretString"].strip().encode()
