"""Publishing the built app, into moto's S3."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import boto3
import pytest
from moto import mock_aws
from mypy_boto3_cloudfront import CloudFrontClient
from mypy_boto3_s3 import S3Client

from deploy.pages import empty, invalidate, publish

NOW = datetime(2026, 11, 24, tzinfo=UTC)
BUCKET = "pages"


@pytest.fixture(autouse=True)
def _aws(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AKIAOWNOWNOWNOWNOWN1")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "own-secret")
    with mock_aws():
        yield


@pytest.fixture
def s3() -> S3Client:
    client = boto3.client("s3", region_name="us-east-1")
    client.create_bucket(Bucket=BUCKET)
    client.put_bucket_versioning(Bucket=BUCKET, VersioningConfiguration={"Status": "Enabled"})
    return client


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    built(tmp_path, "main-1.js", "one")
    return tmp_path


def built(dist: Path, script: str, text: str) -> None:
    """A build whose page loads one script."""
    (dist / "assets").mkdir(exist_ok=True)
    for old in (dist / "assets").iterdir():
        old.unlink()
    (dist / "assets" / script).write_text(text)
    (dist / "index.html").write_text(f"the page of {script}")
    (dist / "favicon.svg").write_text("<svg/>")
    (dist / ".vite").mkdir(exist_ok=True)
    (dist / ".vite" / "manifest.json").write_text("{}")


def keys(s3: S3Client) -> set[str]:
    return {one["Key"] for one in s3.list_objects_v2(Bucket=BUCKET).get("Contents", [])}


def test_files_have_their_types_and_are_kept_for_a_year_and_the_page_is_asked_for_again(
    s3: S3Client, dist: Path
) -> None:
    publish(s3, BUCKET, dist, NOW)
    script = s3.get_object(Bucket=BUCKET, Key="assets/main-1.js")
    assert script["Body"].read() == b"one"
    assert script["ContentType"] == "text/javascript; charset=utf-8"
    assert script["CacheControl"] == "public, max-age=31536000, immutable"
    page = s3.get_object(Bucket=BUCKET, Key="index.html")
    assert page["ContentType"] == "text/html; charset=utf-8"
    assert page["CacheControl"] == "no-cache"
    assert keys(s3) == {"assets/main-1.js", "favicon.svg", "index.html", "releases.json"}


def test_the_page_comes_after_what_it_loads(s3: S3Client, dist: Path) -> None:
    published = publish(s3, BUCKET, dist, NOW)
    assert sorted(published.uploaded) == ["assets/main-1.js", "favicon.svg", "index.html"]
    times = {
        one["Key"]: one["LastModified"] for one in s3.list_objects_v2(Bucket=BUCKET)["Contents"]
    }
    assert times["index.html"] >= times["assets/main-1.js"]


def test_doing_it_again_changes_nothing(s3: S3Client, dist: Path) -> None:
    publish(s3, BUCKET, dist, NOW)
    before = s3.list_object_versions(Bucket=BUCKET)["Versions"]
    again = publish(s3, BUCKET, dist, NOW + timedelta(days=1))
    assert (again.uploaded, again.removed) == ([], [])
    assert s3.list_object_versions(Bucket=BUCKET)["Versions"] == before


def test_what_open_tabs_load_stays_for_30_days_after_the_next_release(
    s3: S3Client, dist: Path
) -> None:
    publish(s3, BUCKET, dist, NOW)
    built(dist, "main-2.js", "two")
    long_after = NOW + timedelta(days=100)
    assert publish(s3, BUCKET, dist, long_after).removed == []
    assert publish(s3, BUCKET, dist, long_after + timedelta(days=29)).removed == []
    last = publish(s3, BUCKET, dist, long_after + timedelta(days=31))
    assert last.removed == ["assets/main-1.js"]
    assert "assets/main-2.js" in keys(s3)


def test_going_back_to_an_earlier_release_keeps_its_files(s3: S3Client, dist: Path) -> None:
    publish(s3, BUCKET, dist, NOW)
    built(dist, "main-2.js", "two")
    publish(s3, BUCKET, dist, NOW + timedelta(days=1))
    built(dist, "main-1.js", "one")
    back = publish(s3, BUCKET, dist, NOW + timedelta(days=2))
    assert back.uploaded == ["index.html"]
    later = publish(s3, BUCKET, dist, NOW + timedelta(days=60))
    assert later.removed == ["assets/main-2.js"]
    assert "assets/main-1.js" in keys(s3)


def test_only_the_page_is_asked_for_again_at_the_edges() -> None:
    cloudfront: CloudFrontClient = boto3.client("cloudfront", region_name="us-east-1")
    made = cloudfront.create_distribution(
        DistributionConfig={
            "CallerReference": "r",
            "Comment": "",
            "Enabled": True,
            "Origins": {"Quantity": 1, "Items": [{"Id": "o", "DomainName": "x.example"}]},
            "DefaultCacheBehavior": {"TargetOriginId": "o", "ViewerProtocolPolicy": "https-only"},
        }
    )["Distribution"]["Id"]
    invalidate(cloudfront, made, NOW)
    (found,) = cloudfront.list_invalidations(DistributionId=made)["InvalidationList"]["Items"]
    batch = cloudfront.get_invalidation(DistributionId=made, Id=found["Id"])["Invalidation"]
    assert batch["InvalidationBatch"]["Paths"]["Items"] == ["/index.html"]


def test_an_emptied_bucket_can_be_deleted_earlier_versions_and_all(
    s3: S3Client, dist: Path
) -> None:
    publish(s3, BUCKET, dist, NOW)
    built(dist, "main-2.js", "two")
    publish(s3, BUCKET, dist, NOW + timedelta(days=40))
    publish(s3, BUCKET, dist, NOW + timedelta(days=80))
    empty(s3, BUCKET)
    s3.delete_bucket(Bucket=BUCKET)
