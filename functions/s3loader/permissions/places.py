"""The place that is asked about, as policies name it."""

from dataclasses import dataclass

from s3loader.permissions.asked_actions import OBJECT_ACTIONS
from s3loader.permissions.scope import Scope


@dataclass(frozen=True)
class Place:
    """A prefix of a bucket; "" is the bucket's root."""

    partition: str
    bucket: str
    prefix: str
    key_arn: str | None

    def scope_of(self, action: str) -> Scope:
        """Return what an action there is about.

        An action on objects is about those directly below the prefix, one of KMS about the key.
        """
        if action.startswith("kms:"):
            return Scope.exactly(self.key_arn or "*")
        arn = f"arn:{self.partition}:s3:::{self.bucket}"
        if action in OBJECT_ACTIONS:
            return Scope.directly_below(f"{arn}/{self.prefix}")
        return Scope.exactly(arn)


def resource_of(scope: Scope) -> str:
    """Return a scope as an ARN that stands for all of it."""
    return f"{scope.arn}*" if scope.names else scope.arn
