"""CORS rules between S3's words and ours, and what tells one set of rules from another."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from s3loader.buckets.models import CorsRule

MAX_RULES = 100

# A rule as S3 has it. Existing rules are written back as they were read, never rebuilt.
StoredRule = Mapping[str, Any]


def rule_of(stored: StoredRule) -> CorsRule:
    """Return a rule of S3's in our words."""
    return CorsRule(
        id=stored.get("ID"),
        allowed_origins=stored.get("AllowedOrigins", []),
        allowed_methods=stored.get("AllowedMethods", []),
        allowed_headers=stored.get("AllowedHeaders", []),
        expose_headers=stored.get("ExposeHeaders", []),
        max_age_seconds=stored.get("MaxAgeSeconds"),
    )


def stored_rule(rule: CorsRule) -> StoredRule:
    """Return a rule of ours in S3's words."""
    return {
        "ID": rule.id,
        "AllowedOrigins": rule.allowed_origins,
        "AllowedMethods": rule.allowed_methods,
        "AllowedHeaders": rule.allowed_headers,
        "ExposeHeaders": rule.expose_headers,
        "MaxAgeSeconds": rule.max_age_seconds,
    }


def fingerprint(rules: Sequence[StoredRule]) -> str:
    """Return what is the same only for the same rules in the same order."""
    canonical = json.dumps([dict(rule) for rule in rules], sort_keys=True)
    return hashlib.sha256(canonical.encode()).hexdigest()
