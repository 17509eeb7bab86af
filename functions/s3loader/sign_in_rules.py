"""What SIGN_IN_CLAIM and SIGN_IN_BUCKETS may say."""

import json
import re
from collections.abc import Sequence

BucketsOfPeople = dict[str, tuple[str, ...]]

# What Firebase puts into ID tokens itself: `email_verified` as the claim would let everybody in.
# https://firebase.google.com/docs/auth/admin/verify-id-tokens and .../custom-claims
_OF_FIREBASE = re.compile(
    "acr|amr|at_hash|aud|auth_time|azp|c_hash|cnf|email|email_verified|exp|firebase|iat|iss|jti"
    "|name|nbf|nonce|phone_number|picture|provider_id|sub|uid|user_id"
)
_PERSON = re.compile(r"[!-?A-~]*@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")


def custom_claim(name: str) -> str:
    """Return the name of a claim that only the project's owner can give.

    Raises:
        ValueError: it is one of Firebase's own, or has a space
    """
    if _OF_FIREBASE.fullmatch(name) or re.search(r"\s", name):
        raise ValueError("must be a custom claim, not one that Firebase sets itself")
    return name


def people_in_json(text: str) -> object:
    """Return what the JSON says.

    Raises:
        ValueError: it is no JSON, or a name is twice there, of which JSON would keep the last
    """
    return json.loads(text, object_pairs_hook=_named_once)


def buckets_of_people(named: BucketsOfPeople) -> BucketsOfPeople:
    """Return them by address or "@domain" in lower case, as Firebase writes addresses.

    Raises:
        ValueError: a name is neither, or twice there
    """
    if not all(map(_PERSON.fullmatch, named)):
        raise ValueError("must name people as lee@example.com or @example.com")
    by_person = {person.lower(): buckets for person, buckets in named.items()}
    if len(by_person) < len(named):
        raise ValueError("must name everybody once; capitals do not tell addresses apart")
    return by_person


def _named_once(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    named = dict(pairs)
    if len(named) < len(pairs):
        raise ValueError("must name everybody once")
    return named
