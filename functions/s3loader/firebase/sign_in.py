"""Verifying Firebase ID tokens."""

from collections.abc import Mapping

from s3loader.accounts.admission import Admission
from s3loader.caller import Person
from s3loader.concurrency import within
from s3loader.errors import ErrorCode, S3LoaderError, ServerUnavailable, Unauthenticated
from s3loader.firebase.app import FirebaseProject
from s3loader.observability import logger

_CLOCK_SKEW_SECONDS = 10
# firebase_admin repeats what fails for up to half a minute, and API Gateway waits 30 s.
_PATIENCE_SECONDS = 7


class FirebaseSignIn:
    """Checks signature, times, audience and issuer, and then who it is."""

    def __init__(
        self, project: FirebaseProject, admission: Admission, patience: float = _PATIENCE_SECONDS
    ) -> None:
        self._project = project
        self._admission = admission
        self._patience = patience

    def verify(self, id_token: str, *, check_revoked: bool) -> Person:
        """Return whose valid ID token it is.

        Args:
            check_revoked: ask Firebase whether the person was disabled, deleted or signed out
                since; an ID token works for an hour

        Raises:
            Unauthenticated: sign_in_invalid
            Forbidden: sign_in_not_allowed
            ServerUnavailable: server_unavailable, where Google cannot be asked
        """
        return self._admission.admit(self._claims(id_token, check_revoked=check_revoked))

    def _claims(self, id_token: str, *, check_revoked: bool) -> Mapping[str, object]:
        from firebase_admin import auth
        from firebase_admin.exceptions import FirebaseError
        from google.auth.exceptions import GoogleAuthError

        def verify() -> Mapping[str, object]:
            claims: Mapping[str, object] = auth.verify_id_token(
                id_token,
                app=self._project.app,
                check_revoked=check_revoked,
                clock_skew_seconds=_CLOCK_SKEW_SECONDS,
            )
            return claims

        try:
            return within(self._patience, verify)
        except (FirebaseError, GoogleAuthError, TimeoutError) as error:
            raise _refusal(error) from None
        except (ValueError, TypeError, RecursionError):  # of a token that is none
            raise _invalid() from None


def _refusal(error: Exception) -> S3LoaderError:
    from firebase_admin.auth import InvalidIdTokenError, UserDisabledError, UserNotFoundError

    if isinstance(error, InvalidIdTokenError | UserDisabledError | UserNotFoundError):
        return _invalid()
    logger.error("sign-in not verifiable", extra={"cause": type(error).__name__})
    return ServerUnavailable()


def _invalid() -> Unauthenticated:
    return Unauthenticated(
        ErrorCode.SIGN_IN_INVALID, "The sign-in is not valid any more. Sign in again."
    )
