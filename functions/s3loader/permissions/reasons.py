"""The English sentence of each reason."""

from s3loader.permissions.judgement import Judgement
from s3loader.permissions.models import ReasonCode, StatementReference

_SENTENCES = {
    ReasonCode.ROOT: "IAM policies do not limit the root user.",
    ReasonCode.ALLOWED_BY_STATEMENT: "Allowed by {statement}.",
    ReasonCode.ALLOWED_BY_SIMULATION: "IAM's policy simulator says that it is allowed.",
    ReasonCode.ALLOWED_BY_BUCKET_POLICY: "Allowed by {statement}.",
    ReasonCode.SUCCEEDED: "S3 let it through here in the last minutes.",
    ReasonCode.DENIED_BY_STATEMENT: "Denied by {statement}; no other policy can outweigh it.",
    ReasonCode.DENIED_BY_BOUNDARY: "The permissions boundary does not allow {action}.",
    ReasonCode.DENIED_BY_BUCKET_POLICY: "Denied by {statement}; no other policy can outweigh it.",
    ReasonCode.DENIED_BY_ORGANIZATION: "A policy of the organization does not allow {action}. "
    "Ask the organization's administrator.",
    ReasonCode.DENIED_BY_SIMULATION: "IAM's policy simulator says that a policy denies it.",
    ReasonCode.NOT_ALLOWED: "No policy allows {action} here. Ask the account's administrator.",
    ReasonCode.REFUSED: "S3 refused it here in the last minutes.",
    ReasonCode.CONDITION_UNKNOWN: "It depends on {statement}, whose condition on {keys} "
    "cannot be known here.",
    ReasonCode.DEPENDS_ON_KEY: "It depends on {statement}, which covers only some of the names "
    "here.",
    ReasonCode.SESSION_POLICY_POSSIBLE: "Allowed by {statement}, but a session policy, which "
    "AWS shows to nobody, may narrow temporary credentials.",
    ReasonCode.BUCKET_POLICY_UNREADABLE: "The bucket's own policy decides, and reading it needs "
    "{missing}.",
    ReasonCode.KEY_POLICY_UNREADABLE: "The policy of the KMS key decides, and reading it needs "
    "{missing}.",
    ReasonCode.POLICIES_UNREADABLE: "The policies could not be read. To know it, allow {missing}.",
    ReasonCode.SOURCES_DISAGREE: "IAM, the policies that could be read and S3's answers "
    "contradict each other.",
}
# Where the same reason leaves it open.
_OPEN = {
    ReasonCode.REFUSED: "S3 refused it for one object here in the last minutes; others may differ.",
    ReasonCode.NOT_ALLOWED: "No policy allows {action}, but a grant of the KMS key may.",
}
_HIDDEN = " What needs {missing} could not be read and might still refuse it."


def sentence(action: str, judgement: Judgement) -> str:
    """Return why the verdict is what it is."""
    text = _template(judgement)
    if judgement.verdict == "allowed" and judgement.missing:
        text += _HIDDEN
    return text.format(
        action=action,
        statement=_name(judgement.statement),
        keys=", ".join(judgement.condition_keys),
        missing=", ".join(judgement.missing),
    )


def _template(judgement: Judgement) -> str:
    is_open = judgement.verdict == "unknown"
    return (_OPEN if is_open else _SENTENCES).get(judgement.reason, _SENTENCES[judgement.reason])


def _name(statement: StatementReference | None) -> str:
    if statement is None:
        return "a statement"
    own = f'"{statement.sid}"' if statement.sid else str(statement.number)
    return f"statement {own} of {_policy(statement)}"


def _policy(statement: StatementReference) -> str:
    if statement.origin in ("bucket-policy", "key-policy"):
        return "the bucket policy" if statement.origin == "bucket-policy" else "the key's policy"
    kind = "permissions boundary" if statement.origin == "boundary" else "policy"
    of_group = f" of group {statement.group}" if statement.group else ""
    return f"{kind} {statement.policy}{of_group}"
