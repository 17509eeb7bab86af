"""What AWS's error codes mean here, and what a person can do about each."""

from dataclasses import dataclass

from s3loader.errors import (
    AwsBusy,
    AwsFailure,
    Conflict,
    ErrorCode,
    Forbidden,
    InvalidInput,
    Missing,
    S3LoaderError,
    Unauthenticated,
)


@dataclass(frozen=True)
class Rule:
    """One failure of ours and the codes of AWS that stand for it; HEAD has only the status."""

    kind: type[S3LoaderError]
    code: ErrorCode
    detail: str
    aws_codes: tuple[str, ...]


RULES = (
    Rule(
        Unauthenticated,
        ErrorCode.ACCESS_KEY_UNKNOWN,
        "AWS does not know this access key id, or it is inactive. Check it in IAM.",
        ("InvalidAccessKeyId", "InvalidClientTokenId", "UnrecognizedClientException"),
    ),
    Rule(
        Unauthenticated,
        ErrorCode.SECRET_KEY_WRONG,
        "The secret access key does not belong to the access key id. Enter the pair again.",
        ("SignatureDoesNotMatch", "InvalidSignatureException"),
    ),
    Rule(
        Unauthenticated,
        ErrorCode.SESSION_TOKEN_INVALID,
        "AWS does not accept the session token. Get new temporary credentials, all three values.",
        ("InvalidToken",),
    ),
    Rule(
        Unauthenticated,
        ErrorCode.CREDENTIALS_EXPIRED,
        "These credentials have expired. Enter new ones.",
        ("ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired"),
    ),
    Rule(
        AwsFailure,
        ErrorCode.CLOCK_SKEWED,
        "The server's clock differs from AWS's by minutes. The server's clock must be set right.",
        ("RequestTimeTooSkewed",),
    ),
    Rule(
        Forbidden,
        ErrorCode.ACCESS_DENIED,
        "The account may not do {action} on {resource}. Ask its administrator for that permission.",
        ("AccessDenied", "AccessDeniedException", "AllAccessDisabled", "AccountProblem", "403"),
    ),
    Rule(
        Forbidden,
        ErrorCode.OBJECT_LOCKED,
        "A retention period or legal hold (Object Lock) keeps the object. Ask who set it.",
        ("ObjectProtectedByLock",),  # of ours: S3 says AccessDenied and names the lock
    ),
    Rule(
        Missing,
        ErrorCode.BUCKET_NOT_FOUND,
        "There is no bucket of that name. Check the name.",
        ("NoSuchBucket",),
    ),
    Rule(
        Missing,
        ErrorCode.NOT_FOUND,
        "There is no object of that key, or no such version of it.",
        ("NoSuchKey", "NoSuchVersion", "NotFound", "404"),
    ),
    Rule(
        Missing,
        ErrorCode.UPLOAD_NOT_FOUND,
        "That multipart upload does not exist; it was completed or aborted. Upload the file again.",
        ("NoSuchUpload",),
    ),
    Rule(
        Conflict,
        ErrorCode.BUCKET_IN_OTHER_REGION,
        "The bucket lies in another region than its name was looked up in. Try again.",
        (
            "PermanentRedirect",
            "TemporaryRedirect",
            "AuthorizationHeaderMalformed",
            "301",
            "IllegalLocationConstraintException",
        ),
    ),
    Rule(
        Conflict,
        ErrorCode.CONFLICT,
        "An object of that key is already there. Replace it, keep both or skip.",
        ("PreconditionFailed", "412"),
    ),
    Rule(
        Conflict,
        ErrorCode.UPLOAD_INCOMPLETE,
        "S3 does not have all parts as they were sent. Upload the missing parts again.",
        ("InvalidPart", "InvalidPartOrder", "EntityTooSmall"),
    ),
    Rule(
        Conflict,
        ErrorCode.SIZE_MISMATCH,
        "The parts add up to another size than the file's. Upload the file again.",
        ("ObjectSizeMismatch",),  # of ours: S3 says InvalidRequest and names the header
    ),
    Rule(
        Conflict,
        ErrorCode.OBJECT_ARCHIVED,
        "The object lies in an archive. Restore it first.",
        ("InvalidObjectState",),
    ),
    Rule(
        InvalidInput,
        ErrorCode.BUCKET_NAME_INVALID,
        "AWS does not accept that bucket name. Check it.",
        ("InvalidBucketName",),
    ),
    Rule(
        InvalidInput,
        ErrorCode.KEY_TOO_LONG,
        "A key may have 1024 bytes in UTF-8. Shorten the name.",
        ("KeyTooLongError",),
    ),
    Rule(
        InvalidInput,
        ErrorCode.CUSTOMER_KEY_NEEDED,
        "The object is encrypted with a key of its owner's (SSE-C), which this app does not take. "
        "Use a tool that sends the key.",
        ("CustomerKeyNeeded",),  # of ours: S3 says InvalidRequest and speaks of encryption
    ),
    Rule(
        AwsBusy,
        ErrorCode.AWS_THROTTLED,
        "AWS asks to slow down. Try again in a moment.",
        (
            "SlowDown",
            "ServiceUnavailable",
            "Throttling",
            "ThrottlingException",
            "503",
            "ThrottledException",
            "RequestLimitExceeded",
            "TooManyRequestsException",
            # Two conditional requests met at one key; who lost may ask again.
            "ConditionalRequestConflict",
            "OperationAborted",
        ),
    ),
)
BY_AWS_CODE = {aws_code: rule for rule in RULES for aws_code in rule.aws_codes}

# Which permission a call needs, where AWS's message does not name it.
ACTIONS = {
    "ListBuckets": "s3:ListAllMyBuckets",
    "HeadBucket": "s3:ListBucket",
    "ListObjectsV2": "s3:ListBucket",
    "HeadObject": "s3:GetObject",
    "GetObject": "s3:GetObject",
    "CreateMultipartUpload": "s3:PutObject",
    "UploadPart": "s3:PutObject",
    "CompleteMultipartUpload": "s3:PutObject",
    "ListMultipartUploads": "s3:ListBucketMultipartUploads",
    "ListParts": "s3:ListMultipartUploadParts",
    "AbortMultipartUpload": "s3:AbortMultipartUpload",
    "GetObjectTagging": "s3:GetObjectTagging",
    "ListObjectVersions": "s3:ListBucketVersions",
    "GetBucketVersioning": "s3:GetBucketVersioning",
    "GetObjectLockConfiguration": "s3:GetBucketObjectLockConfiguration",
    "GetBucketCors": "s3:GetBucketCORS",
    "PutBucketCors": "s3:PutBucketCORS",
    "DeleteObject": "s3:DeleteObject",
    "DeleteObjects": "s3:DeleteObject",
    "GetBucketPolicy": "s3:GetBucketPolicy",
    "GetBucketEncryption": "s3:GetEncryptionConfiguration",
    "GetBucketLifecycleConfiguration": "s3:GetLifecycleConfiguration",
    "DescribeKey": "kms:DescribeKey",
    "GetKeyPolicy": "kms:GetKeyPolicy",
    "SimulatePrincipalPolicy": "iam:SimulatePrincipalPolicy",
    "GetCallerIdentity": "sts:GetCallerIdentity",
}
