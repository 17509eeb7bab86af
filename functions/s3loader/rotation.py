"""The rotation Lambda: Secrets Manager calls it to renew the key that seals accounts.

https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets-lambda-function-overview.html
"""

import functools
import os
from typing import TypedDict

from s3loader.aws.clients import ClientCache, Endpoints
from s3loader.aws.seal_rotation import SealRotation
from s3loader.aws.service_clients import ServiceClients
from s3loader.observability import logger


class Event(TypedDict):
    """One step: createSecret, setSecret, testSecret or finishSecret, for one new version."""

    SecretId: str
    ClientRequestToken: str
    Step: str


def handler(event: Event, context: object) -> None:
    """Do one step; repeating it changes nothing.

    Raises:
        RotationError: the version is not one that waits to be rotated in, or the step is unknown
        ClientError: what Secrets Manager refused; it calls again
    """
    logger.info("rotation step", extra={"step": event["Step"]})
    clients().rotate(event["SecretId"], event["ClientRequestToken"], event["Step"])


@functools.cache
def clients() -> SealRotation:
    """Return the rotation with the function's own credentials."""
    endpoints = Endpoints(other=os.environ.get("AWS_ENDPOINT") or None)
    return SealRotation(ServiceClients(ClientCache(endpoints)).secrets)
