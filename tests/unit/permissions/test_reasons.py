"""The English sentence of each reason."""

import pytest
from s3loader.permissions.judgement import Judgement
from s3loader.permissions.models import ReasonCode, StatementReference
from s3loader.permissions.reasons import sentence

R = ReasonCode


def of(origin: str, sid: str | None = None, group: str | None = None) -> StatementReference:
    return StatementReference.model_validate(
        {"policy": "Uploads", "origin": origin, "group": group, "number": 2, "sid": sid}
    )


@pytest.mark.parametrize("reason", list(ReasonCode))
def test_every_reason_has_one(reason: ReasonCode) -> None:
    said = sentence("s3:PutObject", Judgement("denied", "policies", reason))
    assert said.endswith(".")
    assert "{" not in said


@pytest.mark.parametrize(
    ("statement", "name"),
    [
        (of("inline", sid="Inbox"), 'statement "Inbox" of policy Uploads'),
        (of("attached"), "statement 2 of policy Uploads"),
        (of("group-inline", group="editors"), "statement 2 of policy Uploads of group editors"),
        (of("boundary"), "statement 2 of permissions boundary Uploads"),
        (of("bucket-policy"), "statement 2 of the bucket policy"),
        (of("key-policy"), "statement 2 of the key's policy"),
    ],
)
def test_it_names_the_statement(statement: StatementReference, name: str) -> None:
    judged = Judgement("denied", "policies", R.DENIED_BY_STATEMENT, statement)
    assert f"Denied by {name};" in sentence("s3:PutObject", judged)


def test_it_names_what_cannot_be_known_and_what_to_allow() -> None:
    by_network = Judgement(
        "unknown", "policies", R.CONDITION_UNKNOWN, condition_keys=("aws:SourceIp",)
    )
    assert "condition on aws:SourceIp" in sentence("s3:PutObject", by_network)
    unread = Judgement("unknown", "none", R.POLICIES_UNREADABLE, missing=("iam:GetUser",))
    assert sentence("s3:PutObject", unread).endswith("To know it, allow iam:GetUser.")


def test_an_allowance_says_what_could_not_be_read() -> None:
    hidden = Judgement(
        "allowed", "policies", R.ALLOWED_BY_STATEMENT, of("inline"), missing=("s3:GetBucketPolicy",)
    )
    assert "s3:GetBucketPolicy could not be read" in sentence("s3:PutObject", hidden)


def test_it_says_why_a_refusal_or_the_lack_of_a_policy_leaves_it_open() -> None:
    refused = Judgement("unknown", "observed", R.REFUSED)
    assert "one object" in sentence("s3:DeleteObject", refused)
    nowhere = Judgement("unknown", "policies", R.NOT_ALLOWED)
    assert "grant of the KMS key" in sentence("kms:Decrypt", nowhere)
