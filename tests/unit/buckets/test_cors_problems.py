from collections.abc import Sequence
from typing import Any

import pytest
from s3loader.buckets.cors_problems import find_problems
from s3loader.buckets.models import CorsRule

from tests.unit.buckets.rules import NEEDS, ORIGIN, PUT_HEADERS, rule


def named(rules: Sequence[CorsRule], origin: str = ORIGIN) -> dict[str, list[str]]:
    return {str(found.code): found.missing for found in find_problems(rules, origin, NEEDS)}


def test_a_bucket_without_rules_lets_nobody_in() -> None:
    assert named([]) == {"no_rules": []}


@pytest.mark.parametrize(
    "allowed", [ORIGIN, "*", "https://*.example", "https://*", "*app.example", "https://app.*"]
)
def test_an_origin_may_be_allowed_by_name_or_with_one_star(allowed: str) -> None:
    assert named([rule(allowed_origins=["https://other.example", allowed])]) == {}


@pytest.mark.parametrize(
    "allowed",
    [
        "http://app.example",
        "https://app.example:8443",
        "https://App.example",
        "https://app.example/",
        "https://*.app.example",
        "https://app-example",
        "https://app.example*.com",
        "https://.pp.example",
        "https://app.*app.example",
    ],
)
def test_an_origin_that_differs_in_anything_is_another(allowed: str) -> None:
    assert named([rule(allowed_origins=[allowed])]) == {"origin_missing": [ORIGIN]}


@pytest.mark.parametrize("allowed", ["https://*.*", "**", "https://*app*"])
def test_an_entry_with_two_stars_which_s3_does_not_take_promises_nothing(allowed: str) -> None:
    assert named([rule(allowed_origins=[allowed])]) == {"origin_missing": [ORIGIN]}


@pytest.mark.parametrize(
    ("changed", "problems"),
    [
        ({"allowed_methods": ["GET", "HEAD", "POST"]}, {"methods_missing": ["PUT"]}),
        ({"allowed_methods": ["PUT"]}, {"methods_missing": ["GET", "HEAD"]}),
        ({"allowed_headers": ["content-*", "if-*", "range"]},
         {"headers_missing": ["x-amz-meta-s3loader-nonce"]}),
        ({"allowed_headers": []},
         {"headers_missing": sorted([*PUT_HEADERS, "if-match", "range"])}),
        ({"allowed_headers": ["Content-Type", "If-None-Match", "X-AMZ-*", "RANGE", "if-*"]}, {}),
        ({"expose_headers": ["x-amz-version-id"]}, {"etag_not_exposed": ["ETag"]}),
        ({"expose_headers": ["etag"]}, {}),
        ({"allowed_methods": ["PUT", "GET"], "allowed_headers": ["range", "if-*", "x-*"],
          "expose_headers": []},
         {"methods_missing": ["HEAD"], "headers_missing": ["content-type"],
          "etag_not_exposed": ["ETag"]}),
    ],
)  # fmt: skip
def test_each_missing_piece_is_named(changed: dict[str, Any], problems: dict[str, Any]) -> None:
    assert named([rule(**changed)]) == problems


def test_the_detail_says_it_in_a_sentence() -> None:
    lacking = rule(allowed_headers=["content-type", "if-*", "x-*"], expose_headers=[])
    assert [found.detail for found in find_problems([lacking], ORIGIN, NEEDS)] == [
        "For GET, HEAD from https://app.example no single rule allows range.",
        "For PUT from https://app.example the rule that answers does not expose ETag.",
    ]


def test_rules_may_share_the_work_method_by_method() -> None:
    uploads = rule(allowed_methods=["PUT"], allowed_headers=PUT_HEADERS)
    downloads = rule(
        allowed_methods=["GET", "HEAD"], allowed_headers=["range", "if-match"], expose_headers=[]
    )
    assert named([downloads, uploads]) == {}


def test_no_two_rules_answer_one_preflight_together() -> None:
    some = rule(allowed_headers=["content-type", "range", "if-match"])
    others = rule(allowed_headers=["if-none-match", "x-amz-meta-*", "range", "if-match"])
    assert named([some, others]) == {"headers_missing": ["content-type"]}


def test_the_first_rule_of_origin_and_method_answers_the_upload_and_hides_etag() -> None:
    """The preflight asks for headers and passes it by; the PUT itself does not."""
    hiding = rule(allowed_methods=["PUT"], allowed_headers=[], expose_headers=[])
    assert named([hiding, rule()]) == {"etag_not_exposed": ["ETag"]}
    assert named([rule(), hiding]) == {}


def test_a_public_rule_for_reading_is_no_obstacle() -> None:
    public = rule(
        allowed_origins=["*"], allowed_methods=["GET"], allowed_headers=[], expose_headers=[]
    )
    assert named([public, rule()]) == {}
