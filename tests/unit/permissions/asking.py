"""Policies and questions for tests of the evaluation."""

from collections.abc import Iterable, Mapping
from typing import Any

from s3loader.permissions.context import RequestContext
from s3loader.permissions.evaluation import Question, evaluate, evaluate_resource_policy
from s3loader.permissions.findings import Finding, ResourceFinding
from s3loader.permissions.policies import NamedPolicy, ResourcePolicy
from s3loader.permissions.ports import PolicySource
from s3loader.permissions.principals import Principal
from s3loader.permissions.scope import Scope

Statement = dict[str, Any]
INBOX = Scope.directly_below("arn:aws:s3:::reports/inbox/")
NOTHING_KNOWN = RequestContext({})


def document(*statements: Statement, version: str = "2012-10-17") -> dict[str, Any]:
    return {"Version": version, "Statement": list(statements)}


def allow(**elements: object) -> Statement:
    action = {} if "NotAction" in elements else {"Action": "s3:*"}
    resource = {} if "NotResource" in elements else {"Resource": "*"}
    return {"Effect": "Allow", **action, **resource, **elements}


def deny(**elements: object) -> Statement:
    return {**allow(**elements), "Effect": "Deny"}


def policy(*statements: Statement, name: str = "p", version: str = "2012-10-17") -> NamedPolicy:
    document_ = document(*statements, version=version)
    return NamedPolicy.read(PolicySource(name, None, "inline", None, None, document_))


def known(values: Mapping[str, str], absent: Iterable[str] = ()) -> RequestContext:
    return NOTHING_KNOWN.having(values, absent)


def ask(
    *statements: Statement,
    action: str = "s3:GetObject",
    scope: Scope = INBOX,
    context: RequestContext = NOTHING_KNOWN,
    version: str = "2012-10-17",
) -> Finding:
    return evaluate([policy(*statements, version=version)], Question(action, scope, context))


def ask_bucket(
    principal: str, *statements: Statement, context: RequestContext = NOTHING_KNOWN
) -> ResourceFinding:
    read = ResourcePolicy.read("reports", "bucket-policy", document(*statements))
    question = Question("s3:GetObject", INBOX, context)
    return evaluate_resource_policy(read, Principal(principal), question)
