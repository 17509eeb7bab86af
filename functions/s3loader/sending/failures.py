"""What can go wrong on this side of the line, where the API never is."""

from enum import StrEnum

from s3loader.errors import Params


class LocalCode(StrEnum):
    """The stable name of a failure that only local uploads know."""

    ADDRESS_INVALID = "address_invalid"
    CREDENTIALS_MISSING = "credentials_missing"
    CREDENTIALS_UNUSABLE = "credentials_unusable"
    FILE_MISSING = "file_missing"
    FILE_UNREADABLE = "file_unreadable"
    FILE_CHANGED = "file_changed"
    NOT_A_FILE = "not_a_file"
    STREAM_BROKEN = "stream_broken"
    INTERRUPTED = "interrupted"


class LocalError(Exception):
    """A failure that a person may read: `detail` says in English what to do next."""

    def __init__(self, code: LocalCode, detail: str, params: Params | None = None) -> None:
        super().__init__(detail)
        self.code = code
        self.detail = detail
        self.params: Params = dict(params or {})


class AddressInvalid(LocalError):
    """What was given as target is no s3://bucket/key."""


class NoCredentials(LocalError):
    """AWS credentials are not to be found, or cannot be used."""


class Interrupted(LocalError):
    """Somebody stopped the upload before its end."""

    def __init__(self) -> None:
        super().__init__(
            LocalCode.INTERRUPTED, "The upload was stopped before its end. Upload it again."
        )


def file_changed(path: str) -> LocalError:
    """The failure of a file that was written to meanwhile."""
    return LocalError(
        LocalCode.FILE_CHANGED,
        "The file changed while it was uploaded. Upload it again when nothing writes to it.",
        {"path": path},
    )


def file_unreadable(path: str, cause: str) -> LocalError:
    """The failure of a file that the system does not let be read."""
    return LocalError(
        LocalCode.FILE_UNREADABLE,
        f"The file cannot be read ({cause}). Check its permissions.",
        {"path": path, "cause": cause},
    )
