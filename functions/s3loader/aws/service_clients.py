"""The service's own AWS clients; they act for nobody and never see a caller's credentials."""

from __future__ import annotations

from typing import TYPE_CHECKING

from s3loader.aws.clients import BRIEF, ClientCache
from s3loader.aws.server_account import server_credentials

if TYPE_CHECKING:
    from mypy_boto3_secretsmanager import SecretsManagerClient
    from mypy_boto3_sns import SNSClient


class ServiceClients:
    """Made when first needed, from the environment's or the role's credentials."""

    def __init__(self, clients: ClientCache, region: str) -> None:
        self._clients = clients
        self._region = region

    def sns(self) -> SNSClient:
        """Return the client that announces."""
        client: SNSClient = self._clients.get("sns", server_credentials(), self._region, BRIEF)
        return client

    def secrets(self) -> SecretsManagerClient:
        """Return the client that reads the sealing keys."""
        client: SecretsManagerClient = self._clients.get(
            "secretsmanager", server_credentials(), self._region, BRIEF
        )
        return client
