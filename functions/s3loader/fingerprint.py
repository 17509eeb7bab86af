"""Telling credentials apart without keeping them."""

import hashlib
import secrets

from s3loader.caller import Credentials

_SALT = secrets.token_bytes(16)


def fingerprint(credentials: Credentials) -> str:
    """Return what is the same for the same key pair and session token, in this process only."""
    secret = "\n".join(
        (
            credentials.access_key_id,
            credentials.secret_access_key,
            credentials.session_token or "",
        )
    )
    return hashlib.blake2b(secret.encode(), key=_SALT, digest_size=16).hexdigest()
