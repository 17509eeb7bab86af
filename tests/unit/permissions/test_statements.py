"""Reading policy documents: every way to write them, and none that is passed over."""

from typing import Any

import pytest
from s3loader.permissions.models import PolicyCondition
from s3loader.permissions.statements import (
    MalformedPolicy,
    parse_document,
    parse_resource_document,
)

from tests.unit.permissions.asking import allow, document


def test_a_text_is_a_list_of_one_and_a_statement_a_list_of_one() -> None:
    (statement,) = parse_document({"Statement": allow(Sid="All", Action="s3:*", Resource="*")})
    assert (statement.number, statement.sid, statement.effect) == (1, "All", "Allow")
    assert (statement.actions, statement.resources) == (["s3:*"], ["*"])
    assert (statement.not_actions, statement.not_resources) == ([], [])


def test_statements_are_numbered_from_1_as_they_stand_in_the_document() -> None:
    parsed = parse_document(document(allow(), allow(Sid="Second")))
    assert [(s.number, s.sid) for s in parsed] == [(1, None), (2, "Second")]


def test_a_condition_is_one_line_for_each_key_with_booleans_and_numbers_as_text() -> None:
    block = {
        "Bool": {"aws:SecureTransport": True},
        "NumericLessThan": {"s3:max-keys": 10, "s3:signatureAge": [600000, 1.5]},
    }
    (statement,) = parse_document(document(allow(Condition=block)))
    assert statement.conditions == [
        PolicyCondition(operator="Bool", key="aws:SecureTransport", values=["true"]),
        PolicyCondition(operator="NumericLessThan", key="s3:max-keys", values=["10"]),
        PolicyCondition(
            operator="NumericLessThan", key="s3:signatureAge", values=["600000", "1.5"]
        ),
    ]


@pytest.mark.parametrize(
    "malformed",
    [
        {},
        {"Statement": "Allow everything"},
        {"Statement": [allow(), "Allow everything"]},
        document({"Effect": "allow", "Action": "s3:*", "Resource": "*"}),
        document({"Effect": "Allow", "Resource": "*"}),
        document({"Effect": "Allow", "Action": "s3:*"}),
        document(allow(Action="s3:*", NotAction="s3:PutObject")),
        document(allow(Resource="*", NotResource="*")),
        document(allow(Action=[])),
        document(allow(Action=[{"s3": "*"}])),
        document(allow(Resource=None)),
        document(allow(Sid=7)),
        document(allow(Unless="someone minds")),
        document(allow(Condition=["never"])),
        document(allow(Condition={"Bool": "false"})),
        document(allow(Condition={"Bool": {"aws:SecureTransport": None}})),
        document(allow(), allow(), {"Effect": "Deny"}),
    ],
)
def test_what_is_not_understood_is_never_passed_over(malformed: dict[str, Any]) -> None:
    with pytest.raises(MalformedPolicy):
        parse_document(malformed)


@pytest.mark.parametrize(
    ("elements", "mentions"),
    [
        ({"Action": "*"}, True),
        ({"Action": ["ec2:*", "S3:getobject"]}, True),
        ({"Action": "s3:Put*"}, True),
        ({"Action": "ec2:*"}, False),
        ({"Action": "s3express:*"}, False),
        ({"NotAction": "iam:*"}, True),
        ({"NotAction": "s3:Delete*"}, True),
        ({"NotAction": ["ec2:*", "s3:*"]}, False),
        ({"NotAction": "*"}, False),
    ],
)
def test_a_statement_mentions_s3_if_it_covers_an_action_of_s3(
    elements: dict[str, Any], mentions: bool
) -> None:
    parsed = parse_document(document(allow(**elements)))
    assert [s.mentions_s3 for s in parsed] == [mentions]


def test_a_resource_statement_comes_with_whom_it_means() -> None:
    ((statement, principals),) = parse_resource_document(document(allow(Principal="*")))
    assert (statement.actions, principals) == (["s3:*"], {"Principal": "*"})


@pytest.mark.parametrize("principals", [{}, {"Principal": "*", "NotPrincipal": "*"}])
def test_a_resource_statement_means_someone_or_excepts_someone(principals: dict[str, str]) -> None:
    with pytest.raises(MalformedPolicy):
        parse_resource_document(document(allow(**principals)))
