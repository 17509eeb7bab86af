from datetime import UTC, datetime
from typing import Any

import pytest
from s3loader.accounts.arns import identity_of
from s3loader.errors import ErrorCode
from s3loader.permissions.granted import GrantedPolicies, read_policies
from s3loader.permissions.models import PolicyOrigin, UnreadableSource
from s3loader.permissions.policy_views import PolicyViews
from s3loader.permissions.ports import IdentityPolicies, PolicySource

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
ACCOUNT = "arn:aws:iam::123456789012"
SESSION = "arn:aws:sts::123456789012:assumed-role/Reader/lee"


def document(*actions: str) -> dict[str, Any]:
    statement = {"Effect": "Allow", "Action": list(actions), "Resource": "*"}
    return {"Version": "2012-10-17", "Statement": [statement]}


def policy(
    name: str,
    origin: PolicyOrigin = "attached",
    group: str | None = None,
    content: dict[str, Any] | None = None,
) -> PolicySource:
    return PolicySource(name, f"{ACCOUNT}:policy/{name}", origin, group, "v1", content)


class FakeReader:
    def __init__(self, *policies: PolicySource, unreadable: ErrorCode | None = None) -> None:
        self.policies = policies
        self.unreadable = unreadable
        self.asked: list[str] = []

    def read_user(self, name: str) -> IdentityPolicies:
        return self._read(f"user {name}")

    def read_role(self, name: str) -> IdentityPolicies:
        return self._read(f"role {name}")

    def _read(self, who: str) -> IdentityPolicies:
        self.asked.append(who)
        code = self.unreadable
        refused = [refusal(code)] if code else []
        return IdentityPolicies(list(self.policies), refused, f"{ACCOUNT}:told/by/iam")


def refusal(code: ErrorCode) -> UnreadableSource:
    return UnreadableSource(
        source="inline", name=None, action="iam:ListUserPolicies", code=code, detail="."
    )


def granted(reader: FakeReader, arn: str = f"{ACCOUNT}:user/lee") -> GrantedPolicies:
    return read_policies(identity_of(arn), reader, NOW)


@pytest.mark.parametrize(
    ("arn", "asked"),
    [
        (f"{ACCOUNT}:user/team/lee", ["user lee"]),
        (SESSION, ["role Reader"]),
        (f"{ACCOUNT}:root", []),
        ("arn:aws:sts::123456789012:federated-user/bob", []),
    ],
)
def test_iam_is_asked_about_users_and_roles_only(arn: str, asked: list[str]) -> None:
    reader = FakeReader(policy("One", content=document("s3:*")))
    report = granted(reader, arn).report()
    assert reader.asked == asked
    assert len(report.policies) == len(asked)
    assert report.read_at == NOW


def test_the_subjects_arn_is_the_one_that_iam_told() -> None:
    assert granted(FakeReader(), SESSION).subject.arn == f"{ACCOUNT}:told/by/iam"


def test_own_policies_come_first_then_those_of_groups_and_the_boundary_last() -> None:
    mixed = FakeReader(
        policy("Limit", "boundary"),
        policy("b", "group-inline", "dev"),
        policy("a", "group-attached", "ops"),
        policy("c", "group-attached", "dev"),
        policy("z", "inline"),
        policy("y", "attached"),
        policy("x", "attached"),
    )
    shown = [(view.group, view.name) for view in granted(mixed).report().policies]
    assert shown == [
        (None, "x"),
        (None, "y"),
        (None, "z"),
        ("dev", "c"),
        ("dev", "b"),
        ("ops", "a"),
        (None, "Limit"),
    ]


def test_a_policy_shows_its_statements_and_its_document_as_it_is() -> None:
    content = document("sqs:SendMessage", "S3:Get*")
    (view,) = granted(FakeReader(policy("One", content=content))).report().policies
    assert view.document == content
    assert [statement.actions for statement in view.statements] == [["sqs:SendMessage", "S3:Get*"]]
    assert (view.arn, view.version_id) == (f"{ACCOUNT}:policy/One", "v1")


@pytest.mark.parametrize(
    ("content", "mentions"),
    [
        (document("sqs:*", "sns:*"), False),
        (document("sqs:*", "s3:GetObject"), True),
        (document("*"), True),
        (None, True),
        ({"Statement": "nonsense"}, True),
    ],
)
def test_a_policy_that_may_be_about_s3_counts_as_one(
    content: dict[str, Any] | None, mentions: bool
) -> None:
    (view,) = granted(FakeReader(policy("One", content=content))).report().policies
    assert view.mentions_s3 is mentions


def test_a_document_that_is_not_understood_shows_as_json_and_is_told() -> None:
    odd = {"Statement": [{"Effect": "Perhaps", "Action": "s3:*", "Resource": "*"}]}
    report = granted(FakeReader(policy("Odd", content=odd))).report()
    (view,) = report.policies
    assert (view.document, view.statements) == (odd, [])
    (told,) = report.unreadable
    assert (told.source, told.name, told.action, told.code) == (
        "document",
        "Odd",
        "",
        ErrorCode.POLICY_NOT_SHOWN,
    )
    assert "Statement 1" in told.detail


def test_what_iam_refused_is_told_beside_what_it_gave() -> None:
    reader = FakeReader(policy("One", content=document("s3:*")), unreadable=ErrorCode.ACCESS_DENIED)
    report = granted(reader).report()
    assert [view.name for view in report.policies] == ["One"]
    assert report.unreadable == [refusal(ErrorCode.ACCESS_DENIED)]


@pytest.mark.parametrize(
    ("code", "lasting"),
    [
        (None, True),
        (ErrorCode.ACCESS_DENIED, True),
        (ErrorCode.AWS_THROTTLED, False),
        (ErrorCode.AWS_UNREACHABLE, False),
    ],
)
def test_an_answer_that_a_busy_aws_cut_short_does_not_last(
    code: ErrorCode | None, lasting: bool
) -> None:
    assert granted(FakeReader(unreadable=code)).is_lasting is lasting


def test_what_an_answer_has_no_room_for_is_named_without_its_contents() -> None:
    views = PolicyViews(max_bytes=2000)
    for name in ("One", "Two"):
        views.add(policy(name, content=document(*(f"s3:Get{number}" for number in range(50)))))
    assert [(view.name, view.document is None) for view in views.shown] == [
        ("One", False),
        ("Two", True),
    ]
    assert views.shown[1].statements == []
    assert [(source.name, source.code) for source in views.not_shown] == [
        ("Two", ErrorCode.POLICY_NOT_SHOWN)
    ]


def test_quotes_count_twice_because_lambda_escapes_them() -> None:
    one = policy("One", content={"Version": '"' * 1000})
    views = PolicyViews(max_bytes=3000)
    views.add(one)
    assert views.shown[0].document is None


def test_only_documents_of_an_ordinary_size_are_kept() -> None:
    ordinary = [policy(str(number), content=document("s3:*")) for number in range(100)]
    assert granted(FakeReader(*ordinary)).is_worth_keeping
    huge = policy("Huge", content=document("s3:Get" + "x" * 1_000_000))
    assert not granted(FakeReader(*ordinary, huge)).is_worth_keeping
