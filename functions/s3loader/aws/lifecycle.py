"""Which of a bucket's lifecycle rules end unfinished uploads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from botocore.exceptions import ClientError

from s3loader.aws.bucket import OpenBucket
from s3loader.uploads.unfinished_ports import AbortRule

if TYPE_CHECKING:
    from mypy_boto3_s3.type_defs import LifecycleRuleOutputTypeDef

_NO_RULES = "NoSuchLifecycleConfiguration"
# S3 takes no rule that ends uploads by tag or size, because an upload has neither yet.
_OTHER_FILTERS = ("Tag", "Tags", "ObjectSizeGreaterThan", "ObjectSizeLessThan")


def abort_rules(bucket: OpenBucket) -> list[AbortRule]:
    """Read the enabled rules with AbortIncompleteMultipartUpload.

    Raises:
        Forbidden: access_denied
    """
    found = [_rule(rule) for rule in _read(bucket) if rule["Status"] == "Enabled"]
    return [rule for rule in found if rule]


def _read(bucket: OpenBucket) -> Sequence[LifecycleRuleOutputTypeDef]:
    with bucket.failures():
        try:
            answer = bucket.client.get_bucket_lifecycle_configuration(Bucket=bucket.name)
        except ClientError as error:
            if error.response["Error"]["Code"] == _NO_RULES:
                return []
            raise
    return answer.get("Rules", [])


def _rule(rule: LifecycleRuleOutputTypeDef) -> AbortRule | None:
    days = rule.get("AbortIncompleteMultipartUpload", {}).get("DaysAfterInitiation")
    prefix = _prefix(rule)
    return None if days is None or prefix is None else AbortRule(prefix, days)


def _prefix(rule: LifecycleRuleOutputTypeDef) -> str | None:
    """Return what the keys begin with; None where something else decides too."""
    chosen = rule.get("Filter", {})
    both = chosen.get("And", {})
    if any(chosen.get(other) or both.get(other) for other in _OTHER_FILTERS):
        return None
    return both.get("Prefix") or chosen.get("Prefix") or rule.get("Prefix") or ""
