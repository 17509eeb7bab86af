"""The demo IAM users: one inline policy each, from local/policies, and one access key."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from local.demo import Keys

if TYPE_CHECKING:
    from mypy_boto3_iam import IAMClient

USERS = ("demo-full", "demo-reader", "demo-uploader", "demo-nolist")

_POLICIES = Path(__file__).parent.parent / "policies"


def ensure_users(iam: IAMClient, known: Mapping[str, Keys]) -> dict[str, Keys]:
    """Creates users that are missing, renews their policies, and keeps keys that still exist."""
    existing = {user["UserName"] for user in iam.list_users()["Users"]}
    return {name: _ensure_user(iam, name, name in existing, known.get(name)) for name in USERS}


def _ensure_user(iam: IAMClient, name: str, exists: bool, keys: Keys | None) -> Keys:
    if not exists:
        iam.create_user(UserName=name)
    policy = (_POLICIES / f"{name}.json").read_text()
    iam.put_user_policy(UserName=name, PolicyName=name, PolicyDocument=policy)
    return _ensure_keys(iam, name, keys)


def _ensure_keys(iam: IAMClient, name: str, keys: Keys | None) -> Keys:
    listed = iam.list_access_keys(UserName=name)["AccessKeyMetadata"]
    ids = [key["AccessKeyId"] for key in listed]
    if keys is not None and keys.access_key_id in ids:
        return keys
    for key_id in ids:  # their secrets are lost
        iam.delete_access_key(UserName=name, AccessKeyId=key_id)
    made = iam.create_access_key(UserName=name)["AccessKey"]
    return Keys(made["AccessKeyId"], made["SecretAccessKey"])
