import pytest
from botocore.exceptions import (
    ClientError,
    ConnectTimeoutError,
    EndpointConnectionError,
    IncompleteReadError,
    PaginationError,
    ReadTimeoutError,
    SSLError,
)
from botocore.parsers import ResponseParserError
from s3loader.aws.failures import aws_failures
from s3loader.errors import ErrorCode, S3LoaderError

CANARY = "AKIACANARYCANARYCANA"


def failed(code: str, message: str = CANARY, operation: str = "PutObject") -> S3LoaderError:
    with pytest.raises(S3LoaderError) as translated, aws_failures("arn:aws:s3:::demo/a"):
        raise ClientError({"Error": {"Code": code, "Message": message}}, operation)
    assert CANARY not in str(vars(translated.value))
    assert translated.value.__cause__ is None
    assert translated.value.__suppress_context__
    return translated.value


@pytest.mark.parametrize(
    ("aws_code", "status", "code"),
    [
        ("InvalidAccessKeyId", 401, ErrorCode.ACCESS_KEY_UNKNOWN),
        ("InvalidClientTokenId", 401, ErrorCode.ACCESS_KEY_UNKNOWN),
        ("SignatureDoesNotMatch", 401, ErrorCode.SECRET_KEY_WRONG),
        ("ExpiredToken", 401, ErrorCode.CREDENTIALS_EXPIRED),
        ("ExpiredTokenException", 401, ErrorCode.CREDENTIALS_EXPIRED),
        ("InvalidToken", 401, ErrorCode.SESSION_TOKEN_INVALID),
        ("RequestTimeTooSkewed", 502, ErrorCode.CLOCK_SKEWED),
        ("NoSuchBucket", 404, ErrorCode.BUCKET_NOT_FOUND),
        ("404", 404, ErrorCode.NOT_FOUND),
        ("NoSuchVersion", 404, ErrorCode.NOT_FOUND),
        ("NoSuchUpload", 404, ErrorCode.UPLOAD_NOT_FOUND),
        ("PermanentRedirect", 409, ErrorCode.BUCKET_IN_OTHER_REGION),
        ("PreconditionFailed", 409, ErrorCode.CONFLICT),
        ("InvalidPart", 409, ErrorCode.UPLOAD_INCOMPLETE),
        ("SlowDown", 503, ErrorCode.AWS_THROTTLED),
        ("Throttling", 503, ErrorCode.AWS_THROTTLED),
        ("ConditionalRequestConflict", 503, ErrorCode.AWS_THROTTLED),
        ("SomethingNew", 502, ErrorCode.AWS_ERROR),
    ],
)
def test_each_failure_of_aws_has_its_own_code(aws_code: str, status: int, code: ErrorCode) -> None:
    error = failed(aws_code)
    assert (error.status, error.code) == (status, code)


@pytest.mark.parametrize(
    ("operation", "action"),
    [
        ("ListObjectsV2", "s3:ListBucket"),
        ("CreateMultipartUpload", "s3:PutObject"),
        ("ListBuckets", "s3:ListAllMyBuckets"),
        ("HeadObject", "s3:GetObject"),
        ("ListObjectVersions", "s3:ListBucketVersions"),
    ],
)
def test_a_denial_names_the_action_and_the_resource(operation: str, action: str) -> None:
    error = failed("AccessDenied", operation=operation)
    assert error.params == {"action": action, "resource": "arn:aws:s3:::demo/a"}


def test_the_detail_of_a_denial_names_them_too() -> None:
    error = failed("AccessDenied", operation="ListObjectsV2")
    assert "s3:ListBucket on arn:aws:s3:::demo/a" in error.detail


def test_a_size_that_is_not_the_sum_of_the_parts_has_its_own_code() -> None:
    message = "The provided 'x-amz-mp-object-size' header value 1 does not match what was computed"
    operation = "CompleteMultipartUpload"
    assert failed("InvalidRequest", message, operation).code is ErrorCode.SIZE_MISMATCH
    assert failed("InvalidRequest", "else", operation).code is ErrorCode.AWS_ERROR


def test_an_unknown_key_may_be_an_inactive_one() -> None:
    assert "inactive" in failed("InvalidClientTokenId").detail


def test_the_action_that_aws_names_goes_before_the_operations() -> None:
    message = f"User: {CANARY} is not authorized to perform: kms:GenerateDataKey on resource: x"
    params = failed("AccessDenied", message).params
    assert params == {"action": "kms:GenerateDataKey", "resource": "AWS KMS"}


def test_the_key_that_kms_refuses_is_named() -> None:
    arn = "arn:aws:kms:ap-northeast-2:123456789012:key/1234abcd-12ab"
    message = f"User: lee is not authorized to perform: kms:Decrypt on resource: {arn} because no"
    assert failed("AccessDenied", message).params["resource"] == arn


def test_a_signature_from_another_time_is_the_clocks_fault() -> None:
    error = failed("SignatureDoesNotMatch", "Signature expired: 20261123T0848Z is now earlier")
    assert error.code is ErrorCode.CLOCK_SKEWED


def test_an_error_code_that_is_none_is_not_passed_on() -> None:
    assert failed(f"{CANARY} <script>").params["awsCode"] == "unknown"


@pytest.mark.parametrize(
    "error",
    [
        EndpointConnectionError(endpoint_url="http://sts"),
        ConnectTimeoutError(endpoint_url="http://sts"),
        ReadTimeoutError(endpoint_url="http://sts"),
        SSLError(endpoint_url="http://sts", error=ValueError("certificate")),
    ],
)
def test_no_answer_is_told_as_unreachable(error: Exception) -> None:
    with pytest.raises(S3LoaderError) as translated, aws_failures("*"):
        raise error
    assert (translated.value.status, translated.value.code) == (504, ErrorCode.AWS_UNREACHABLE)
    assert translated.value.params == {"cause": type(error).__name__}


@pytest.mark.parametrize(
    "error",
    [
        ResponseParserError(CANARY),
        IncompleteReadError(actual_bytes=1, expected_bytes=2),
        PaginationError(message=CANARY),
        KeyError(CANARY),
    ],
)
def test_an_answer_that_botocore_cannot_use_is_a_failure_of_aws(error: Exception) -> None:
    with pytest.raises(S3LoaderError) as translated, aws_failures("*"):
        raise error
    assert (translated.value.status, translated.value.code) == (502, ErrorCode.AWS_ERROR)
    assert CANARY not in str(vars(translated.value))
    assert translated.value.__suppress_context__


def test_a_version_id_that_is_none_is_a_version_that_is_not_there() -> None:
    assert failed("InvalidArgument", "Invalid version id specified").code is ErrorCode.NOT_FOUND
    assert failed("InvalidArgument").code is ErrorCode.AWS_ERROR


def test_a_call_may_need_another_permission_than_its_usual_one() -> None:
    with (
        pytest.raises(S3LoaderError) as refused,
        aws_failures("arn:aws:s3:::demo/a", "s3:GetObjectVersion"),
    ):
        raise ClientError({"Error": {"Code": "403"}}, "HeadObject")
    assert refused.value.params["action"] == "s3:GetObjectVersion"
