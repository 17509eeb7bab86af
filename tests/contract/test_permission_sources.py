"""Probes, bucket and key policies and the simulator say what the embedded AWS enforces."""

import json
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import boto3
import pytest
from mypy_boto3_iam import IAMClient
from mypy_boto3_kms import KMSClient
from mypy_boto3_s3 import S3Client
from s3loader.accounts.arns import identity_of
from s3loader.caller import Caller, Credentials
from s3loader.caller_aws import CallerAws
from s3loader.caller_permissions import CallerPermissions
from s3loader.deadline import Deadline
from s3loader.errors import AwsFailure, Forbidden, Unauthenticated
from s3loader.permissions.ports import BucketInspector, Prober, SimulationQuestion
from s3loader.runtime import Runtime
from s3loader.settings import Settings

from local.embedded_aws import ADMINISTRATOR, REGION
from local.seed import administrator
from tests.contract.iam_user import create_user, document, put_user_policy
from tests.local.running_stack import RunningStack

PREFIX = "inbox/"
_UNHURRIED = 600.0  # seconds; several tries share a deadline here
PROBES: dict[str, Callable[[Prober], bool | None]] = {
    "s3:ListBucket": lambda prober: prober.list_bucket(PREFIX).let_through,
    "s3:ListBucketMultipartUploads": lambda prober: prober.list_uploads(PREFIX),
    "s3:PutObject": lambda prober: prober.put_object(PREFIX),
    "s3:AbortMultipartUpload": lambda prober: prober.abort_upload(PREFIX),
    "s3:ListMultipartUploadParts": lambda prober: prober.list_parts(PREFIX),
    "s3:GetBucketCORS": lambda prober: prober.get_cors(),
    "s3:DeleteObject": lambda prober: prober.delete_object(PREFIX),
}


@dataclass(frozen=True)
class Account:
    """An administrator, and what is needed to act as a user."""

    runtime: Runtime
    iam: IAMClient
    s3: S3Client
    kms: KMSClient

    def new_user(self, *actions: str) -> str:
        user = create_user(self.iam)
        if actions:
            put_user_policy(self.iam, user, "inline", document(*actions))
        return user

    def aws(self, user: str) -> CallerAws:
        key = self.iam.create_access_key(UserName=user)["AccessKey"]
        identity = identity_of(self.arn(user))
        credentials = Credentials(key["AccessKeyId"], key["SecretAccessKey"], region=REGION)
        return CallerAws(self.runtime, Caller(credentials, identity), Deadline(_UNHURRIED))

    def permissions(self, user: str) -> CallerPermissions:
        return CallerPermissions(self.aws(user))

    def prober(self, user: str, bucket: str) -> Prober:
        aws = self.aws(user)
        return CallerPermissions(aws).prober(aws.open(bucket))

    def inspector(self, user: str, bucket: str) -> BucketInspector:
        aws = self.aws(user)
        return CallerPermissions(aws).inspector(aws.open(bucket))

    def arn(self, user: str) -> str:
        return self.iam.get_user(UserName=user)["User"]["Arn"]


@pytest.fixture
def account(stack: RunningStack, tmp_path: Path) -> Iterator[Account]:
    endpoint = stack.aws_endpoint
    settings = Settings(
        seal_key_file=tmp_path / "seal.key", s3_endpoint=endpoint, aws_endpoint=endpoint
    )
    key_id, secret = ADMINISTRATOR
    kms = boto3.Session(key_id, secret, region_name=REGION).client("kms", endpoint_url=endpoint)
    iam, s3 = administrator.iam(endpoint), administrator.s3(endpoint)
    yield Account(Runtime(settings), iam, s3, kms)
    for client in (iam, s3, kms):
        client.close()


@pytest.fixture
def bucket(account: Account) -> str:
    name = f"bucket-{uuid.uuid4()}"
    account.s3.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": REGION})
    return name


@pytest.mark.parametrize("action", PROBES)
def test_a_probe_tells_who_may_from_who_may_not_and_leaves_nothing_behind(
    account: Account, bucket: str, action: str
) -> None:
    may = account.prober(account.new_user(action), bucket)
    others = [other for other in PROBES if other != action]
    may_not = account.prober(account.new_user(*others), bucket)
    assert PROBES[action](may) is True
    assert PROBES[action](may_not) is False
    assert "Contents" not in account.s3.list_objects_v2(Bucket=bucket)
    assert "Uploads" not in account.s3.list_multipart_uploads(Bucket=bucket)


def test_a_probe_with_keys_that_aws_no_longer_knows_is_raised(
    account: Account, bucket: str
) -> None:
    user = account.new_user("s3:*")
    aws = account.aws(user)
    prober = CallerPermissions(aws).prober(aws.open(bucket))
    key_id = aws.caller.credentials.access_key_id
    account.iam.delete_access_key(UserName=user, AccessKeyId=key_id)
    with pytest.raises(Unauthenticated):
        prober.list_bucket(PREFIX)


