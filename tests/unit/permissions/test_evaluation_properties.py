"""Laws of the evaluation, and every way in which what is not known can turn out."""

from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st
from s3loader.permissions.evaluation import Question, evaluate
from s3loader.permissions.findings import Finding
from s3loader.permissions.scope import Scope

from tests.unit.permissions.asking import deny, document, known, policy
from tests.unit.permissions.plain_iam import Json, PlainRequest
from tests.unit.permissions.random_policies import (
    ACTIONS,
    BUCKET,
    HIDDEN,
    KEYS,
    NAMES,
    POLICIES,
    WORLDS,
    statements,
)


def asked(
    policies: list[Json], action: str, scope: Scope, world: Mapping[str, str | None]
) -> Finding:
    context = known(
        {key: value for key, value in world.items() if value is not None},
        absent=[key for key, value in world.items() if value is None],
    )
    return evaluate([policy(*policies)], Question(action, scope, context))


def plainly(
    policies: list[Json], action: str, resource: str, world: Mapping[str, str | None]
) -> set[str]:
    context = {key.lower(): value for key, value in world.items() if value is not None}
    return {
        PlainRequest(action, resource, context, missing_matches=matches).outcome(
            document(*policies)
        )
        for matches in (True, False)
    }


@settings(max_examples=400)
@given(POLICIES, st.sampled_from(ACTIONS), KEYS, WORLDS)
def test_with_everything_known_it_says_what_the_plain_rules_say(
    policies: list[Json], action: str, key: str, world: dict[str, str | None]
) -> None:
    finding = asked(policies, action, Scope.exactly(BUCKET + key), world)
    outcomes = plainly(policies, action, BUCKET + key, world)
    assert outcomes <= finding.possible
    if "${" not in str(policies):
        assert finding.possible == outcomes


@settings(max_examples=600)
@given(POLICIES, st.sampled_from(ACTIONS), KEYS, NAMES, WORLDS, HIDDEN)
def test_however_what_is_not_known_turns_out_the_outcome_was_possible(
    policies: list[Json],
    action: str,
    prefix: str,
    name: str,
    world: dict[str, str | None],
    hidden: set[str],
) -> None:
    seen = {key: value for key, value in world.items() if key not in hidden}
    finding = asked(policies, action, Scope.directly_below(BUCKET + prefix), seen)
    assert plainly(policies, action, BUCKET + prefix + name, world) <= finding.possible


@given(POLICIES, st.sampled_from(ACTIONS), KEYS, WORLDS, HIDDEN)
def test_an_explicit_deny_always_wins(
    policies: list[Json],
    action: str,
    key: str,
    world: dict[str, str | None],
    hidden: set[str],
) -> None:
    seen = {name: value for name, value in world.items() if name not in hidden}
    scope = Scope.directly_below(BUCKET + key)
    assert asked([*policies, deny(Action="*")], action, scope, seen).outcome == "explicit-deny"


@given(POLICIES, statements(), st.sampled_from(ACTIONS), KEYS, WORLDS)
def test_a_further_deny_never_allows(
    policies: list[Json], added: Json, action: str, key: str, world: dict[str, str | None]
) -> None:
    scope = Scope.directly_below(BUCKET + key)
    before = asked(policies, action, scope, world)
    after = asked([*policies, {**added, "Effect": "Deny"}], action, scope, world)
    assert ("allow" in after.possible) <= ("allow" in before.possible)
    assert (after.outcome == "allow") <= (before.outcome == "allow")


@given(POLICIES, statements(), st.sampled_from(ACTIONS), KEYS, WORLDS)
def test_a_further_allow_never_denies(
    policies: list[Json], added: Json, action: str, key: str, world: dict[str, str | None]
) -> None:
    scope = Scope.directly_below(BUCKET + key)
    before = asked(policies, action, scope, world)
    after = asked([*policies, {**added, "Effect": "Allow"}], action, scope, world)
    assert (before.outcome == "allow") <= (after.outcome == "allow")
    assert ("explicit-deny" in after.possible) == ("explicit-deny" in before.possible)
    assert ("implicit-deny" in after.possible) <= ("implicit-deny" in before.possible)


@given(POLICIES, st.sampled_from(ACTIONS), KEYS)
def test_an_open_answer_says_what_keeps_it_open(
    policies: list[Json], action: str, key: str
) -> None:
    finding = asked(policies, action, Scope.directly_below(BUCKET + key), {})
    if finding.outcome == "unknown":
        assert finding.statement is not None
        assert finding.condition_keys or finding.depends_on_key
    else:
        assert (finding.statement is None) == (finding.outcome == "implicit-deny")
        assert finding.condition_keys == ()
        assert not finding.depends_on_key
