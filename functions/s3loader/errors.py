"""Every way a request can fail, as one tree of exceptions with one code each.

S3LoaderError                 what a person is told: code, English detail, params
├── Unconfirmed         400   what cannot be undone was not confirmed in the very words
├── InvalidInput        422   the request can never work as it is
├── Unauthenticated     401   no account, or one that AWS no longer accepts
├── Forbidden           403   the account or this deployment does not allow it
├── Missing             404   the bucket, prefix, object or upload is not there
├── Conflict            409   something else is already there, or not finished
├── ServerUnavailable   503   the server lacks something of its own; nothing of the caller's
├── StoreUnavailable    503   where statistics are kept does not answer
├── AwsFailure          502   AWS answered with something that helps nobody
├── AwsBusy             503   AWS asks to slow down; worth a retry
└── AwsUnreachable      504   no answer from AWS
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import ClassVar

Params = Mapping[str, str | int | Sequence[str]]
JsonParams = dict[str, str | int | list[str]]


class ErrorCode(StrEnum):
    """The stable name of a failure; the frontend has a message for each."""

    INVALID_REQUEST = "invalid_request"
    BODY_TOO_LARGE = "body_too_large"
    BATCH_TOO_LARGE = "batch_too_large"
    NOT_REGISTERED = "not_registered"
    TOKEN_INVALID = "token_invalid"  # noqa: S105 - an error code
    TOKEN_TOO_LARGE = "token_too_large"  # noqa: S105 - an error code
    ACCESS_KEY_MALFORMED = "access_key_malformed"
    SECRET_KEY_MALFORMED = "secret_key_malformed"  # noqa: S105 - an error code
    ACCESS_KEY_UNKNOWN = "access_key_unknown"
    SECRET_KEY_WRONG = "secret_key_wrong"  # noqa: S105 - an error code
    SESSION_TOKEN_INVALID = "session_token_invalid"  # noqa: S105 - an error code
    CREDENTIALS_EXPIRED = "credentials_expired"
    CLOCK_SKEWED = "clock_skewed"
    SIGN_IN_REQUIRED = "sign_in_required"
    SIGN_IN_INVALID = "sign_in_invalid"
    SIGN_IN_NOT_ALLOWED = "sign_in_not_allowed"
    SERVER_CREDENTIALS_MISSING = "server_credentials_missing"
    AWS_UNREACHABLE = "aws_unreachable"
    AWS_THROTTLED = "aws_throttled"
    AWS_ERROR = "aws_error"
    ACCESS_DENIED = "access_denied"
    REGION_UNKNOWN = "region_unknown"
    REGION_NOT_ALLOWED = "region_not_allowed"
    BUCKET_NOT_ALLOWED = "bucket_not_allowed"
    BUCKET_NAME_INVALID = "bucket_name_invalid"
    BUCKET_NAME_IS_ARN = "bucket_name_is_arn"
    BUCKET_NOT_FOUND = "bucket_not_found"
    BUCKET_IN_OTHER_REGION = "bucket_in_other_region"
    PREFIX_NOT_FOUND = "prefix_not_found"
    PREFIX_NOT_VERIFIABLE = "prefix_not_verifiable"
    PREFIX_INVALID = "prefix_invalid"
    CURSOR_INVALID = "cursor_invalid"
    NAME_INVALID = "name_invalid"
    KEY_TOO_LONG = "key_too_long"
    FILE_TOO_LARGE = "file_too_large"
    CONTENT_TYPE_NOT_ALLOWED = "content_type_not_allowed"
    CONFLICT = "conflict"
    UPLOAD_NOT_FOUND = "upload_not_found"
    UPLOAD_INCOMPLETE = "upload_incomplete"
    UPLOAD_NOT_VERIFIABLE = "upload_not_verifiable"
    SIZE_MISMATCH = "size_mismatch"
    UPLOAD_DAMAGED = "upload_damaged"
    NOT_FOUND = "not_found"
    ORIGIN_INVALID = "origin_invalid"
    CORS_RULES_CHANGED = "cors_rules_changed"
    CORS_RULES_FULL = "cors_rules_full"
    CORS_NOT_EFFECTIVE = "cors_not_effective"
    CONFIRMATION_WRONG = "confirmation_wrong"
    OBJECT_LOCKED = "object_locked"
    OBJECT_ARCHIVED = "object_archived"
    CUSTOMER_KEY_NEEDED = "customer_key_needed"
    KEY_NOT_ADDRESSABLE = "key_not_addressable"
    EXPIRY_TOO_LONG = "expiry_too_long"
    POLICY_NOT_SHOWN = "policy_not_shown"
    POLICIES_NOT_SHARED = "policies_not_shared"
    STATISTICS_OFF = "statistics_off"
    STATISTICS_UNAVAILABLE = "statistics_unavailable"
    DATE_RANGE_INVALID = "date_range_invalid"
    SERVER_UNAVAILABLE = "server_unavailable"
    INTERNAL = "internal"


# Not a wrong signature: a server that reads an odd key otherwise than we do says so too.
_OF_ACCOUNT = (
    ErrorCode.CREDENTIALS_EXPIRED,
    ErrorCode.SESSION_TOKEN_INVALID,
    ErrorCode.ACCESS_KEY_UNKNOWN,
)


class S3LoaderError(Exception):
    """A failure that a person may read: `detail` says in English what to do next."""

    status: ClassVar[int] = 500

    def __init__(self, code: ErrorCode, detail: str, params: Params | None = None) -> None:
        super().__init__(detail)
        self.code = code
        self.detail = detail
        self.params: Params = MappingProxyType(dict(params or {}))

    @property
    def is_of_account(self) -> bool:
        """Whether AWS no longer takes the credentials, so that nothing else can work either."""
        return self.code in _OF_ACCOUNT


class Unconfirmed(S3LoaderError):
    """What cannot be undone was not confirmed in the very words, so nothing was done."""

    status = 400


class InvalidInput(S3LoaderError):
    """The request can never work as it is."""

    status = 422


class Unauthenticated(S3LoaderError):
    """No account, or one that AWS no longer accepts."""

    status = 401


class Forbidden(S3LoaderError):
    """The account, or this deployment, does not allow it."""

    status = 403


class Missing(S3LoaderError):
    """The bucket, prefix, object or upload is not there."""

    status = 404


class Conflict(S3LoaderError):
    """Something else is already there, or something is not finished."""

    status = 409


class ServerUnavailable(S3LoaderError):
    """The server lacks something of its own, such as its keys; the log names it."""

    status = 503

    def __init__(self) -> None:
        super().__init__(
            ErrorCode.SERVER_UNAVAILABLE,
            "The server cannot reach something of its own that it needs. Try again in a minute; "
            "if it stays, report the request id.",
        )


class StoreUnavailable(S3LoaderError):
    """Where statistics are kept does not answer in time; nothing else is affected."""

    status = 503

    def __init__(self) -> None:
        super().__init__(
            ErrorCode.STATISTICS_UNAVAILABLE,
            "The store of the statistics does not answer. Try again in a moment, or ask for a "
            "shorter period.",
        )


class AwsFailure(S3LoaderError):
    """AWS answered with something that helps nobody."""

    status = 502


class AwsBusy(S3LoaderError):
    """AWS asks to slow down; the same request may work a moment later."""

    status = 503


class AwsUnreachable(S3LoaderError):
    """No answer from AWS."""

    status = 504


def json_params(params: Params) -> JsonParams:
    """Return a failure's params as JSON has them."""
    return {
        name: value if isinstance(value, str | int) else list(value)
        for name, value in params.items()
    }
