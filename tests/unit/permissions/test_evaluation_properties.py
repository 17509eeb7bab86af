"""Laws of the evaluation, and every way in which what is not known can turn out."""

from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st
from s3loader.permissions.evaluation import Question, evaluate
from s3loader.permissions.findings import Finding
from s3loader.permissions.scope import Scope

from tests.unit.permissions.asking import deny, document, known, policy
from tests.unit.permissions.plain_iam import Json, PlainRequest

ACTIONS = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]
BUCKET = "arn:aws:s3:::b/"
# Every key with the values it may turn out to have; None: the request lacks it.
VALUES: dict[str, list[str | None]] = {
    "aws:username": ["a", "b", None],
    "aws:PrincipalTag/t": ["a", "/", None],
    "aws:SourceIp": ["10.0.0.1", "192.0.2.1", None],
    "aws:SecureTransport": ["true", "false", None],
    "s3:max-keys": ["1", "10", None],
}
COMPARED = {
    "StringEquals": ["a", "/", "${aws:username}"],
    "StringNotEquals": ["a", "b"],
    "StringLike": ["a*", "?", "${aws:PrincipalTag/t}*"],
    "StringNotLike": ["?", "${aws:username}"],
    "StringEqualsIfExists": ["b"],
    "StringNotLikeIfExists": ["a*"],
    "Null": ["true", "false"],
}
TYPED = {
    "aws:SourceIp": {"IpAddress": ["10.0.0.0/8"], "NotIpAddress": ["10.0.0.0/8", "192.0.2.1"]},
    "aws:SecureTransport": {"Bool": ["true", "false"], "BoolIfExists": ["true"]},
    "s3:max-keys": {"NumericLessThan": ["5", "11"]},
}
PIECES = st.sampled_from(["a", "b", "/", "*", "?", "${aws:username}", "${aws:PrincipalTag/t}"])
RESOURCES = st.lists(PIECES, max_size=4).map(lambda pieces: BUCKET + "".join(pieces))
NAMED_ACTIONS = st.sampled_from(["*", "s3:*", "s3:Get*", "S3:putobject", "s3:?e*", "ec2:*"])


@st.composite
def conditions(draw: st.DrawFn) -> Json:
    key = draw(st.sampled_from(list(VALUES)))
    operators = TYPED.get(key, COMPARED)
    operator = draw(st.sampled_from(list(operators)))
    values = draw(st.lists(st.sampled_from(operators[operator]), min_size=1, max_size=2))
    return {operator: {key: values[:1] if operator == "Null" else values}}


@st.composite
def statements(draw: st.DrawFn) -> Json:
    action = draw(st.sampled_from(["Action", "Action", "NotAction"]))
    resource = draw(st.sampled_from(["Resource", "Resource", "NotResource"]))
    return {
        "Effect": draw(st.sampled_from(["Allow", "Allow", "Deny"])),
        action: draw(st.lists(NAMED_ACTIONS, min_size=1, max_size=2)),
        resource: draw(st.lists(RESOURCES | st.just("*"), min_size=1, max_size=2)),
        "Condition": draw(st.just({}) | conditions()),
    }


POLICIES = st.lists(statements(), min_size=1, max_size=4)
WORLDS = st.fixed_dictionaries({key: st.sampled_from(values) for key, values in VALUES.items()})
HIDDEN = st.sets(st.sampled_from(list(VALUES)))
KEYS = st.text("ab/", max_size=4)
NAMES = st.text("ab", min_size=1, max_size=3)


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
