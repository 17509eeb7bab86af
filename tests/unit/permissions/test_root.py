"""Root, whom only a bucket's or key's own policy can limit."""

import pytest
from s3loader.permissions.findings import ResourceFinding
from s3loader.permissions.layers import Owner
from s3loader.permissions.models import ReasonCode
from s3loader.permissions.root import judge_root

from tests.unit.permissions.layers import FORBIDS, GRANTS, SILENT, said

R = ReasonCode


@pytest.mark.parametrize(
    ("owner", "policy", "verdict", "reason"),
    [
        ("bucket", SILENT, "allowed", R.ROOT),
        ("bucket", GRANTS, "allowed", R.ROOT),
        ("bucket", FORBIDS, "denied", R.DENIED_BY_BUCKET_POLICY),
        ("bucket", None, "unknown", R.BUCKET_POLICY_UNREADABLE),
        (
            "bucket",
            said("silent", "explicit-deny", keys=("aws:SourceVpc",)),
            "unknown",
            R.CONDITION_UNKNOWN,
        ),
        ("key", said("delegates"), "allowed", R.ROOT),
        ("key", None, "unknown", R.KEY_POLICY_UNREADABLE),
    ],
)
def test_root_may_what_the_resource_does_not_deny(
    owner: Owner, policy: ResourceFinding | None, verdict: str, reason: ReasonCode
) -> None:
    judged = judge_root(owner, policy)
    assert (judged.verdict, judged.reason) == (verdict, reason)
