"""What the requests of this app and of its browsers carry, for the conditions of policies.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
https://docs.aws.amazon.com/AmazonS3/latest/userguide/list_amazons3.html
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from s3loader.permissions.context import RequestContext

_TYPES: Final = {
    "user": "User",
    "role": "AssumedRole",
    "federated": "FederatedUser",
    "root": "Account",
}
# Only temporary credentials carry them.
_OF_SESSIONS = {
    "aws:MultiFactorAuthPresent",
    "aws:MultiFactorAuthAge",
    "aws:TokenIssueTime",
    "aws:FederatedProvider",
}
_OF_SERVICES = {"aws:SourceArn", "aws:SourceAccount", "aws:CalledVia*"}
_HEADERS_NEVER_SENT = {
    "s3:x-amz-acl",
    "s3:x-amz-grant-*",
    "s3:x-amz-server-side-encryption",
    "s3:x-amz-server-side-encryption-aws-kms-key-id",
    "s3:x-amz-storage-class",
    "s3:x-amz-copy-source",
    "s3:RequestObjectTag/*",
    "s3:RequestObjectTagKeys",
}
_OF_LISTINGS = {"s3:prefix", "s3:delimiter", "s3:max-keys"}
_MAY_LIST = {"s3:ListBucket", "s3:ListBucketMultipartUploads"}
_IF_MATCH = {"s3:if-match"}
_BY_URL = {"s3:authType": "REST-QUERY-STRING"}
_BY_HEADER = {"s3:authType": "REST-HEADER"}
# Parts and single PUTs are presigned, what begins and ends a multipart upload is not.
_SIGNED = {"s3:GetObject": _BY_URL, "s3:PutObject": {}}


@dataclass(frozen=True)
class Requester:
    """Who asks.

    Attributes:
        arn: of the user, federated user or root; of a session's role; None if not known
        name: the user's name; of others it is not used
        user_id: what GetCallerIdentity calls UserId; None if not known
        long_term: whether the access key is a user's or root's own, not a session's
    """

    account_id: str
    kind: Literal["user", "role", "federated", "root"]
    arn: str | None
    name: str
    user_id: str | None
    long_term: bool


@dataclass(frozen=True)
class Endpoint:
    """Where the requests go.

    Attributes:
        region: the bucket's
        secure: whether by TLS
        source_ip: the address that S3 sees; None if not known
    """

    region: str
    secure: bool
    source_ip: str | None


def s3_request(
    requester: Requester, endpoint: Endpoint, action: str, prefix: str, now: datetime
) -> RequestContext:
    """Tell what our request for an action of S3 carries; downloads are presigned."""
    listed = {"s3:prefix": prefix, "s3:delimiter": "/"} if action == "s3:ListBucket" else {}
    known = {
        "aws:SecureTransport": "true" if endpoint.secure else "false",
        "aws:ViaAWSService": "false",
        "s3:signatureversion": "AWS4-HMAC-SHA256",
        **({"aws:SourceIp": endpoint.source_ip} if endpoint.source_ip else {}),
        **_SIGNED.get(action, _BY_HEADER),
        **listed,
    }
    return _any_request(requester, endpoint, now).having(known, _absent_for(action))


def kms_request(requester: Requester, endpoint: Endpoint, now: datetime) -> RequestContext:
    """Tell what S3's own request to KMS carries when it encrypts or decrypts for the caller.

    https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html
    """
    known = {
        "kms:ViaService": f"s3.{endpoint.region}.amazonaws.com",
        "kms:CallerAccount": requester.account_id,
    }
    return _any_request(requester, endpoint, now).having(known)


def _absent_for(action: str) -> set[str]:
    listing = set() if action in _MAY_LIST else _OF_LISTINGS
    version = set() if action.endswith("Version") else {"s3:VersionId"}
    condition = _IF_MATCH if action == "s3:DeleteObject" else set()
    return _HEADERS_NEVER_SENT | _OF_SERVICES | listing | version | condition


def _any_request(requester: Requester, endpoint: Endpoint, now: datetime) -> RequestContext:
    known = {
        "aws:PrincipalAccount": requester.account_id,
        "aws:PrincipalIsAWSService": "false",
        "aws:PrincipalType": _TYPES[requester.kind],
        "aws:RequestedRegion": endpoint.region,
        "aws:CurrentTime": now.isoformat(),
        "aws:EpochTime": str(int(now.timestamp())),
        **({"aws:PrincipalArn": requester.arn} if requester.arn else {}),
        **({"aws:userid": requester.user_id} if requester.user_id else {}),
        **({"aws:username": requester.name} if requester.kind == "user" else {}),
    }
    no_name = set() if requester.kind == "user" else {"aws:username"}
    no_session = _OF_SESSIONS if requester.long_term else set()
    return RequestContext({}).having(known, no_name | no_session)
