"""What a bucket and its key say themselves."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from s3loader.permissions.attempts import Attempts
from s3loader.permissions.models import UnreadableSource
from s3loader.permissions.policies import ResourcePolicy
from s3loader.permissions.ports import BucketInspector, ForeignBucket, PolicyDocument

_NO_POLICY: PolicyDocument = {"Version": "2012-10-17", "Statement": []}


@dataclass(frozen=True)
class EncryptionKey:
    """A KMS key; its ARN and its policy are None where they could not be read."""

    name: str
    arn: str | None
    policy: ResourcePolicy | None


@dataclass(frozen=True)
class BucketRules:
    """A bucket's policy (None: unreadable) and the key of its default encryption, if any.

    Attributes:
        is_foreign: whether the bucket is another account's, as far as that is known
        unreadable: what was refused
        is_lasting: whether asking again at once would show the same
    """

    policy: ResourcePolicy | None
    is_foreign: bool
    key: EncryptionKey | None
    unreadable: Sequence[UnreadableSource]
    is_lasting: bool


def read_rules(bucket: str, inspector: BucketInspector) -> BucketRules:
    """Read both at once; what is refused is noted.

    Raises:
        Unauthenticated: AWS does not accept the credentials any more
        Missing: bucket_not_found
    """
    attempts = Attempts()
    with ThreadPoolExecutor(max_workers=1) as aside:
        policy = aside.submit(_policy, bucket, inspector, attempts)
        key = _key(bucket, inspector, attempts)
        read, is_foreign = policy.result()
    return BucketRules(read, is_foreign, key, attempts.noted, attempts.are_lasting)


def _policy(
    bucket: str, inspector: BucketInspector, attempts: Attempts
) -> tuple[ResourcePolicy | None, bool]:
    """Return the policy, and whether it is another account's."""
    is_foreign = False

    def read() -> ResourcePolicy:
        nonlocal is_foreign
        try:
            document = inspector.policy() or _NO_POLICY
        except ForeignBucket:
            is_foreign = True
            raise
        return ResourcePolicy.read(bucket, "bucket-policy", document)

    return attempts.read("bucket-policy", bucket, "s3:GetBucketPolicy", read), is_foreign


def _key(bucket: str, inspector: BucketInspector, attempts: Attempts) -> EncryptionKey | None:
    name = attempts.read(
        "encryption", bucket, "s3:GetEncryptionConfiguration", inspector.encryption_key
    )
    if name is None:
        return None
    arn = attempts.read("key-policy", name, "kms:DescribeKey", lambda: inspector.key_arn(name))
    return EncryptionKey(name, arn, _key_policy(arn, inspector, attempts) if arn else None)


def _key_policy(arn: str, inspector: BucketInspector, attempts: Attempts) -> ResourcePolicy | None:
    def read() -> ResourcePolicy:
        return ResourcePolicy.read(arn, "key-policy", inspector.key_policy(arn))

    return attempts.read("key-policy", arn, "kms:GetKeyPolicy", read)
