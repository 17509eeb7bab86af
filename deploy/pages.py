"""The built app in its bucket: files first, the page last, and what open tabs load kept."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import md5
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypedDict

from deploy.content_types import content_type
from deploy.edge import HASHED, PAGE

if TYPE_CHECKING:
    from mypy_boto3_cloudfront import CloudFrontClient
    from mypy_boto3_s3 import S3Client

KEPT: Final = timedelta(days=30)
"""For so long the files of a release stay after the next one, for tabs that are still open."""
RELEASES: Final = "releases.json"
"""A record that no address serves: every path but files' is the app's page."""


class Release(TypedDict):
    """Keys of a build, and when the next one took its place: ISO 8601, None for the latest."""

    files: list[str]
    endedAt: str | None


@dataclass(frozen=True)
class Published:
    """What a publication changed, by key."""

    uploaded: list[str]
    removed: list[str]


def publish(s3: S3Client, bucket: str, dist: Path, now: datetime) -> Published:
    """Bring a bucket up to a build; repeating it changes nothing.

    Raises:
        ClientError: what S3 refused; the page that was there is still whole
    """
    files = {key: dist / key for key in _files(dist)}
    there = _listed(s3, bucket)
    changed = [key for key, path in files.items() if there.get(key) != _etag(path)]
    for key in sorted(changed, key=lambda key: key == "index.html"):
        _put(s3, bucket, key, files[key])
    releases = _releases(s3, bucket, there, sorted(files), now)
    kept = {key for release in releases for key in release["files"]} | {RELEASES}
    removed = sorted(set(there) - kept)
    for key in removed:
        s3.delete_object(Bucket=bucket, Key=key)
    return Published(changed, removed)


def empty(s3: S3Client, bucket: str) -> None:
    """Remove every version of every object, without which a bucket cannot be deleted."""
    for page in s3.get_paginator("list_object_versions").paginate(Bucket=bucket):
        for found in (*page.get("Versions", []), *page.get("DeleteMarkers", [])):
            s3.delete_object(Bucket=bucket, Key=found["Key"], VersionId=found["VersionId"])


def invalidate(cloudfront: CloudFrontClient, distribution: str, now: datetime) -> None:
    """Have every edge ask for the page again; all other files have names that never come back."""
    cloudfront.create_invalidation(
        DistributionId=distribution,
        InvalidationBatch={
            "Paths": {"Quantity": 1, "Items": ["/index.html"]},
            "CallerReference": now.isoformat(),
        },
    )


def _files(dist: Path) -> Iterator[str]:
    """What browsers may load; the source maps among it, for the source is open."""
    for path in sorted(dist.rglob("*")):
        key = path.relative_to(dist).as_posix()
        if path.is_file() and not key.startswith("."):  # .vite/manifest.json is the build's own
            yield key


def _put(s3: S3Client, bucket: str, key: str, path: Path) -> None:
    s3.put_object(
        Bucket=bucket,
        Key=key,
        Body=path.read_bytes(),
        ContentType=content_type(key),
        CacheControl=HASHED if key.startswith("assets/") else PAGE,
    )


def _listed(s3: S3Client, bucket: str) -> dict[str, str]:
    pages = s3.get_paginator("list_objects_v2").paginate(Bucket=bucket)
    return {
        found["Key"]: found["ETag"].strip('"')
        for page in pages
        for found in page.get("Contents", [])
    }


def _etag(path: Path) -> str:
    return md5(path.read_bytes(), usedforsecurity=False).hexdigest()  # as S3's of a single PUT


def _releases(
    s3: S3Client, bucket: str, there: dict[str, str], files: list[str], now: datetime
) -> list[Release]:
    """Note this release and when the one before it ended; forget what ended long ago."""
    known: list[Release] = []
    if RELEASES in there:
        known = json.loads(s3.get_object(Bucket=bucket, Key=RELEASES)["Body"].read())
    for release in known:
        release["endedAt"] = release["endedAt"] or now.isoformat()
    if known and known[-1]["files"] == files:
        known[-1]["endedAt"] = None
    else:
        known.append({"files": files, "endedAt": None})
    fresh = [one for one in known if not one["endedAt"] or _since(one["endedAt"], now) < KEPT]
    body = json.dumps(fresh).encode()
    if there.get(RELEASES) != md5(body, usedforsecurity=False).hexdigest():
        s3.put_object(Bucket=bucket, Key=RELEASES, Body=body, ContentType="application/json")
    return fresh


def _since(moment: str, now: datetime) -> timedelta:
    return now - datetime.fromisoformat(moment)
