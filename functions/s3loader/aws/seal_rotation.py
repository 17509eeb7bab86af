"""Renewing the sealing key in Secrets Manager, so that the key before it still opens accounts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from cryptography.fernet import Fernet

from s3loader.aws.seal_secret import fernet_key

if TYPE_CHECKING:
    from mypy_boto3_secretsmanager import SecretsManagerClient

_CURRENT = "AWSCURRENT"
_PENDING = "AWSPENDING"


class RotationError(Exception):
    """A step that cannot be done; the message has no key in it."""


class SealRotation:
    """The four steps of Secrets Manager; each can be repeated."""

    def __init__(self, client: Callable[[str], SecretsManagerClient]) -> None:
        self._client = client

    def rotate(self, arn: str, version: str, step: str) -> None:
        """Do one step for the version that waits.

        Raises:
            RotationError: the version does not wait, its key is none, or the step is unknown
        """
        client = self._client(arn)
        stages = client.describe_secret(SecretId=arn).get("VersionIdsToStages", {})
        if _CURRENT in stages.get(version, []):
            return
        if _PENDING not in stages.get(version, []):
            raise RotationError(f"version {version} does not wait to be rotated in")
        if step == "createSecret":
            _create(client, arn, version)
        elif step == "testSecret":
            _test(client, arn, version)
        elif step == "finishSecret":
            _finish(client, arn, version, stages)
        elif step != "setSecret":  # no other service has to learn this key
            raise RotationError(f"unknown step {step}")


def _create(client: SecretsManagerClient, arn: str, version: str) -> None:
    try:
        client.get_secret_value(SecretId=arn, VersionId=version, VersionStage=_PENDING)
    except client.exceptions.ResourceNotFoundException:
        client.put_secret_value(
            SecretId=arn,
            ClientRequestToken=version,
            SecretString=Fernet.generate_key().decode(),
            VersionStages=[_PENDING],
        )


def _test(client: SecretsManagerClient, arn: str, version: str) -> None:
    found = client.get_secret_value(SecretId=arn, VersionId=version, VersionStage=_PENDING)
    try:
        fernet = Fernet(fernet_key(found["SecretString"]))
    except (ValueError, KeyError):
        raise RotationError(f"version {version} holds no Fernet key") from None
    fernet.decrypt(fernet.encrypt(b"an account"))


def _finish(
    client: SecretsManagerClient, arn: str, version: str, stages: dict[str, list[str]]
) -> None:
    current = next((name for name, marks in stages.items() if _CURRENT in marks), None)
    where = {"RemoveFromVersionId": current} if current else {}
    # The one that was current becomes AWSPREVIOUS by itself.
    client.update_secret_version_stage(
        SecretId=arn, VersionStage=_CURRENT, MoveToVersionId=version, **where
    )
