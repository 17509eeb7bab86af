"""The root user: no IAM policy limits it, only what a bucket or key denies itself."""

from s3loader.permissions.findings import ResourceFinding
from s3loader.permissions.judgement import Judgement
from s3loader.permissions.layers import READ_ACTION, Owner
from s3loader.permissions.models import ReasonCode


def judge_root(owner: Owner, resource: ResourceFinding | None) -> Judgement:
    """Allowed unless the resource denies it; one that root may not even read denies something."""
    if resource is None:
        hidden = ReasonCode.BUCKET_POLICY_UNREADABLE
        reason = hidden if owner == "bucket" else ReasonCode.KEY_POLICY_UNREADABLE
        return Judgement("unknown", "none", reason, missing=(READ_ACTION[owner],))
    if resource.outcome == "explicit-deny":
        by = ReasonCode.DENIED_BY_BUCKET_POLICY
        return Judgement("denied", "policies", by, resource.statement)
    if "explicit-deny" in resource.possible:
        return _open(resource)
    return Judgement("allowed", "root", ReasonCode.ROOT)


def _open(resource: ResourceFinding) -> Judgement:
    by_name = resource.depends_on_key and not resource.condition_keys
    return Judgement(
        "unknown",
        "policies",
        ReasonCode.DEPENDS_ON_KEY if by_name else ReasonCode.CONDITION_UNKNOWN,
        resource.statement,
        condition_keys=resource.condition_keys,
        depends_on_key=resource.depends_on_key,
    )
