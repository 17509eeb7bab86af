"""The place that a question is about: one resource, or the objects directly below a prefix."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Scope:
    """An ARN; with `names` every object whose key is the prefix plus a name without "/"."""

    arn: str
    names: bool

    @classmethod
    def exactly(cls, arn: str) -> "Scope":
        """One resource, like a bucket or a KMS key."""
        return cls(arn, names=False)

    @classmethod
    def directly_below(cls, arn: str) -> "Scope":
        """The objects directly below "arn:aws:s3:::bucket/prefix/"; the prefix itself is none."""
        return cls(arn, names=True)
