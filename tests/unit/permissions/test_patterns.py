"""Wildcards, against regular expressions and against every key of a small alphabet."""

import re
import time
from itertools import product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from s3loader.permissions.actions import action_matches
from s3loader.permissions.patterns import glob
from s3loader.permissions.scope import Scope

ALPHABET = "ab/"
# The "x" is in no pattern.
NAMES = ["".join(name) for length in range(1, 7) for name in product("abx", repeat=length)]
PATTERNS = st.text("ab/*?", max_size=6)


def expression(pattern: str) -> re.Pattern[str]:
    wild = {"*": ".*", "?": "."}
    return re.compile("".join(wild.get(c) or re.escape(c) for c in pattern), re.DOTALL)


@given(PATTERNS, st.text(ALPHABET, max_size=8))
def test_a_pattern_matches_what_the_regular_expression_matches(pattern: str, text: str) -> None:
    answer = "yes" if expression(pattern).fullmatch(text) else "no"
    assert glob(pattern).matches(text).answer == answer


@pytest.mark.parametrize(
    ("pattern", "text"), [("*", ""), ("a*", "a\nb\n"), ("보고서/?", "보고서/😀"), ("[a]?", "[a]b")]
)
def test_a_wildcard_stands_for_any_character(pattern: str, text: str) -> None:
    assert glob(pattern).matches(text).answer == "yes"


@pytest.mark.parametrize("pattern", ["a.c", "[a-c]bc", "ab[c]", "a{1}bc", "^abc$"])
def test_nothing_else_is_special(pattern: str) -> None:
    assert glob(pattern).matches("abc").answer == "no"
    assert glob(pattern).matches(pattern).answer == "yes"


@given(PATTERNS, st.text(ALPHABET, max_size=3))
@example("a/*", "a/")
@example("a/?*", "a/")
@example("a/*/b", "a/")
@example("a*b", "a/")
@example("*??", "a")
@example("*???", "ab")
def test_a_scope_is_covered_as_every_key_directly_below_it_is(pattern: str, prefix: str) -> None:
    matched = {expression(pattern).fullmatch(prefix + name) is not None for name in NAMES}
    answer = glob(pattern).covers(Scope.directly_below(prefix)).answer
    assert matched == {"yes": {True}, "no": {False}, "maybe": {True, False}}[answer]


@pytest.mark.parametrize(
    ("pattern", "answer"),
    [
        ("inbox/*", "yes"),
        ("inbox/?*", "yes"),
        ("in*", "yes"),
        ("*", "yes"),
        ("inbox/", "no"),
        ("inbox", "no"),
        ("inbox/*/", "no"),
        ("inbox/2026/*", "no"),
        ("outbox/*", "no"),
        ("inbox/??*", "maybe"),
        ("inbox/*.pdf", "maybe"),
        ("inbox/report.pdf", "maybe"),
        ("*x", "maybe"),
    ],
)
def test_a_folder_is_covered_wholly_in_part_or_not_at_all(pattern: str, answer: str) -> None:
    match = glob(f"arn:aws:s3:::reports/{pattern}").covers(
        Scope.directly_below("arn:aws:s3:::reports/inbox/")
    )
    assert match.answer == answer
    assert match.depends_on_key == (answer == "maybe")


def test_case_matters_in_resources_but_not_in_actions() -> None:
    assert glob("arn:aws:s3:::Reports").matches("arn:aws:s3:::reports").answer == "no"
    assert action_matches("S3:getOBJ*", "s3:GetObject").answer == "yes"


def test_many_stars_take_no_longer_than_the_text_is_long() -> None:
    pattern = glob("*a" * 60 + "b")
    assert pattern.matches("a" * 1024).answer == "no"
    assert pattern.covers(Scope.directly_below("a" * 1024)).answer == "maybe"


@pytest.mark.parametrize(
    ("pattern", "text", "seconds"),
    [
        ("*" * 5_000, "a" * 10, 0.05),
        ("*?" * 9_900, "a" * 1024, 0.1),
        ("*a" * 9_900, "a" * 1024, 0.1),
        ("?" * 20_000, "a" * 1024, 0.1),
    ],
)
def test_a_pattern_that_fills_a_policy_is_quickly_answered(
    pattern: str, text: str, seconds: float
) -> None:
    begun = time.process_time()
    glob(pattern).covers(Scope.directly_below(text))
    assert time.process_time() - begun < seconds


def test_a_pattern_longer_than_any_policy_may_match() -> None:
    assert glob("a" * 20_481).matches("b").answer == "maybe"
    assert glob("a" * 20_480).matches("b").answer == "no"
