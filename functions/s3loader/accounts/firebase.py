"""Verifying Firebase ID tokens; firebase_admin is imported when the first one comes."""

import functools
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from s3loader.errors import ErrorCode, Forbidden, ServerUnavailable, Unauthenticated
from s3loader.observability import logger

if TYPE_CHECKING:
    from firebase_admin import App


class FirebaseSignIn:
    """Checks signature, expiry, audience and issuer against one Firebase project.

    Who may register in that project is often anybody, so the e-mail address decides.
    """

    def __init__(self, project_id: str, domains: Sequence[str]) -> None:
        self._project_id = project_id
        self._domains = domains

    def verify(self, id_token: str) -> None:
        """Accept a valid ID token with a verified e-mail address in one of the domains.

        Raises:
            Unauthenticated: sign_in_invalid
            Forbidden: sign_in_not_allowed
            ServerUnavailable: server_unavailable, where Google's certificates cannot be read
        """
        if not self._is_welcome(self._claims(id_token)):
            raise Forbidden(
                ErrorCode.SIGN_IN_NOT_ALLOWED,
                "This server's account is not for that sign-in. Sign in with a verified e-mail "
                "address of the organisation, or register an AWS account of your own.",
            )

    def _claims(self, id_token: str) -> Mapping[str, object]:
        from firebase_admin import auth
        from firebase_admin.exceptions import FirebaseError

        try:
            claims: Mapping[str, object] = auth.verify_id_token(
                id_token, app=_app(self._project_id)
            )
        except auth.CertificateFetchError:
            logger.error("certificates for sign-in unreachable")
            raise ServerUnavailable from None
        except (FirebaseError, ValueError):
            raise Unauthenticated(
                ErrorCode.SIGN_IN_INVALID, "The sign-in is not valid any more. Sign in again."
            ) from None
        return claims

    def _is_welcome(self, claims: Mapping[str, object]) -> bool:
        _, at, domain = str(claims.get("email", "")).rpartition("@")
        return claims.get("email_verified") is True and bool(at) and domain.lower() in self._domains


@functools.cache
def _app(project_id: str) -> "App":
    import firebase_admin
    from firebase_admin.credentials import Base
    from google.auth.credentials import AnonymousCredentials

    class NoCredentials(Base):  # type: ignore[misc]
        """Verifying needs only Google's public certificates."""

        def get_credential(self) -> AnonymousCredentials:
            return AnonymousCredentials()  # type: ignore[no-untyped-call]

    return firebase_admin.initialize_app(
        NoCredentials(), {"projectId": project_id}, name=f"s3loader-{project_id}"
    )
