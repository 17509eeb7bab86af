"""Asking STS whose credentials they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from s3loader.aws.clients import ClientCache
from s3loader.aws.failures import aws_failures
from s3loader.aws.session import knows_region
from s3loader.bucket_access import REGION
from s3loader.caller import Credentials
from s3loader.errors import ErrorCode, S3LoaderError, Unauthenticated

if TYPE_CHECKING:
    from mypy_boto3_sts import STSClient


class Sts:
    """GetCallerIdentity, which every valid key may call."""

    def __init__(self, clients: ClientCache, *, local: bool) -> None:
        self._clients = clients
        self._local = local

    def knows_region(self, region: str) -> bool:
        """Tell whether the region exists; a local AWS has every one that is named like one."""
        if self._local:
            return re.fullmatch(REGION, region) is not None
        return knows_region(region)

    def arn_of(self, credentials: Credentials, region: str) -> str:
        """Return the ARN that the credentials belong to.

        Raises:
            Unauthenticated: access_key_unknown, secret_key_wrong, session_token_invalid,
                credentials_expired
            AwsUnreachable: no answer
        """
        client: STSClient = self._clients.get("sts", credentials, region)
        try:
            with aws_failures("*"):
                return client.get_caller_identity()["Arn"]
        except S3LoaderError as error:
            # STS says InvalidClientTokenId for a wrong key id and for a wrong session token.
            if error.code is ErrorCode.ACCESS_KEY_UNKNOWN and credentials.session_token:
                raise _session_token_invalid() from None
            raise


def _session_token_invalid() -> Unauthenticated:
    return Unauthenticated(
        ErrorCode.SESSION_TOKEN_INVALID,
        "AWS does not accept the access key id with this session token. "
        "Get new temporary credentials and enter all three values.",
    )
