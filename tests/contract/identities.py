"""Identities whose permissions the app tells: what their policies are, and what is odd about it."""

from dataclasses import dataclass
from typing import Any, Final

Statement = dict[str, Any]

READY: Final = "proof-ready"
OTHER: Final = "proof-other"
INBOX: Final = f"arn:aws:s3:::{READY}/inbox/*"


def allow(actions: str | list[str], resources: str | list[str] = "*", **more: Any) -> Statement:  # noqa: ANN401
    return {"Effect": "Allow", "Action": actions, "Resource": resources, **more}


def deny(actions: str | list[str], resources: str | list[str] = "*", **more: Any) -> Statement:  # noqa: ANN401
    return {"Effect": "Deny", "Action": actions, "Resource": resources, **more}


IAM_READS = allow(["iam:Get*", "iam:List*", "iam:SimulatePrincipalPolicy"], Sid="ReadIam")
BUCKET_READS = allow(["s3:GetBucketPolicy", "s3:GetEncryptionConfiguration"], Sid="ReadRules")
READS = [IAM_READS, BUCKET_READS]
EVERYTHING = allow("s3:*", Sid="Everything")
READING = allow(["s3:ListBucket", "s3:GetObject"], Sid="Reading")
LIST_INBOX = allow(
    "s3:ListBucket",
    f"arn:aws:s3:::{READY}",
    Condition={"StringLike": {"s3:prefix": ["inbox/", "inbox/*"]}},
)


@dataclass(frozen=True)
class Identity:
    """A user, or with `role` a role's session; each list is one policy's statements."""

    name: str
    inline: tuple[Statement, ...] = ()
    attached: tuple[Statement, ...] = ()
    group_inline: tuple[Statement, ...] = ()
    group_attached: tuple[Statement, ...] = ()
    boundary: tuple[Statement, ...] = ()
    role: bool = False
    session: tuple[Statement, ...] = ()
    own_prefix: str | None = None

    @property
    def places(self) -> list[tuple[str, str]]:
        """Where it is asked what it may do: buckets and prefixes."""
        usual = [(READY, ""), (READY, "inbox/"), (READY, "other/"), (OTHER, "inbox/")]
        return [*usual, *([(READY, self.own_prefix)] if self.own_prefix else [])]


def conditioned(statement: Statement, **condition: dict[str, Any]) -> Statement:
    return {**statement, "Condition": condition}


