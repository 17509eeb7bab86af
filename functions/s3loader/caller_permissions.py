"""What one caller may do, as AWS tells it with the caller's own rights."""

from dataclasses import dataclass
from datetime import UTC, datetime

from s3loader.aws.bucket import OpenBucket
from s3loader.aws.bucket_inspector import S3BucketInspector
from s3loader.aws.policy_reader import IamPolicyReader
from s3loader.aws.prober import S3Prober
from s3loader.aws.simulator import IamSimulator
from s3loader.caller_aws import CallerAws
from s3loader.errors import ErrorCode, Forbidden
from s3loader.fingerprint import fingerprint
from s3loader.permissions.asker import Asker
from s3loader.permissions.bucket_rules import BucketRules, read_rules
from s3loader.permissions.effective import Effective
from s3loader.permissions.granted import GrantedPolicies, read_policies
from s3loader.permissions.models import PolicyReport
from s3loader.permissions.ports import BucketInspector, Prober, Simulator
from s3loader.permissions.survey import Sources, Survey
from s3loader.settings import is_loopback


@dataclass(frozen=True)
class CallerPermissions:
    """Policies and verdicts; each is kept for 5 minutes."""

    aws: CallerAws

    def policies(self, *, refresh: bool) -> GrantedPolicies:
        """The policies of the caller's identity."""
        reader = IamPolicyReader(self.aws.client("iam"), self.aws.deadline)
        return self.aws.runtime.policies.get(
            self._who,
            lambda: read_policies(self.aws.caller.identity, reader, datetime.now(UTC)),
            refresh=refresh,
        )

    def report(self, *, refresh: bool) -> PolicyReport:
        """The policies as the caller may see them.

        Raises:
            Forbidden: policies_not_shared, to who may use only some of the server's buckets
        """
        person = self.aws.caller.person
        if person and person.buckets is not None:
            raise Forbidden(
                ErrorCode.POLICIES_NOT_SHARED,
                "The policies of the server's account name buckets that are not for this sign-in.",
            )
        return self.policies(refresh=refresh).report()

    def effective(self, bucket: str, *, refresh: bool) -> Effective:
        """What the caller may do in a bucket."""
        opened = self.aws.open(bucket)
        sources = Sources(
            lambda: self.policies(refresh=refresh),
            lambda: self._rules(opened, refresh=refresh),
            self.simulator,
            opened.region,
        )
        survey = Survey(self._asker, sources, bucket, self.aws.deadline, datetime.now(UTC))
        return Effective(
            self._who,
            bucket,
            refresh,
            survey.assess,
            self.prober(opened),
            self.aws.runtime.assessments,
            self.aws.runtime.observations,
            self.aws.deadline,
        )

    @property
    def simulator(self) -> Simulator:
        """IAM's own answer."""
        return IamSimulator(self.aws.client("iam"), self.aws.deadline)

    def inspector(self, bucket: OpenBucket) -> BucketInspector:
        """A bucket's policy and its key's."""
        kms = self.aws.client("kms", bucket.region)
        return S3BucketInspector(bucket, kms, self.aws.deadline)

    def prober(self, bucket: OpenBucket) -> Prober:
        """Harmless tries in a bucket."""
        return S3Prober(bucket, self.aws.uploads(bucket), self.aws.deadline)

    def _rules(self, bucket: OpenBucket, *, refresh: bool) -> BucketRules:
        """A bucket's policy and key: no prefix changes them."""
        return self.aws.runtime.rules.get(
            f"{self._who}/{bucket.name}",
            lambda: read_rules(bucket.name, self.inspector(bucket)),
            refresh=refresh,
        )

    @property
    def _asker(self) -> Asker:
        caller = self.aws.caller
        origin = self.aws.runtime.settings.s3_origin
        return Asker(
            caller.identity,
            long_term=caller.credentials.session_token is None,
            secure=origin is None or origin.startswith("https:"),
            source_ip="127.0.0.1" if is_loopback(origin) else None,
        )

    @property
    def _who(self) -> str:
        return fingerprint(self.aws.caller.credentials)
