"""The service's own AWS clients; they act for nobody and never see a caller's credentials."""

from __future__ import annotations

from typing import TYPE_CHECKING

from s3loader.aws.clients import BRIEF, ClientCache
from s3loader.aws.resources import region_of
from s3loader.aws.server_account import server_credentials

if TYPE_CHECKING:
    from mypy_boto3_secretsmanager import SecretsManagerClient
    from mypy_boto3_sns import SNSClient


class ServiceClients:
    """Made when first needed, from the environment's or the role's credentials."""

    def __init__(self, clients: ClientCache) -> None:
        self._clients = clients

    def sns(self, topic_arn: str) -> SNSClient:
        """Return the client that announces to a topic, in the topic's region."""
        client: SNSClient = self._clients.get(
            "sns", server_credentials(), region_of(topic_arn), BRIEF
        )
        return client

    def secrets(self, secret_arn: str) -> SecretsManagerClient:
        """Return the client that reads the sealing keys, in the secret's region."""
        client: SecretsManagerClient = self._clients.get(
            "secretsmanager", server_credentials(), region_of(secret_arn), BRIEF
        )
        return client
