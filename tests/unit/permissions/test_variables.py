"""What policy variables bring into a pattern."""

import pytest
from s3loader.permissions.matches import maybe
from s3loader.permissions.variables import ValueMissing, Variables

from tests.unit.permissions.asking import NOTHING_KNOWN, known

LEE = known({"aws:username": "lee", "aws:userid": "AIDA*?"}, absent=["aws:PrincipalTag/team"])
VARIABLES = Variables(LEE, "2012-10-17")


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("home/${aws:username}/*", "home/lee/x"),
        ("home/${AWS:UserName}/*", "home/lee/x"),
        ("${aws:username}${aws:username}", "leelee"),
        ("${aws:userid}", "AIDA*?"),
        ("${*}${?}${$}", "*?$"),
        ("team-${aws:PrincipalTag/team, 'none'}", "team-none"),
        ("team-${aws:PrincipalTag/team,'*'}", "team-*"),
        ("user-${aws:username, 'none'}", "user-lee"),
        ("${unfinished", "${unfinished"),
    ],
)
def test_a_variable_stands_for_its_value(pattern: str, text: str) -> None:
    assert VARIABLES.pattern(pattern).matches(text).answer == "yes"


@pytest.mark.parametrize(
    ("pattern", "text"), [("${aws:userid}", "AIDAxy"), ("${*}", "x"), ("${aws:username}", "le")]
)
def test_wildcards_in_a_value_are_plain_characters(pattern: str, text: str) -> None:
    assert VARIABLES.pattern(pattern).matches(text).answer == "no"


@pytest.mark.parametrize("version", ["2008-10-17", ""])
def test_before_2012_a_variable_is_plain_text(version: str) -> None:
    pattern = Variables(LEE, version).pattern("home/${aws:username}/*")
    assert pattern.matches("home/lee/x").answer == "no"
    assert pattern.matches("home/${aws:username}/x").answer == "yes"


def test_an_unknown_value_leaves_the_match_open_and_names_the_key() -> None:
    variables = Variables(NOTHING_KNOWN, "2012-10-17")
    pattern = variables.pattern("home/${aws:PrincipalTag/team, 'x'}/*")
    assert pattern.matches("home/a/b") == maybe("aws:PrincipalTag/team")


def test_an_unknown_value_leaves_nothing_open_where_the_rest_cannot_match() -> None:
    variables = Variables(NOTHING_KNOWN, "2012-10-17")
    assert variables.pattern("home/${aws:PrincipalTag/team}/*").matches("inbox/a").answer == "no"


def test_a_value_that_the_request_lacks_is_an_error_that_names_the_key() -> None:
    with pytest.raises(ValueMissing) as raised:
        VARIABLES.pattern("home/${aws:PrincipalTag/team}/*")
    assert raised.value.key == "aws:PrincipalTag/team"


def test_in_a_literal_only_variables_are_read() -> None:
    assert VARIABLES.literal("${aws:username}*").matches("lee*").answer == "yes"
    assert VARIABLES.literal("${aws:username}*").matches("leeward").answer == "no"
