"""The deployment's Firebase project; the SDK is imported when it is first needed."""

import threading
import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from firebase_admin import App

# firebase_admin would wait two minutes, API Gateway waits 30 s.
_HTTP_SECONDS = 5


class FirebaseProject:
    """One project, and with whose rights it is used."""

    def __init__(self, project_id: str, credentials: Callable[[], str] | None = None) -> None:
        """Remember both; nothing is read yet.

        Args:
            credentials: reads the JSON of a service account or of an AWS workload identity;
                None means Google's application default credentials
        """
        self.project_id = project_id
        self._credentials = credentials
        self._lock = threading.Lock()
        self._app: App | None = None

    @property
    def app(self) -> "App":
        """The SDK's app; its credentials are read by the first call that needs a token."""
        with self._lock:
            if self._app is None:
                self._app = self._create()
            return self._app

    def _create(self) -> "App":
        import firebase_admin

        from s3loader.firebase.credentials import CredentialsWhenNeeded

        return firebase_admin.initialize_app(
            CredentialsWhenNeeded(self._credentials),
            {"projectId": self.project_id, "httpTimeout": _HTTP_SECONDS},
            name=f"s3loader-{uuid.uuid4()}",
        )
