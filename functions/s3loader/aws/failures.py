"""AWS's failures as ours: what happened and what to do, never AWS's own words.

AWS's messages name key ids, tokens and string-to-sign; none of that may travel on.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from botocore.exceptions import (
    BotoCoreError,
    ClientError,
    ConnectionError,
    HTTPClientError,
)

from s3loader.errors import (
    AwsBusy,
    AwsFailure,
    AwsUnreachable,
    Conflict,
    ErrorCode,
    Forbidden,
    InvalidInput,
    Missing,
    S3LoaderError,
    Unauthenticated,
)

ACTIONS = {
    "ListBuckets": "s3:ListAllMyBuckets",
    "HeadBucket": "s3:ListBucket",
    "ListObjectsV2": "s3:ListBucket",
    "HeadObject": "s3:GetObject",
    "CreateMultipartUpload": "s3:PutObject",
    "UploadPart": "s3:PutObject",
    "CompleteMultipartUpload": "s3:PutObject",
    "ListParts": "s3:ListMultipartUploadParts",
    "AbortMultipartUpload": "s3:AbortMultipartUpload",
    "GetCallerIdentity": "sts:GetCallerIdentity",
}
_NAMED_ACTION = re.compile(r"not authorized to perform: ([a-z0-9-]+:[A-Za-z*]+)")
_SKEW = re.compile(r"Signature (expired|not yet current)")


@dataclass(frozen=True)
class _Rule:
    kind: type[S3LoaderError]
    code: ErrorCode
    detail: str


_RULES: dict[str, _Rule] = {}


def _rule(kind: type[S3LoaderError], code: ErrorCode, detail: str, *aws_codes: str) -> None:
    _RULES.update(dict.fromkeys(aws_codes, _Rule(kind, code, detail)))


_rule(
    Unauthenticated,
    ErrorCode.ACCESS_KEY_UNKNOWN,
    "AWS does not know this access key id. Check it, or create a new key in IAM.",
    *("InvalidAccessKeyId", "InvalidClientTokenId", "UnrecognizedClientException"),
)
_rule(
    Unauthenticated,
    ErrorCode.SECRET_KEY_WRONG,
    "The secret access key does not belong to the access key id. Enter the pair again.",
    *("SignatureDoesNotMatch", "InvalidSignatureException"),
)
_rule(
    Unauthenticated,
    ErrorCode.SESSION_TOKEN_INVALID,
    "AWS does not accept the session token. Get new temporary credentials, all three values.",
    "InvalidToken",
)
_rule(
    Unauthenticated,
    ErrorCode.CREDENTIALS_EXPIRED,
    "These credentials have expired. Enter new ones.",
    *("ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired"),
)
_rule(
    AwsFailure,
    ErrorCode.CLOCK_SKEWED,
    "The server's clock differs from AWS's by minutes. The server's clock must be set right.",
    "RequestTimeTooSkewed",
)
_rule(
    Forbidden,
    ErrorCode.ACCESS_DENIED,
    "The account is not allowed to do this. Ask its administrator for the permission named.",
    *("AccessDenied", "AccessDeniedException", "AllAccessDisabled", "AccountProblem", "403"),
)
_rule(
    Missing,
    ErrorCode.BUCKET_NOT_FOUND,
    "There is no bucket of that name. Check the name.",
    "NoSuchBucket",
)
_rule(
    Missing,
    ErrorCode.NOT_FOUND,
    "There is no object of that key.",
    *("NoSuchKey", "NotFound", "404"),
)
_rule(
    Missing,
    ErrorCode.UPLOAD_NOT_FOUND,
    "That multipart upload does not exist; it was completed or aborted. Upload the file again.",
    "NoSuchUpload",
)
_rule(
    Conflict,
    ErrorCode.BUCKET_IN_OTHER_REGION,
    "The bucket lies in another region than its name was looked up in. Try again.",
    *("PermanentRedirect", "TemporaryRedirect", "AuthorizationHeaderMalformed", "301"),
    "IllegalLocationConstraintException",
)
_rule(
    Conflict,
    ErrorCode.CONFLICT,
    "An object of that key is already there. Replace it, keep both or skip.",
    *("PreconditionFailed", "ConditionalRequestConflict", "412"),
)
_rule(
    Conflict,
    ErrorCode.UPLOAD_INCOMPLETE,
    "S3 does not have all parts as they were sent. Upload the missing parts again.",
    *("InvalidPart", "InvalidPartOrder", "EntityTooSmall"),
)
_rule(
    InvalidInput,
    ErrorCode.BUCKET_NAME_INVALID,
    "AWS does not accept that bucket name. Check it.",
    "InvalidBucketName",
)
_rule(
    AwsBusy,
    ErrorCode.AWS_THROTTLED,
    "AWS asks to slow down. Try again in a moment.",
    *("SlowDown", "ServiceUnavailable", "Throttling", "ThrottlingException", "503"),
    *("ThrottledException", "RequestLimitExceeded", "TooManyRequestsException"),
)


@contextmanager
def aws_failures(resource: str) -> Iterator[None]:
    """Turn botocore's exceptions into the error tree.

    Args:
        resource: what the call is about, as an ARN; shown when access is denied.
    """
    try:
        yield
    except ClientError as error:
        raise translate(error, resource) from None
    except (BotoCoreError, HTTPClientError, ConnectionError) as error:
        raise _unreachable(error) from None


def translate(error: ClientError, resource: str) -> S3LoaderError:
    """Return our error for an answer of AWS."""
    aws_code = str(error.response.get("Error", {}).get("Code", ""))
    message = str(error.response.get("Error", {}).get("Message", ""))
    if _SKEW.search(message):
        aws_code = "RequestTimeTooSkewed"
    rule = _RULES.get(aws_code)
    if rule is None:
        return _unexpected(error, aws_code)
    if rule.code is ErrorCode.ACCESS_DENIED:
        action = _action(error.operation_name, message)
        return rule.kind(rule.code, rule.detail, {"action": action, "resource": resource})
    return rule.kind(rule.code, rule.detail)


def _action(operation: str, message: str) -> str:
    named = _NAMED_ACTION.search(message)
    return named.group(1) if named else ACTIONS.get(operation, operation)


def _unexpected(error: ClientError, aws_code: str) -> S3LoaderError:
    shown = aws_code if re.fullmatch(r"[A-Za-z0-9.]{1,64}", aws_code) else "unknown"
    return AwsFailure(
        ErrorCode.AWS_ERROR,
        f"AWS answered {shown} to {error.operation_name}. Try again; if it stays, report it.",
        {"awsCode": shown, "operation": error.operation_name},
    )


def _unreachable(error: Exception) -> S3LoaderError:
    return AwsUnreachable(
        ErrorCode.AWS_UNREACHABLE,
        "AWS did not answer in time. Check the server's network and try again.",
        {"cause": type(error).__name__},
    )
