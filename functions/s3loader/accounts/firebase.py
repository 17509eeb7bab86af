"""Verifying Firebase ID tokens; firebase_admin is imported when the first one comes."""

import functools
from typing import TYPE_CHECKING

from s3loader.errors import ErrorCode, Unauthenticated

if TYPE_CHECKING:
    from firebase_admin import App


class FirebaseSignIn:
    """Checks signature, expiry, audience and issuer against one Firebase project."""

    def __init__(self, project_id: str) -> None:
        self._project_id = project_id

    def verify(self, id_token: str) -> None:
        """Accept a valid ID token.

        Raises:
            Unauthenticated: sign_in_invalid
        """
        from firebase_admin import auth
        from firebase_admin.exceptions import FirebaseError

        try:
            auth.verify_id_token(id_token, app=_app(self._project_id))
        except (FirebaseError, ValueError):
            raise Unauthenticated(
                ErrorCode.SIGN_IN_INVALID, "The sign-in is not valid any more. Sign in again."
            ) from None


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
