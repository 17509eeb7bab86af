"""Google credentials that are read when a token is needed: verifying ID tokens needs none.

This module imports google.auth, so import it inside a function only.
"""

import json
from collections.abc import Callable
from typing import Any

import google.auth
from google.auth import aws
from google.auth.credentials import Credentials
from google.auth.exceptions import DefaultCredentialsError, GoogleAuthError
from google.oauth2 import service_account

from s3loader.observability import logger

_SCOPES = (
    "https://www.googleapis.com/auth/datastore",
    "https://www.googleapis.com/auth/identitytoolkit",
)
_READERS: dict[object, Callable[..., Any]] = {
    "service_account": service_account.Credentials.from_service_account_info,
    "external_account": aws.Credentials.from_info,
}


class CredentialsWhenNeeded(Credentials):
    """Stands for a service account, an AWS workload identity or the application default."""

    def __init__(self, read: Callable[[], str] | None) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._read = read
        self._found: Any = None

    def refresh(self, request: object) -> None:
        """Get a token, reading the credentials the first time.

        Raises:
            GoogleAuthError: there are none, they are malformed, or Google does not take them
            ServerUnavailable: the secret that holds them cannot be read
        """
        try:
            self._found = self._found or self._load()
            self._found.refresh(request)
        except GoogleAuthError as error:
            logger.error("Firebase credentials unusable", extra={"cause": type(error).__name__})
            raise
        self.token, self.expiry = self._found.token, self._found.expiry

    def _load(self) -> Any:  # noqa: ANN401 - the two have no common type with from_info
        if self._read is None:
            return google.auth.default(scopes=_SCOPES)[0]
        return parse(self._read())


def parse(text: str) -> Any:  # noqa: ANN401
    """Return the credentials in a JSON document.

    Raises:
        DefaultCredentialsError: it is neither a service account nor an AWS workload identity
    """
    try:
        info = json.loads(text)
        return _READERS[info.get("type")](info, scopes=_SCOPES)
    except (
        ValueError,
        KeyError,
        AttributeError,
        TypeError,
        GoogleAuthError,
    ):
        raise DefaultCredentialsError("not a service account or AWS workload identity") from None  # type: ignore[no-untyped-call]
