"""Diagnosing and repairing the CORS rules of one bucket."""

from collections.abc import Mapping, Sequence

from s3loader.buckets.cors_needs import cors_needs
from s3loader.buckets.cors_origin import canonical_origin
from s3loader.buckets.cors_problems import find_problems, rules_unreadable
from s3loader.buckets.cors_repair import CorsRepair, find_repair, smallest_rule
from s3loader.buckets.cors_rules import MAX_RULES, StoredRule, fingerprint, rule_of, stored_rule
from s3loader.buckets.models import CorsDiagnosis, CorsRule
from s3loader.buckets.ports import CorsStore
from s3loader.errors import Conflict, ErrorCode, Forbidden, InvalidInput
from s3loader.observability import logger
from s3loader.pauses import Pause

_LOOKS = 5


class CorsDoctor:
    """Judges a bucket's rules for the app's requests."""

    def __init__(self, store: CorsStore, put_headers: Mapping[str, str]) -> None:
        """Look after one bucket.

        Args:
            put_headers: what a browser sends with an upload
        """
        self._store = store
        self._put_headers = put_headers
        self._needs = cors_needs(put_headers)

    def diagnose(self, origin: str) -> CorsDiagnosis:
        """Tell what the rules lack; unreadable rules are a verdict, not a failure.

        Raises:
            InvalidInput: origin_invalid
        """
        page = canonical_origin(origin)
        try:
            stored = self._store.read()
        except Forbidden:
            return self._unknown(page)
        return self._diagnosis(page, stored)

    def repair(self, origin: str, seen: str, pause: Pause) -> CorsDiagnosis:
        """Add the suggested rule and diagnose again; rules that are well stay as they are.

        S3 has no conditional write of rules: who changes them within the same moment may win.

        Args:
            seen: the fingerprint of the rules that the person saw

        Raises:
            InvalidInput: origin_invalid, cors_rules_full
            Forbidden: access_denied, with s3:GetBucketCORS or s3:PutBucketCORS
            Conflict: cors_rules_changed; cors_not_effective, where S3 keeps showing others
        """
        page = canonical_origin(origin)
        stored = self._store.read()
        repair = find_repair(_rules(stored), page, self._needs)
        if repair is None:
            return self._diagnosis(page, stored)
        _check_unchanged(stored, seen)
        _check_room(stored)
        self._store.write(_repaired(stored, repair))
        logger.info("cors repaired", extra={"bucket": self._store.bucket, "origin": page})
        return self._look_until_well(page, pause)

    def _look_until_well(self, page: str, pause: Pause) -> CorsDiagnosis:
        """Read the rules until the new one shows: S3 may show the old ones for a moment."""
        for attempt in range(_LOOKS):
            if attempt:
                pause(attempt - 1)
            diagnosis = self._diagnosis(page, self._store.read())
            if diagnosis.verdict == "ok":
                return diagnosis
        raise Conflict(
            ErrorCode.CORS_NOT_EFFECTIVE,
            "S3 took the rules but still shows others. Diagnose again in a moment.",
            {"bucket": self._store.bucket},
        )

    def _diagnosis(self, page: str, stored: Sequence[StoredRule]) -> CorsDiagnosis:
        rules = _rules(stored)
        repair = find_repair(rules, page, self._needs)
        return CorsDiagnosis(
            bucket=self._store.bucket,
            origin=page,
            region=self._store.region,
            verdict=("incomplete" if rules else "missing") if repair else "ok",
            problems=find_problems(rules, page, self._needs) if repair else [],
            suggested_rule=repair.rule if repair else None,
            rules=rules,
            repaired_rules=_rules(_repaired(stored, repair)) if repair else None,
            fingerprint=fingerprint(stored),
            probes=self._store.sign_probes(self._put_headers),
        )

    def _unknown(self, page: str) -> CorsDiagnosis:
        return CorsDiagnosis(
            bucket=self._store.bucket,
            origin=page,
            region=self._store.region,
            verdict="unknown",
            problems=[rules_unreadable()],
            suggested_rule=smallest_rule(page, self._needs),
            rules=None,
            repaired_rules=None,
            fingerprint=None,
            probes=self._store.sign_probes(self._put_headers),
        )


def _rules(stored: Sequence[StoredRule]) -> list[CorsRule]:
    return [rule_of(rule) for rule in stored]


def _repaired(stored: Sequence[StoredRule], repair: CorsRepair) -> list[StoredRule]:
    return [*stored[: repair.place], stored_rule(repair.rule), *stored[repair.place :]]


def _check_unchanged(stored: Sequence[StoredRule], seen: str) -> None:
    if fingerprint(stored) != seen:
        raise Conflict(
            ErrorCode.CORS_RULES_CHANGED,
            "The bucket's CORS rules are not those that were shown. Look at them again.",
        )


def _check_room(stored: Sequence[StoredRule]) -> None:
    if len(stored) >= MAX_RULES:
        raise InvalidInput(
            ErrorCode.CORS_RULES_FULL,
            f"A bucket takes at most {MAX_RULES} CORS rules. Remove one that is not used.",
            {"limit": MAX_RULES},
        )
