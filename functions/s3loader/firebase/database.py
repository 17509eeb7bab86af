"""Calls to one Firestore database, each bounded in time, with every failure as one exception."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypedDict

from s3loader.firebase.app import FirebaseProject

if TYPE_CHECKING:
    from google.cloud.firestore import Client


class DatabaseFailure(Exception):
    """Firestore did not do it, or did not say so in time; the message is gRPC's code."""


class AlreadyThere(DatabaseFailure):
    """A document that must be new exists, so nothing was written."""


class _Patience(TypedDict):
    retry: Any
    timeout: float


class Database:
    """One database of a project; the client is made by the first call.

    Attributes:
        read_seconds, write_seconds: after which a call has failed
    """

    def __init__(
        self,
        project: FirebaseProject,
        name: str,
        read_seconds: float = 5.0,
        write_seconds: float = 8.0,
    ) -> None:
        self._project = project
        self._name = name
        self.read_seconds = read_seconds
        self.write_seconds = write_seconds

    def existing(self, paths: Sequence[str]) -> set[str]:
        """Return the paths that have a document.

        Raises:
            DatabaseFailure
        """
        with _failures():
            client = self._client()
            documents = [client.document(path) for path in paths]
            found = client.get_all(documents, **_patience(self.read_seconds))
            return {snapshot.reference.path for snapshot in found if snapshot.exists}

    def add(
        self,
        counter: str,
        place: Mapping[str, str],
        additions: Mapping[str, int],
        markers: Iterable[str],
        expires_at: datetime,
    ) -> None:
        """Add to a counter and create markers that Firestore deletes later: all, or nothing.

        Raises:
            AlreadyThere: one of the markers
            DatabaseFailure
        """
        from google.cloud.firestore import Increment

        with _failures():
            client = self._client()
            batch = client.batch()
            for marker in markers:
                batch.create(client.document(marker), {"expiresAt": expires_at})
            increments = {name: Increment(by) for name, by in additions.items()}
            batch.set(client.document(counter), {**place, **increments}, merge=True)
            batch.commit(**_patience(self.write_seconds))

    def between(self, collection: str, first: date, last: date) -> list[dict[str, Any]]:
        """Return the documents of a collection whose `day` is one of these, both included.

        Raises:
            DatabaseFailure
        """
        from google.cloud.firestore import FieldFilter

        with _failures():
            query = (
                self._client()
                .collection(collection)
                .where(filter=FieldFilter("day", ">=", first.isoformat()))
                .where(filter=FieldFilter("day", "<=", last.isoformat()))
            )
            found = query.get(**_patience(self.read_seconds))
            return [snapshot.to_dict() or {} for snapshot in found]

    def _client(self) -> "Client":
        from firebase_admin import firestore

        client: Client = firestore.client(self._project.app, self._name)
        return client


def _patience(seconds: float) -> _Patience:
    """Repeat what a lost connection or a busy document spoiled, in so many seconds in all."""
    from google.api_core.exceptions import Aborted, ServiceUnavailable
    from google.api_core.retry import Retry, if_exception_type

    retry = Retry(
        predicate=if_exception_type(ServiceUnavailable, Aborted),
        initial=0.1,
        maximum=1.0,
        timeout=seconds / 2,
    )
    return {"retry": retry, "timeout": seconds}


@contextmanager
def _failures() -> Iterator[None]:
    from google.api_core.exceptions import AlreadyExists, GoogleAPIError, RetryError
    from google.auth.exceptions import GoogleAuthError

    try:
        yield
    except AlreadyExists:
        raise AlreadyThere("AlreadyExists") from None
    except RetryError as error:
        raise DatabaseFailure(type(error.cause).__name__) from None
    except (GoogleAPIError, GoogleAuthError) as error:
        raise DatabaseFailure(type(error).__name__) from None
