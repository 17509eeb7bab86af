"""Firebase's credentials in Secrets Manager."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from botocore.exceptions import BotoCoreError, ClientError

from s3loader.aws.failures import cause_of
from s3loader.errors import S3LoaderError, ServerUnavailable
from s3loader.observability import logger

if TYPE_CHECKING:
    from mypy_boto3_secretsmanager import SecretsManagerClient


class FirebaseSecret:
    """A secret whose string is the JSON of a service account or an AWS workload identity."""

    def __init__(self, client: Callable[[str], SecretsManagerClient], arn: str) -> None:
        self._client = client
        self._arn = arn

    def read(self) -> str:
        """Return the JSON.

        Raises:
            ServerUnavailable: server_unavailable; the log has AWS's code for the operator
        """
        try:
            return self._client(self._arn).get_secret_value(SecretId=self._arn)["SecretString"]
        # A secret of bytes (SecretBinary) has no SecretString.
        except (ClientError, BotoCoreError, S3LoaderError, KeyError) as error:
            logger.error("Firebase credentials unreadable", extra={"cause": cause_of(error)})
            raise ServerUnavailable from None
