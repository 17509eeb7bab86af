"""What identity policies say, in the examples that people meet."""

from typing import Any

import pytest
from s3loader.permissions.evaluation import Question, evaluate
from s3loader.permissions.findings import Finding
from s3loader.permissions.policies import NamedPolicy
from s3loader.permissions.ports import PolicySource
from s3loader.permissions.scope import Scope

from tests.unit.permissions.asking import (
    INBOX,
    NOTHING_KNOWN,
    Statement,
    allow,
    ask,
    deny,
    document,
    known,
    policy,
)

BUCKET = "arn:aws:s3:::reports"
TAG = "s3:ExistingObjectTag/stage"
TAGGED = {"StringEquals": {TAG: "public"}}


@pytest.mark.parametrize(
    ("statements", "outcome"),
    [
        ([], "implicit-deny"),
        ([allow()], "allow"),
        ([allow(Action="s3:PutObject")], "implicit-deny"),
        ([allow(Action=["s3:PutObject", "s3:Get*"])], "allow"),
        ([allow(Resource=BUCKET)], "implicit-deny"),
        ([allow(Resource=f"{BUCKET}/inbox/*")], "allow"),
        ([allow(), deny(Action="s3:GetObject")], "explicit-deny"),
        ([deny(Resource=f"{BUCKET}/inbox/*"), allow()], "explicit-deny"),
        ([allow(), deny(Resource=f"{BUCKET}/archive/*")], "allow"),
        ([allow(), deny(Action="s3:Delete*")], "allow"),
        ([allow(NotAction="iam:*")], "allow"),
        ([allow(NotAction="s3:Get*")], "implicit-deny"),
        ([allow(NotResource=f"{BUCKET}/archive/*")], "allow"),
        ([allow(NotResource=f"{BUCKET}/*")], "implicit-deny"),
        ([allow(), deny(NotResource=f"{BUCKET}/*")], "allow"),
        ([allow(), deny(NotResource=f"{BUCKET}/archive/*")], "explicit-deny"),
        ([allow(), deny(NotAction="s3:GetObject")], "allow"),
    ],
)
def test_the_answer_is_certain(statements: list[Statement], outcome: str) -> None:
    assert ask(*statements).outcome == outcome


@pytest.mark.parametrize(
    ("statements", "possible"),
    [
        ([allow(Condition=TAGGED)], {"allow", "implicit-deny"}),
        ([allow(), deny(Condition=TAGGED)], {"allow", "explicit-deny"}),
        ([deny(Condition=TAGGED)], {"implicit-deny", "explicit-deny"}),
        (
            [allow(Condition=TAGGED), deny(Condition=TAGGED)],
            {"allow", "implicit-deny", "explicit-deny"},
        ),
        ([allow(Condition=TAGGED), allow()], {"allow"}),
        ([allow(), deny(Condition=TAGGED), deny()], {"explicit-deny"}),
    ],
)
def test_a_condition_that_cannot_be_known_leaves_it_open(
    statements: list[Statement], possible: set[str]
) -> None:
    finding = ask(*statements)
    assert finding.possible == possible
    assert finding.condition_keys == ((TAG,) if len(possible) > 1 else ())


@pytest.mark.parametrize(
    ("statement", "possible"),
    [
        (allow(Resource=f"{BUCKET}/inbox/*.pdf"), {"allow", "implicit-deny"}),
        (allow(NotResource=f"{BUCKET}/inbox/*.pdf"), {"allow", "implicit-deny"}),
        (deny(Resource=f"{BUCKET}/inbox/a*"), {"explicit-deny", "implicit-deny"}),
    ],
)
def test_a_statement_about_some_of_the_keys_leaves_it_open(
    statement: Statement, possible: set[str]
) -> None:
    finding = ask(statement)
    assert finding.possible == possible
    assert finding.depends_on_key
    assert finding.condition_keys == ()


def test_of_a_bucket_only_the_bucket_is_asked() -> None:
    below = {"StringLike": {"s3:prefix": "inbox/*"}}
    listing = allow(Action="s3:ListBucket", Resource=BUCKET, Condition=below)

    def listed(prefix: str) -> str:
        return ask(
            listing,
            action="s3:ListBucket",
            scope=Scope.exactly(BUCKET),
            context=known({"s3:prefix": prefix}),
        ).outcome

    assert (listed("inbox/"), listed("inbox/2026/")) == ("allow", "allow")
    assert (listed(""), listed("archive/")) == ("implicit-deny", "implicit-deny")


def test_a_variable_is_filled_in_resources_too() -> None:
    home = allow(Resource=f"{BUCKET}/${{aws:username}}/*")
    assert ask(home, context=known({"aws:username": "inbox"})).outcome == "allow"
    assert ask(home, context=known({"aws:username": "outbox"})).outcome == "implicit-deny"
    assert ask(home, context=known({}, absent=["aws:username"])).outcome == "implicit-deny"
    assert ask(home).condition_keys == ("aws:username",)
    assert ask(home, version="2008-10-17").outcome == "implicit-deny"


def test_what_everything_but_a_missing_variable_is_stays_open() -> None:
    others = deny(NotResource=f"{BUCKET}/${{aws:username}}/*")
    finding = ask(allow(), others, context=known({}, absent=["aws:username"]))
    assert finding.possible == {"allow", "explicit-deny"}


def test_the_statement_that_decides_is_named() -> None:
    layer = [
        policy(allow(Sid="Some", Action="s3:PutObject"), allow(Sid="Reads"), name="readers"),
        policy(deny(Sid="Maybe", Condition=TAGGED), deny(Sid="Never"), name="guard"),
    ]
    read = evaluate(layer[:1], Question("s3:GetObject", INBOX, NOTHING_KNOWN)).statement
    assert read is not None
    assert (read.policy, read.origin, read.number, read.sid) == ("readers", "inline", 2, "Reads")
    refused = evaluate(layer, Question("s3:GetObject", INBOX, NOTHING_KNOWN)).statement
    assert refused is not None
    assert (refused.policy, refused.number, refused.sid) == ("guard", 2, "Never")
    assert ask().statement is None


def unread(raw: dict[str, Any] | None) -> NamedPolicy:
    return NamedPolicy.read(PolicySource("odd", None, "group-inline", "staff", None, raw))


@pytest.mark.parametrize(
    "raw",
    [
        None,
        {"Statement": "?"},
        document(allow(), {"Effect": "Maybe"}),
        document(allow(), version="2031-01-01"),
    ],
)
def test_a_policy_that_is_not_understood_may_say_anything(raw: dict[str, Any] | None) -> None:
    def found(*others: Statement) -> Finding:
        layer = [unread(raw), policy(*others)]
        return evaluate(layer, Question("s3:GetObject", INBOX, NOTHING_KNOWN))

    assert found().possible == {"allow", "explicit-deny", "implicit-deny"}
    assert found(allow()).possible == {"allow", "explicit-deny"}
    assert found(deny()).possible == {"explicit-deny"}
    assert found().not_understood == ("odd",)


def test_a_document_without_a_version_is_an_old_one() -> None:
    old = NamedPolicy.read(
        PolicySource("p", None, "inline", None, None, {"Statement": allow(Resource="${*}")})
    )
    asked = Question("s3:GetObject", Scope.exactly("${*}"), NOTHING_KNOWN)
    assert evaluate([old], asked).outcome == "allow"
