"""What the command says, in both languages."""

import string

import pytest
from s3loader.cli import english, korean
from s3loader.cli.output import visible
from s3loader.cli.words import failure_text, system_language, word
from s3loader.errors import ErrorCode
from s3loader.sending.failures import LocalCode

# What no upload from a terminal can meet: accounts of the API, browsers, deletions, statistics.
ELSEWHERE = {
    "invalid_request", "body_too_large", "batch_too_large", "not_registered", "token_invalid",
    "token_too_large", "access_key_malformed", "secret_key_malformed", "sign_in_required",
    "sign_in_invalid", "sign_in_not_allowed", "server_credentials_missing", "region_unknown",
    "cursor_invalid", "not_found", "origin_invalid", "cors_rules_changed", "cors_rules_full",
    "cors_not_effective", "confirmation_wrong", "object_locked", "object_archived",
    "customer_key_needed", "key_not_addressable", "expiry_too_long", "policy_not_shown",
    "policies_not_shared", "statistics_off", "statistics_unavailable", "date_range_invalid",
    "server_unavailable", "internal",
}  # fmt: skip


def test_every_failure_of_an_upload_has_korean_words() -> None:
    codes = {code.value for code in ErrorCode} - ELSEWHERE | {code.value for code in LocalCode}
    assert set(korean.FAILURES) == codes


def test_both_languages_have_the_same_sentences_with_the_same_values() -> None:
    def fields(text: str) -> set[str | None]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    assert {name: fields(text) for name, text in english.SENTENCES.items()} == {
        name: fields(text) for name, text in korean.SENTENCES.items()
    }


def test_a_failure_is_told_in_korean_with_its_params() -> None:
    told = failure_text("ko", "prefix_not_found", "no such path", {"prefix": "없는/"})
    assert (
        told == "없는/ 경로가 없어요. 업로드는 경로를 새로 만들지 않아요. 있는 경로를 골라 주세요."
    )


def test_a_failure_that_lacks_a_param_is_told_all_the_same() -> None:
    assert failure_text("ko", "aws_unreachable", "x", {}).startswith(
        "AWS가 제때 답하지 않았어요(cause)"
    )


def test_a_failure_without_korean_words_is_told_in_english() -> None:
    assert failure_text("ko", "internal", "It broke.", {}) == "It broke."
    assert failure_text("en", "conflict", "It is taken.", {}) == "It is taken."


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "ko_KR.UTF-8"}, "ko"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "ko_KR"}, "ko"),
        ({"LC_MESSAGES": "C", "LANG": "ko_KR"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_the_locale_chooses_the_language(environment: dict[str, str], language: str) -> None:
    assert system_language(environment) == language


def test_a_sentence_has_its_values() -> None:
    assert (
        word("en", "summary", completed=1, skipped=2, failed=3) == "1 uploaded, 2 skipped, 3 failed"
    )


def test_a_name_cannot_steer_the_terminal() -> None:
    assert visible("a\x1b[31mb\r\n한글") == "a?[31mb??한글"