IDENTITIES = [
    Identity("full", (EVERYTHING, *READS)),
    Identity("reader", (READING, *READS)),
    Identity(
        "uploader",
        (
            LIST_INBOX,
            allow(
                ["s3:PutObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"], INBOX
            ),
            allow("s3:ListBucketMultipartUploads", f"arn:aws:s3:::{READY}"),
            *READS,
        ),
    ),
    Identity("prefix-only", (allow("s3:*", INBOX), LIST_INBOX, *READS)),
    Identity("denied-deletes", (EVERYTHING, deny("s3:Delete*", "arn:aws:s3:::*/inbox/*"), *READS)),
    Identity("bucket-denies", (EVERYTHING, *READS)),
    Identity("bucket-allows", tuple(READS)),
    Identity("bucket-denies-unseen", (EVERYTHING, deny("s3:GetBucketPolicy"), IAM_READS)),
    Identity("bucket-allows-unseen", (IAM_READS,)),
    Identity("bounded", (EVERYTHING, *READS), boundary=(READING, *READS)),
    Identity("bounded-but-named", tuple(READS), boundary=tuple(READS)),
    Identity("group-only", group_inline=(READING,), group_attached=(*READS, allow("s3:Put*"))),
    Identity("attached-only", attached=(READING, allow("s3:DeleteObject", INBOX), *READS)),
    Identity("reads-no-iam", (READING, allow("s3:PutObject", INBOX), BUCKET_READS)),
    Identity("reads-nothing", (READING, allow("s3:PutObject", INBOX))),
    Identity("reads-some-iam", (READING, allow(["iam:ListUserPolicies", "iam:GetUserPolicy"]))),
    Identity("simulates-only", (READING, allow("iam:SimulatePrincipalPolicy"))),
    Identity("no-list", (allow(["s3:GetObject", "s3:PutObject"], INBOX), *READS)),
    Identity("role-session", (EVERYTHING, *READS), role=True),
    Identity("narrowed-session", (EVERYTHING, *READS), role=True, session=(READING, *READS)),
    Identity(
        "session-named-by-bucket",
        (EVERYTHING, *READS),
        role=True,
        session=(EVERYTHING, *READS, deny("s3:GetObject")),
    ),
    Identity(
        "group-denies-unseen",
        (
            allow("s3:ListBucket"),
            allow("s3:PutObject", f"arn:aws:s3:::{READY}/inbox/*.pdf"),
            allow("s3:GetObject"),
            allow(["iam:GetUser", "iam:ListUserPolicies", "iam:GetUserPolicy"]),
            allow(["iam:ListAttachedUserPolicies", "iam:SimulatePrincipalPolicy"]),
            BUCKET_READS,
        ),
        group_inline=(deny(["s3:PutObject", "s3:DeleteObject"]),),
        group_attached=(READING,),
    ),
    Identity(
        "groups-unseen",
        (
            LIST_INBOX,
            allow(["iam:GetUser", "iam:ListUserPolicies", "iam:GetUserPolicy"]),
            allow(["iam:ListAttachedUserPolicies", "iam:SimulatePrincipalPolicy"]),
            BUCKET_READS,
        ),
    ),
    Identity("AWSReservedSSO_proof", (READING, *READS), role=True),
    Identity(
        "by-tag",
        (
            allow("s3:ListBucket"),
            conditioned(
                allow("s3:GetObject"), StringEquals={"s3:ExistingObjectTag/stage": "public"}
            ),
            *READS,
        ),
    ),
    Identity(
        "from-here", (conditioned(EVERYTHING, IpAddress={"aws:SourceIp": "127.0.0.0/8"}), *READS)
    ),
    Identity(
        "from-elsewhere",
        (
            EVERYTHING,
            conditioned(deny("s3:*"), NotIpAddress={"aws:SourceIp": "10.0.0.0/8"}),
            *READS,
        ),
    ),
    Identity(
        "by-tls",
        (EVERYTHING, conditioned(deny("s3:Put*"), Bool={"aws:SecureTransport": "false"}), *READS),
    ),
    Identity(
        "by-date",
        (conditioned(EVERYTHING, DateLessThan={"aws:CurrentTime": "2020-01-01T00:00:00Z"}), *READS),
    ),
    Identity(
        "by-username",
        (
            allow("s3:*", f"arn:aws:s3:::{READY}/${{aws:username}}/*"),
            allow(
                "s3:ListBucket",
                f"arn:aws:s3:::{READY}",
                Condition={"StringLike": {"s3:prefix": "${aws:username}/*"}},
            ),
            *READS,
        ),
        own_prefix="by-username/",
    ),
    Identity(
        "not-action",
        (
            {"Effect": "Allow", "NotAction": ["s3:Delete*", "s3:PutBucket*"], "Resource": "*"},
            IAM_READS,
        ),
    ),
    Identity("not-resource", ({"Effect": "Allow", "Action": "s3:*", "NotResource": INBOX}, *READS)),
    Identity(
        "by-name",
        (
            allow("s3:ListBucket"),
            allow(["s3:PutObject", "s3:GetObject"], f"arn:aws:s3:::{READY}/inbox/*.pdf"),
            allow("s3:DeleteObject"),
            deny("s3:DeleteObject", f"arn:aws:s3:::{READY}/inbox/re*"),
            *READS,
        ),
    ),
    Identity(
        "by-other-name",
        (
            allow("s3:ListBucket"),
            allow(["s3:PutObject", "s3:GetObject"], f"arn:aws:s3:::{READY}/inbox/*.txt"),
            *READS,
        ),
    ),
    Identity("nothing"),
]


def bucket_policy(arns: dict[str, str]) -> dict[str, Any]:
    """The policy of the bucket READY, about identities of these ARNs.

    Args:
        arns: by name
    """

    def means(name: str, statement: Statement) -> Statement:
        return {**statement, "Principal": {"AWS": arns[name]}}

    objects = f"arn:aws:s3:::{READY}/*"
    return {
        "Version": "2012-10-17",
        "Statement": [
            means(
                "bucket-denies", deny(["s3:DeleteObject", "s3:PutObject"], INBOX, Sid="KeepInbox")
            ),
            means("bucket-denies-unseen", deny(["s3:PutObject"], INBOX)),
            means("bucket-allows", allow(["s3:GetObject", "s3:DeleteObject"], INBOX)),
            means("bucket-allows-unseen", allow("s3:PutObject", objects)),
            means("bounded-but-named", allow("s3:GetObject", objects)),
            means("session-named-by-bucket", allow(["s3:GetObject", "s3:PutObject"], objects)),
            means("group-denies-unseen", allow(["s3:PutObject", "s3:DeleteObject"], objects)),
            means("bounded", allow("s3:GetObjectTagging", INBOX)),
        ],
    }
