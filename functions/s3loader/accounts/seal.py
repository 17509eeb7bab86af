"""Sealing an account into a token that only this installation can open."""

import json
import time
import zlib
from collections.abc import Callable

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from s3loader.accounts.ports import KeySource
from s3loader.caller import Caller, Credentials, Identity
from s3loader.errors import ErrorCode, InvalidInput, Unauthenticated

TOKEN_PREFIX = "s3l1."  # noqa: S105 - marks a token, is none

# API Gateway takes 10,240 bytes of request line and headers. The second page of a listing has a
# prefix (up to 3,072 bytes encoded) and a cursor (up to 1,900 where S3's token holds a whole key)
# in its line; the browser's own headers and CloudFront's take up to 1,400.
MAX_TOKEN_LENGTH = 3_700

_FRESH_SECONDS = 30.0


class Sealer:
    """Seals with the newest key and opens with any; keys are read once and kept."""

    def __init__(self, keys: KeySource, clock: Callable[[], float] = time.monotonic) -> None:
        self._keys = keys
        self._clock = clock
        self._fernet: MultiFernet | None = None
        self._read_at = 0.0

    def seal(self, caller: Caller) -> str:
        """Return the token.

        Raises:
            InvalidInput: token_too_large, where no request could carry it
        """
        raw = json.dumps(_to_json(caller), separators=(",", ":")).encode()
        token = TOKEN_PREFIX + self._current().encrypt(zlib.compress(raw, 9)).decode()
        if len(token) > MAX_TOKEN_LENGTH:
            raise InvalidInput(
                ErrorCode.TOKEN_TOO_LARGE,
                "The session token is too long to be sent with every request. "
                "Get one with a shorter session policy or fewer tags.",
                {"length": len(token), "limit": MAX_TOKEN_LENGTH},
            )
        return token

    def open(self, token: str) -> Caller:
        """Return the account of a token.

        Raises:
            Unauthenticated: token_invalid, from another installation or damaged
        """
        self._current()  # a broken key is the server's fault, not the token's
        try:
            raw = self._decrypt(token.removeprefix(TOKEN_PREFIX))
            return _from_json(json.loads(zlib.decompress(raw)))
        except (InvalidToken, zlib.error, ValueError, LookupError, TypeError):
            raise _token_invalid() from None

    def _decrypt(self, sealed: str) -> bytes:
        try:
            return self._current().decrypt(sealed)
        except InvalidToken:
            if self._clock() - self._read_at < _FRESH_SECONDS:
                raise
            # The keys may have been rotated since they were read.
            return self._read_keys().decrypt(sealed)

    def _current(self) -> MultiFernet:
        return self._fernet or self._read_keys()

    def _read_keys(self) -> MultiFernet:
        fernet = MultiFernet([Fernet(key) for key in self._keys.read()])
        self._fernet, self._read_at = fernet, self._clock()
        return fernet


def _to_json(caller: Caller) -> dict[str, object]:
    credentials = caller.credentials
    return {
        "key": credentials.access_key_id,
        "secret": credentials.secret_access_key,
        "token": credentials.session_token,
        "region": credentials.region,
        "identity": caller.identity.model_dump(),
    }


def _from_json(found: dict[str, object]) -> Caller:
    return Caller(
        credentials=Credentials(
            access_key_id=str(found["key"]),
            secret_access_key=str(found["secret"]),
            session_token=str(found["token"]) if found["token"] else None,
            region=str(found["region"]) if found["region"] else None,
        ),
        identity=Identity.model_validate(found["identity"]),
    )


def _token_invalid() -> Unauthenticated:
    return Unauthenticated(
        ErrorCode.TOKEN_INVALID,
        "This server cannot open the saved account. Register it again.",
    )
