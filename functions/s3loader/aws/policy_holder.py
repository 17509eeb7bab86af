"""What policies hang on in IAM: a user, a group or a role."""

from dataclasses import dataclass
from typing import Any, Literal

from s3loader.aws.iam_pages import until
from s3loader.deadline import Deadline
from s3loader.errors import AwsFailure, ErrorCode
from s3loader.permissions.ports import PolicyDocument


@dataclass(frozen=True)
class PolicyHolder:
    """IAM names the calls about all three alike, such as ListGroupPolicies(GroupName=...)."""

    kind: Literal["user", "group", "role"]
    name: str

    def __str__(self) -> str:
        """Name it as AWS's refusals do."""
        return f"{self.kind} {self.name}"

    def action(self, template: str) -> str:
        """Return an action about it, like "iam:GetUserPolicy" for "Get{}Policy"."""
        return f"iam:{template.format(self.kind.title())}"

    def list_attached(self, iam: Any, deadline: Deadline) -> list[tuple[str, str]]:  # noqa: ANN401 - see above
        """Return name and ARN of each managed policy, from all pages."""
        pages = iam.get_paginator(f"list_attached_{self.kind}_policies").paginate(**self._itself)
        return [
            (attached["PolicyName"], attached["PolicyArn"])
            for page in until(deadline, pages)
            for attached in page["AttachedPolicies"]
        ]

    def list_inline(self, iam: Any, deadline: Deadline) -> list[str]:  # noqa: ANN401
        """Return the name of each inline policy, from all pages."""
        pages = iam.get_paginator(f"list_{self.kind}_policies").paginate(**self._itself)
        return [name for page in until(deadline, pages) for name in page["PolicyNames"]]

    def get_inline(self, iam: Any, policy: str) -> PolicyDocument:  # noqa: ANN401
        """Return an inline policy's document."""
        get = getattr(iam, f"get_{self.kind}_policy")
        return checked_document(get(**self._itself, PolicyName=policy)["PolicyDocument"])

    @property
    def _itself(self) -> dict[str, str]:
        return {f"{self.kind.title()}Name": self.name}


def checked_document(document: object) -> PolicyDocument:
    """Return a document that botocore could decode; it leaves the others as text.

    Raises:
        AwsFailure: aws_error
    """
    if not isinstance(document, dict):
        raise AwsFailure(ErrorCode.AWS_ERROR, "AWS gave a policy that is no JSON object.")
    return document
