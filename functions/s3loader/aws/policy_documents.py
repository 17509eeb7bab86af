"""Reading the documents of the policies that were found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from s3loader.aws.policy_holder import checked_document
from s3loader.aws.policy_listing import FoundPolicy
from s3loader.aws.policy_reading import PolicyReading
from s3loader.concurrency import concurrently
from s3loader.permissions.ports import PolicyDocument, PolicySource

if TYPE_CHECKING:
    from mypy_boto3_iam import IAMClient


@dataclass(frozen=True)
class _Read:
    """What there is to know of a policy besides where it was found."""

    version_id: str | None = None
    document: PolicyDocument | None = None


class PolicyDocuments:
    """Asks IAM for documents; a managed policy is in its default version."""

    def __init__(self, iam: IAMClient, reading: PolicyReading) -> None:
        self._iam = iam
        self._reading = reading

    def read(self, found: Sequence[FoundPolicy]) -> list[PolicySource]:
        """Read all, in their order; a managed policy that is found twice is read once."""
        distinct = {policy.arn or policy: policy for policy in reversed(found)}
        documents = dict(zip(distinct, concurrently(self._read, distinct.values()), strict=True))
        return [_source(policy, documents[policy.arn or policy]) for policy in found]

    def _read(self, policy: FoundPolicy) -> _Read:
        return self._managed(policy, policy.arn) if policy.arn else self._inline(policy)

    def _inline(self, policy: FoundPolicy) -> _Read:
        document = self._reading.attempt(
            lambda: policy.holder.get_inline(self._iam, policy.name),
            source="document",
            name=policy.name,
            action=policy.holder.action("Get{}Policy"),
            resource=str(policy.holder),
        )
        return _Read(None, document)

    def _managed(self, policy: FoundPolicy, arn: str) -> _Read:
        version_id = self._reading.attempt(
            lambda: self._iam.get_policy(PolicyArn=arn)["Policy"]["DefaultVersionId"],
            source="document",
            name=policy.name,
            action="iam:GetPolicy",
            resource=arn,
        )
        if version_id is None:
            return _Read()
        document = self._reading.attempt(
            lambda: self._document(arn, version_id),
            source="document",
            name=policy.name,
            action="iam:GetPolicyVersion",
            resource=arn,
        )
        return _Read(version_id, document)

    def _document(self, arn: str, version_id: str) -> PolicyDocument:
        version = self._iam.get_policy_version(PolicyArn=arn, VersionId=version_id)["PolicyVersion"]
        return checked_document(version.get("Document"))


def _source(policy: FoundPolicy, read: _Read) -> PolicySource:
    return PolicySource(
        name=policy.name,
        arn=policy.arn,
        origin=policy.origin,
        group=policy.holder.name if policy.holder.kind == "group" else None,
        version_id=read.version_id,
        document=read.document,
    )
