"""Presigned URLs, signed here without a network call, spread over a bucket's names."""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from urllib.parse import quote, urlencode

from botocore.auth import S3SigV4QueryAuth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials as BotocoreCredentials

from s3loader.aws.session import partition
from s3loader.caller import Credentials

# https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html
_HOST_LABEL = re.compile(r"[a-z0-9][a-z0-9-]{1,61}[a-z0-9]")
_ACCESS_POINT_ALIAS = "-s3alias"


class Presigner:
    """Signs requests to one bucket; every header given is part of the signature."""

    def __init__(
        self, credentials: Credentials, region: str, addresses: Sequence[str], lifetime: timedelta
    ) -> None:
        self._addresses = addresses
        self._lifetime = lifetime
        self._auth = S3SigV4QueryAuth(
            BotocoreCredentials(
                credentials.access_key_id,
                credentials.secret_access_key,
                credentials.session_token,
            ),
            "s3",
            region,
            int(lifetime.total_seconds()),
        )

    def expiry(self) -> datetime:
        """Return when a URL that is signed from now on ends, at the earliest."""
        return datetime.now(UTC).replace(microsecond=0) + self._lifetime

    def sign_put(
        self,
        key: str,
        headers: Mapping[str, str],
        turn: int,
        query: Mapping[str, str] | None = None,
    ) -> str:
        """Return the URL of a PUT.

        Args:
            turn: chooses the address, so that neighbours go to different ones; browsers
                open six HTTP/1.1 connections to each.
        """
        return self._sign("PUT", key, headers, turn, query or {})

    def sign_get(self, key: str, query: Mapping[str, str], turn: int) -> str:
        """Return the URL of a GET, in which only the host is signed, so a range can be asked.

        Args:
            query: what S3 takes beside the signature, such as `versionId`, `x-amz-request-payer`
                and `response-content-type`
            turn: as for `sign_put`
        """
        return self._sign("GET", key, {}, turn, query)

    def _sign(
        self, method: str, key: str, headers: Mapping[str, str], turn: int, query: Mapping[str, str]
    ) -> str:
        address = self._addresses[turn % len(self._addresses)]
        url = f"{address}/{quote(key, safe='/~')}"
        if query:
            url += f"?{urlencode(query)}"
        request = AWSRequest(method=method, url=url, headers=dict(headers))
        self._auth.add_auth(request)
        return str(request.url)


def addresses(bucket: str, region: str, public_origins: Sequence[str]) -> tuple[str, ...]:
    """Return the names that browsers can use for a bucket.

    A name that is no host label (dots, which break the wildcard certificate, capitals,
    underscores) has only path style; an access point's alias has only virtual hosts.
    """
    if public_origins:
        return tuple(f"{origin}/{bucket}" for origin in public_origins)
    domain = partition(region).domain
    hosts = (f"s3.{region}.{domain}", f"s3.dualstack.{region}.{domain}")
    path_style = [f"https://{host}/{bucket}" for host in hosts]
    if not _HOST_LABEL.fullmatch(bucket):
        return tuple(path_style)
    virtual_hosted = [f"https://{bucket}.{host}" for host in hosts]
    if bucket.endswith(_ACCESS_POINT_ALIAS):
        return tuple(virtual_hosted)
    return (*virtual_hosted, path_style[0])