def test_what_a_bucket_says_is_read_once_for_all_prefixes_until_it_is_refreshed(
    account: Account, bucket: str
) -> None:
    permissions = account.permissions(account.new_user("s3:*", "iam:*"))

    def putting(prefix: str, *, refresh: bool = False) -> str:
        told = permissions.effective(bucket, refresh=refresh).at(prefix)
        return next(found.verdict for found in told.actions if found.action == "s3:PutObject")

    assert putting("a/") == "allowed"
    policy = document("s3:PutObject", resource=f"arn:aws:s3:::{bucket}/*")
    policy["Statement"][0] |= {"Effect": "Deny", "Principal": "*"}
    account.s3.put_bucket_policy(Bucket=bucket, Policy=json.dumps(policy))
    assert putting("b/") == "allowed"
    assert putting("b/", refresh=True) == "denied"
    assert putting("c/") == "denied"


def test_a_bucket_policy_is_read_where_it_may_be(account: Account, bucket: str) -> None:
    inspector = account.inspector(account.new_user("s3:*"), bucket)
    assert inspector.policy() is None
    statement = {
        "Effect": "Allow",
        "Principal": {"AWS": "arn:aws:iam::000000000000:root"},
        "Action": "s3:GetObject",
        "Resource": f"arn:aws:s3:::{bucket}/*",
    }
    policy = {"Version": "2012-10-17", "Statement": [statement]}
    account.s3.put_bucket_policy(Bucket=bucket, Policy=json.dumps(policy))
    assert inspector.policy() == policy
    with pytest.raises(Forbidden) as refused:
        account.inspector(account.new_user(), bucket).policy()
    assert refused.value.params["action"] == "s3:GetBucketPolicy"


def encrypt(account: Account, bucket: str, key: str | None) -> None:
    default = {"SSEAlgorithm": "aws:kms", **({"KMSMasterKeyID": key} if key else {})}
    rules = {"Rules": [{"ApplyServerSideEncryptionByDefault": default}]}
    account.s3.put_bucket_encryption(
        Bucket=bucket,
        ServerSideEncryptionConfiguration=rules,  # type: ignore[arg-type] # a plain dict
    )


def test_the_key_of_the_default_encryption_is_named_unless_it_is_awss_own(
    account: Account, bucket: str
) -> None:
    inspector = account.inspector(account.new_user("s3:*"), bucket)
    assert inspector.encryption_key() is None
    for own in (None, "alias/aws/s3", f"arn:aws:kms:{REGION}:000000000000:alias/aws/s3"):
        encrypt(account, bucket, own)
        assert inspector.encryption_key() is None
    encrypt(account, bucket, "alias/ours")
    assert inspector.encryption_key() == "alias/ours"
    with pytest.raises(Forbidden) as refused:
        account.inspector(account.new_user(), bucket).encryption_key()
    assert refused.value.params["action"] == "s3:GetEncryptionConfiguration"


def test_a_keys_policy_is_read_by_arn_id_and_alias(account: Account, bucket: str) -> None:
    key = account.kms.create_key()["KeyMetadata"]
    alias = f"alias/{uuid.uuid4()}"
    account.kms.create_alias(AliasName=alias, TargetKeyId=key["KeyId"])
    inspector = account.inspector(
        account.new_user("s3:*", "kms:DescribeKey", "kms:GetKeyPolicy"), bucket
    )
    for name in (key["Arn"], key["KeyId"], alias):
        assert inspector.key_arn(name) == key["Arn"]
        assert inspector.key_policy(name)["Statement"][0]["Action"] == "kms:*"


def test_a_key_that_kms_does_not_know_is_a_failure_of_its_own(
    account: Account, bucket: str
) -> None:
    inspector = account.inspector(account.new_user("s3:*", "kms:*"), bucket)
    with pytest.raises(AwsFailure):
        inspector.key_policy(str(uuid.uuid4()))


def test_the_simulator_answers_in_the_order_of_the_questions(account: Account, bucket: str) -> None:
    user = account.new_user("s3:GetObject", "s3:ListBucket", "iam:SimulatePrincipalPolicy")
    arn = f"arn:aws:s3:::{bucket}"
    questions = [
        SimulationQuestion("s3:PutObject", f"{arn}/in/*", {}),
        SimulationQuestion("s3:ListBucket", arn, {"s3:prefix": "in/"}),
        SimulationQuestion("s3:GetObject", f"{arn}/in/*", {}),
    ]
    answers = account.permissions(user).simulator.simulate(account.arn(user), questions)
    assert [answer.decision for answer in answers] == ["implicitDeny", "allowed", "allowed"]
    assert {answer.allowed_by_organization for answer in answers} == {True}


def test_who_may_not_simulate_is_told_the_permission(account: Account) -> None:
    user = account.new_user()
    question = SimulationQuestion("s3:GetObject", "*", {})
    with pytest.raises(Forbidden) as refused:
        account.permissions(user).simulator.simulate(account.arn(user), [question])
    assert refused.value.params["action"] == "iam:SimulatePrincipalPolicy"
