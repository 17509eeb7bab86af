"""AWS's failures as ours: what happened and what to do, never AWS's own words.

AWS's messages name key ids, tokens and string-to-sign; none of that may travel on.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from botocore.exceptions import BotoCoreError, ClientError, ConnectionError, HTTPClientError
from botocore.parsers import ResponseParserError

from s3loader.aws.failure_rules import ACTIONS, BY_AWS_CODE
from s3loader.errors import AwsFailure, AwsUnreachable, ErrorCode, S3LoaderError
from s3loader.observability import logger

_NAMED_ACTION = re.compile(r"not authorized to perform: ([a-z0-9-]+:[A-Za-z*]+)")
# The key that encrypts the object; the object's ARN would be no help to grant this.
_NAMED_KEY = re.compile(r"on resource: (arn:[a-z-]+:kms:[a-z0-9-]+:\d{12}:key/[A-Za-z0-9-]+)")
_KMS = "AWS KMS"
_SKEW = re.compile(r"Signature (expired|not yet current)")
# Codes of S3's for many things, what tells one of them, and a code of ours for it.
_TOLD_BY_MESSAGE = (
    ("InvalidRequest", "x-amz-mp-object-size", "ObjectSizeMismatch"),
    ("InvalidRequest", "stored using a form of Server Side Encryption", "CustomerKeyNeeded"),
    ("InvalidArgument", "Invalid version id", "NoSuchVersion"),
    ("AccessDenied", "protected by object lock", "ObjectProtectedByLock"),
)


@contextmanager
def aws_failures(resource: str, action: str | None = None) -> Iterator[None]:
    """Turn botocore's exceptions into the error tree.

    Args:
        resource: what the call is about, as an ARN; shown when access is denied.
        action: the permission that the call needs, where it is not its operation's usual one
    """
    try:
        yield
    except ClientError as error:
        raise translate(error, resource, action) from None
    except (HTTPClientError, ConnectionError, TimeoutError) as error:
        raise _unreachable(error) from None
    # A proxy's page, or XML that is none: it cannot be parsed, or lacks what AWS documents.
    except (BotoCoreError, ResponseParserError, KeyError) as error:
        raise _unusable(error) from None


def translate(error: ClientError, resource: str, usual: str | None = None) -> S3LoaderError:
    """Return our error for an answer of AWS."""
    message = str(error.response.get("Error", {}).get("Message", ""))
    aws_code = _precise(str(error.response.get("Error", {}).get("Code", "")), message)
    rule = BY_AWS_CODE.get(aws_code)
    if rule is None:
        return _unexpected(error, aws_code)
    if rule.code is ErrorCode.ACCESS_DENIED:
        action = _named_action(message) or usual or _usual_action(error.operation_name)
        about = _kms_key(message) if action.startswith("kms:") else resource
        detail = rule.detail.format(action=action, resource=about)
        return rule.kind(rule.code, detail, {"action": action, "resource": about})
    return rule.kind(rule.code, rule.detail)


def cause_of(error: Exception) -> str:
    """Return AWS's code of a failure, or what kind it is; safe to log."""
    if isinstance(error, ClientError):
        return _shown(str(error.response.get("Error", {}).get("Code", "")))
    return error.code if isinstance(error, S3LoaderError) else type(error).__name__


def _precise(aws_code: str, message: str) -> str:
    if _SKEW.search(message):
        return "RequestTimeTooSkewed"
    for told, words, meant in _TOLD_BY_MESSAGE:
        if aws_code == told and words in message:
            return meant
    return aws_code


def _named_action(message: str) -> str | None:
    named = _NAMED_ACTION.search(message)
    return named.group(1) if named else None


def _usual_action(operation: str) -> str:
    return ACTIONS.get(operation, operation)


def _kms_key(message: str) -> str:
    named = _NAMED_KEY.search(message)
    return named.group(1) if named else _KMS


def _unexpected(error: ClientError, aws_code: str) -> S3LoaderError:
    shown = _shown(aws_code)
    return AwsFailure(
        ErrorCode.AWS_ERROR,
        f"AWS answered {shown} to {error.operation_name}. Try again; if it stays, report it.",
        {"awsCode": shown, "operation": error.operation_name},
    )


def _shown(aws_code: str) -> str:
    return aws_code if re.fullmatch(r"[A-Za-z0-9.]{1,64}", aws_code) else "unknown"


def _unreachable(error: Exception) -> S3LoaderError:
    return AwsUnreachable(
        ErrorCode.AWS_UNREACHABLE,
        "AWS did not answer in time. Check the server's network and try again.",
        {"cause": type(error).__name__},
    )


def _unusable(error: Exception) -> S3LoaderError:
    cause = type(error).__name__
    logger.warning("unusable answer of aws", extra={"cause": cause})
    return AwsFailure(
        ErrorCode.AWS_ERROR,
        "AWS, or a proxy before it, gave an answer that cannot be used. "
        "Try again; if it stays, report it.",
        {"cause": cause},
    )
