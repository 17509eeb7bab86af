"""What is known about a place before S3 itself is tried."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from s3loader.permissions.judgement import Judgement
from s3loader.permissions.models import UnreadableSource


@dataclass(frozen=True)
class Assessment:
    """The verdicts of policies and of IAM's simulator.

    Attributes:
        resources: what each action is about, as an ARN
        named_condition_keys: of all policies that could be read, in lower case
        bucket_policy_is_hidden: whether the bucket's policy, which has a say, could not be read
        is_lasting: whether asking again at once would show the same
    """

    judgements: Mapping[str, Judgement]
    resources: Mapping[str, str]
    listable_prefixes: Sequence[str]
    encryption_key: str | None
    named_condition_keys: frozenset[str]
    bucket_policy_is_hidden: bool
    unreadable: Sequence[UnreadableSource]
    at: datetime
    is_lasting: bool
