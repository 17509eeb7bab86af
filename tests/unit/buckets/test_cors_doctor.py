from collections.abc import Callable, Mapping, Sequence

import pytest
from s3loader.buckets.cors_doctor import CorsDoctor
from s3loader.buckets.cors_rules import StoredRule
from s3loader.buckets.models import CorsDiagnosis, CorsProbe
from s3loader.errors import Conflict, ErrorCode, Forbidden, InvalidInput, S3LoaderError

from tests.unit.buckets.rules import ORIGIN

HEADERS = {"content-type": "text/plain", "x-amz-meta-s3loader-nonce": "n", "if-none-match": "*"}
STRANGE: StoredRule = {
    "AllowedOrigins": ["https://other.example"],
    "AllowedMethods": ["PATCH"],
    "ANewElement": {"of": ["S3's"]},
}


class FakeStore:
    """Rules that show only after `late` further readings."""

    bucket = "demo"
    region = "ap-northeast-2"

    def __init__(self, *rules: StoredRule, late: int = 0) -> None:
        self.rules = list(rules)
        self.late = late
        self.written: list[StoredRule] | None = None
        self.refused: S3LoaderError | None = None

    def read(self) -> list[StoredRule]:
        if self.refused:
            raise self.refused
        if self.written is not None:
            if self.late == 0:
                return self.written
            self.late -= 1
        return self.rules

    def write(self, rules: Sequence[StoredRule]) -> None:
        self.written = list(rules)

    def sign_probes(self, headers: Mapping[str, str]) -> list[CorsProbe]:
        return [CorsProbe(url="https://signed", headers=dict(headers))]


def diagnose(store: FakeStore, origin: str = ORIGIN) -> CorsDiagnosis:
    return CorsDoctor(store, HEADERS).diagnose(origin)


def repair(store: FakeStore, seen: str | None = None, pauses: list[int] | None = None) -> str:
    """Confirms what a person saw, and returns the verdict."""
    seen = diagnose(store).fingerprint if seen is None else seen
    pause = (pauses if pauses is not None else []).append
    return CorsDoctor(store, HEADERS).repair(ORIGIN, seen or "", pause).verdict


def test_a_repair_writes_the_rules_that_were_shown_and_keeps_even_what_is_not_understood() -> None:
    store = FakeStore(STRANGE)
    shown = diagnose(store)
    assert repair(store) == "ok"
    assert store.written is not None
    assert store.written[0] is STRANGE
    assert diagnose(store).rules == shown.repaired_rules


def test_what_is_known_of_a_rule_is_shown_as_it_is() -> None:
    (rule,) = diagnose(FakeStore(STRANGE)).rules or []
    assert (rule.allowed_methods, rule.id, rule.max_age_seconds) == (["PATCH"], None, None)


def test_rules_that_s3_shows_late_are_waited_for() -> None:
    pauses: list[int] = []
    assert repair(FakeStore(late=2), pauses=pauses) == "ok"
    assert pauses == [0, 1]


def test_rules_that_never_show_are_not_called_repaired() -> None:
    pauses: list[int] = []
    with pytest.raises(Conflict) as unseen:
        repair(FakeStore(late=1000), pauses=pauses)
    assert unseen.value.code is ErrorCode.CORS_NOT_EFFECTIVE
    assert len(pauses) == 4


def test_nothing_is_written_over_rules_that_changed() -> None:
    store = FakeStore(STRANGE)
    seen = diagnose(store).fingerprint
    store.rules.append(STRANGE)
    with pytest.raises(Conflict) as changed:
        repair(store, seen)
    assert changed.value.code is ErrorCode.CORS_RULES_CHANGED
    assert store.written is None


def test_a_repair_whose_answer_was_lost_can_be_repeated() -> None:
    store = FakeStore(STRANGE)
    seen = diagnose(store).fingerprint
    repair(store, seen)
    first, store.written = store.written, None
    store.rules = list(first or [])
    assert repair(store, seen) == "ok"
    assert store.written is None


def test_the_hundred_and_first_rule_is_not_written() -> None:
    store = FakeStore(*[STRANGE] * 100)
    with pytest.raises(InvalidInput) as full:
        repair(store)
    assert full.value.code is ErrorCode.CORS_RULES_FULL
    assert store.written is None


def test_rules_that_may_not_be_read_are_never_overwritten() -> None:
    store = FakeStore(STRANGE)
    store.refused = Forbidden(ErrorCode.ACCESS_DENIED, "", {"action": "s3:GetBucketCORS"})
    shown = diagnose(store)
    assert (shown.verdict, shown.rules, shown.fingerprint) == ("unknown", None, None)
    assert shown.suggested_rule is not None
    with pytest.raises(Forbidden):
        repair(store, "")
    assert store.written is None


def test_the_diagnosis_is_for_the_origin_as_browsers_send_it() -> None:
    assert diagnose(FakeStore(), "HTTPS://App.Example:443").origin == ORIGIN


def test_the_probe_sends_what_an_upload_sends() -> None:
    (probe,) = diagnose(FakeStore()).probes
    assert probe.headers == HEADERS


def test_the_log_tells_which_bucket_was_opened_to_which_page(log: Callable[[], str]) -> None:
    repair(FakeStore())
    assert '"cors repaired"' in log()
    assert '"bucket":"demo"' in log()
    assert f'"origin":"{ORIGIN}"' in log()
