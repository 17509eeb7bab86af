"""Clients of people who have signed in; `trust_signer` makes their tokens valid."""

import json
from collections.abc import Mapping, Sequence

from starlette.testclient import TestClient

from tests.firebase_tokens import PROJECT, id_token
from tests.integration.conftest import MakeClient

SIGNED_IN = {
    "server_credentials": "signed-in",
    "firebase_project_id": PROJECT,
    "sign_in_domains": ("example.com",),
}


def signed_in(
    make_client: MakeClient,
    buckets: Mapping[str, Sequence[str]] | None = None,
    token: str | None = None,
    **variables: object,
) -> TestClient:
    """Lee's client, or the token's; `buckets` are SIGN_IN_BUCKETS."""
    client = make_client(**SIGNED_IN, sign_in_buckets=_json(buckets), **variables)
    client.headers["authorization"] = f"Bearer {token or id_token()}"
    return client


def _json(buckets: Mapping[str, Sequence[str]] | None) -> str | None:
    return None if buckets is None else json.dumps(buckets)
