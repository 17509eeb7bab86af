from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st
from s3loader.buckets.cors_evaluation import is_met, matching, missing_headers
from s3loader.buckets.cors_needs import CorsNeed
from s3loader.buckets.cors_repair import find_repair
from s3loader.buckets.models import CorsRule

from tests.unit.buckets.rules import NEEDS, ORIGIN, PUT_HEADERS, rule

ORIGINS = [ORIGIN, "*", "https://*.example", "https://other.example"]
HEADERS = ["*", "content-type", "If-*", "x-amz-meta-s3loader-nonce", "range", "x-other"]
EXPOSED = ["ETag", "etag", "x-amz-version-id", "x-other"]
RULES = st.lists(
    st.builds(
        CorsRule,
        id=st.sampled_from([None, "s3loader-app.example", "s3loader-app.example-2"]),
        allowed_origins=st.lists(st.sampled_from(ORIGINS), min_size=1, max_size=2),
        allowed_methods=st.lists(
            st.sampled_from(["GET", "PUT", "HEAD", "POST"]), min_size=1, unique=True
        ),
        allowed_headers=st.lists(st.sampled_from(HEADERS), max_size=6),
        expose_headers=st.lists(st.sampled_from(EXPOSED), max_size=2),
        max_age_seconds=st.none() | st.just(60),
    ),
    max_size=5,
)


# As if downloads had to read a header too: then two rules may hide something.
DEMANDING = (*NEEDS[:1], CorsNeed("GET", ("range",), ("x-amz-version-id",)))


def repaired(rules: Sequence[CorsRule], needs: Sequence[CorsNeed] = NEEDS) -> list[CorsRule]:
    repair = find_repair(rules, ORIGIN, needs)
    if repair is None:
        return list(rules)
    return [*rules[: repair.place], repair.rule, *rules[repair.place :]]


def suggested(*rules: CorsRule) -> CorsRule:
    repair = find_repair(rules, ORIGIN, NEEDS)
    assert repair is not None
    return repair.rule


@given(RULES, st.sampled_from([NEEDS, DEMANDING]))
def test_a_repair_always_lets_the_app_in_and_keeps_every_rule_in_its_order(
    rules: list[CorsRule], needs: Sequence[CorsNeed]
) -> None:
    after = repaired(rules, needs)
    assert all(is_met(after, ORIGIN, need) for need in needs)
    repair = find_repair(rules, ORIGIN, needs)
    kept = [found for place, found in enumerate(after) if repair is None or place != repair.place]
    assert kept == rules


@given(RULES, st.sampled_from([*ORIGINS, "https://third.example"]), st.sampled_from(HEADERS),
       st.sampled_from(EXPOSED), st.sampled_from(["GET", "PUT", "HEAD", "POST"]))  # fmt: skip
def test_a_repair_takes_nothing_away_from_anybody(
    rules: list[CorsRule], origin: str, header: str, exposed: str, method: str
) -> None:
    need = CorsNeed(method, (header,), (exposed,))
    assert is_met(repaired(rules), origin, need) or not is_met(rules, origin, need)


@given(RULES)
def test_a_repair_opens_the_bucket_to_no_other_origin_and_for_no_other_method(
    rules: list[CorsRule],
) -> None:
    for origin, method in (("https://other.example", "PUT"), (ORIGIN, "POST"), (ORIGIN, "DELETE")):
        assert matching(repaired(rules), origin, method) == matching(rules, origin, method)


@given(RULES)
def test_ids_that_were_different_stay_different(rules: list[CorsRule]) -> None:
    repair = find_repair(rules, ORIGIN, NEEDS)
    assert repair is None or repair.rule.id not in {found.id for found in rules}


def test_a_bucket_without_rules_gets_one_with_exactly_what_is_needed() -> None:
    assert suggested() == CorsRule(
        id="s3loader-app.example",
        allowed_origins=[ORIGIN],
        allowed_methods=["PUT", "GET", "HEAD"],
        allowed_headers=[*PUT_HEADERS, "range", "if-match"],
        expose_headers=["ETag"],
        max_age_seconds=3000,
    )


def test_the_rule_holds_only_the_methods_that_lack() -> None:
    mended = suggested(rule(allowed_methods=["PUT", "GET"]))
    assert mended.allowed_methods == ["HEAD"]
    assert mended.allowed_headers == ["range", "if-match"]
    assert mended.expose_headers == []


def test_a_header_that_lacks_costs_the_whole_request_because_one_rule_answers_it() -> None:
    mended = suggested(rule(allowed_headers=["range", "if-*", "content-type"]))
    assert mended.allowed_methods == ["PUT"]
    assert mended.allowed_headers == PUT_HEADERS


def test_the_rule_stands_last() -> None:
    others = [rule(allowed_origins=["https://a.example"]), rule(allowed_methods=["GET"])]
    assert repaired(others)[:2] == others


def test_the_rule_stands_before_one_that_would_hide_etag_and_exposes_the_same() -> None:
    other = rule(allowed_origins=["https://a.example"])
    hiding = rule(allowed_origins=["*"], expose_headers=["x-amz-version-id"])
    after = repaired([other, hiding, other])
    assert [after[0], after[2], after[3]] == [other, hiding, other]
    assert after[1].allowed_methods == ["PUT"]
    assert after[1].expose_headers == ["ETag", "x-amz-version-id"]


def test_the_rule_stands_before_the_first_of_several_that_hide_something() -> None:
    downloads = rule(allowed_methods=["GET"], expose_headers=[])
    uploads = rule(allowed_methods=["PUT"], expose_headers=[])
    after = repaired([downloads, uploads], DEMANDING)
    assert after[1:] == [downloads, uploads]


def test_the_rule_exposes_nothing_of_rules_that_still_answer() -> None:
    public = rule(allowed_methods=["GET"], allowed_headers=[], expose_headers=["x-other"])
    hiding = rule(allowed_methods=["PUT", "HEAD"], expose_headers=[])
    after = repaired([public, hiding])
    assert after[1].allowed_methods == ["PUT", "GET"]
    assert after[1].expose_headers == ["ETag"]


def test_without_a_rule_not_even_a_bare_request_is_let_in() -> None:
    assert not is_met([], ORIGIN, CorsNeed("GET", (), ()))


def test_well_rules_need_no_repair() -> None:
    assert find_repair([rule()], ORIGIN, NEEDS) is None


def test_the_preflight_of_an_upload_is_met_by_the_suggested_rule_alone() -> None:
    assert missing_headers([suggested()], NEEDS[0]) == []
