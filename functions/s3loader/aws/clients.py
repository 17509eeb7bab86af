"""AWS clients, made once per credentials, service and region, and kept in a bounded cache."""

import threading
from collections import OrderedDict
from dataclasses import dataclass
from typing import Any

from botocore.config import Config

from s3loader.aws.session import shared_session
from s3loader.caller import Credentials
from s3loader.concurrency import WIDTH
from s3loader.fingerprint import fingerprint


@dataclass(frozen=True)
class Patience:
    """How long one call may take; seconds per attempt, and attempts in all."""

    connect: float
    read: float
    attempts: int


STEADY = Patience(connect=3, read=8, attempts=3)
# Calls of a batch: the last one begins at 9 s (`Deadline`) and API Gateway waits 30 s.
BATCHED = Patience(connect=2, read=6, attempts=2)
# CompleteMultipartUpload is slow, and after silence it must be looked for, not repeated.
LONG = Patience(connect=2, read=10, attempts=1)
# What the service does for itself must not keep a person waiting: 7 s with the pause between.
BRIEF = Patience(connect=1, read=2, attempts=2)


@dataclass(frozen=True)
class Endpoints:
    """Where a local AWS listens; None means AWS itself."""

    s3: str | None = None
    other: str | None = None

    def of(self, service: str) -> str | None:
        """Return the service's origin."""
        return self.s3 if service == "s3" else self.other


class ClientCache:
    """At most `size` clients, the least recently used dropped first."""

    def __init__(self, endpoints: Endpoints, size: int = 64) -> None:
        self._endpoints = endpoints
        self._size = size
        self._clients: OrderedDict[tuple[object, ...], Any] = OrderedDict()
        self._lock = threading.Lock()

    def get(
        self,
        service: str,
        credentials: Credentials,
        region: str,
        patience: Patience = STEADY,
    ) -> Any:  # noqa: ANN401 - boto3's stubs give each service a type of its own
        """Return the client of a service for these credentials and no others."""
        key = (service, region, patience, fingerprint(credentials))
        with self._lock:
            if key not in self._clients:
                self._clients[key] = self._create(service, credentials, region, patience)
            self._clients.move_to_end(key)
            while len(self._clients) > self._size:
                self._clients.popitem(last=False)
            return self._clients[key]

    def _create(
        self, service: str, credentials: Credentials, region: str, patience: Patience
    ) -> Any:  # noqa: ANN401
        if not credentials.access_key_id or not credentials.secret_access_key:
            raise ValueError("empty credentials would fall through to the server's own")
        return shared_session().create_client(
            service,
            region_name=region,
            endpoint_url=self._endpoints.of(service),
            aws_access_key_id=credentials.access_key_id,
            aws_secret_access_key=credentials.secret_access_key,
            aws_session_token=credentials.session_token,
            config=self._config(service, patience),
        )

    def _config(self, service: str, patience: Patience) -> Config:
        return _config(service, patience, local=self._endpoints.of(service) is not None)


def _config(service: str, patience: Patience, *, local: bool) -> Config:
    return Config(  # type: ignore[call-arg] # one is not in the stubs
        signature_version="s3v4" if service == "s3" else "v4",
        connect_timeout=patience.connect,
        read_timeout=patience.read,
        retries={"mode": "standard", "total_max_attempts": patience.attempts},
        s3={
            "addressing_style": "path" if local else "auto",
            "us_east_1_regional_endpoint": "regional",
        },
        request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
        ignore_configured_endpoint_urls=True,
        max_pool_connections=WIDTH,
        user_agent_extra="s3loader",
    )
