"""The CORS doctor's repairs on a second server: SeaweedFS with its own evaluation of rules."""

import uuid
from collections.abc import Iterator

import httpx
import pytest
from mypy_boto3_s3 import S3Client
from mypy_boto3_s3.type_defs import CORSRuleTypeDef
from s3loader.aws.bucket import Buckets
from s3loader.aws.clients import ClientCache, Endpoints
from s3loader.aws.cors_store import S3CorsStore
from s3loader.aws.regions import RegionCache
from s3loader.bucket_access import BucketAccess
from s3loader.buckets.cors_doctor import CorsDoctor
from s3loader.buckets.models import CorsProbe
from s3loader.caller import Credentials
from s3loader.deadline import Deadline
from s3loader.permissions.observed import Observations
from s3loader.uploads.put_headers import put_headers

from tests.bench.seaweedfs import ACCESS_KEY_ID, SECRET_ACCESS_KEY, S3Server, seaweedfs

APP = "https://app.example"
OTHERS: CORSRuleTypeDef = {
    "ID": "their own",
    "AllowedOrigins": ["https://other.example"],
    "AllowedMethods": ["GET"],
    "AllowedHeaders": ["authorization"],
    "ExposeHeaders": ["x-amz-request-id"],
    "MaxAgeSeconds": 60,
}
HIDES_ETAG: CORSRuleTypeDef = {
    "AllowedOrigins": ["*"],
    "AllowedMethods": ["GET", "PUT", "HEAD"],
    "AllowedHeaders": ["*"],
    "ExposeHeaders": ["x-amz-request-id"],
    "MaxAgeSeconds": 60,
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[S3Server]:
    with seaweedfs(tmp_path_factory.mktemp("seaweedfs")) as running:
        yield running


@pytest.fixture
def s3(server: S3Server) -> Iterator[S3Client]:
    client = server.client()
    yield client
    client.close()


@pytest.fixture
def bucket(s3: S3Client) -> str:
    name = f"test-{uuid.uuid4()}"
    s3.create_bucket(Bucket=name)
    return name


@pytest.fixture
def doctor(server: S3Server, bucket: str) -> CorsDoctor:
    buckets = Buckets(
        ClientCache(Endpoints(s3=server.endpoint)),
        RegionCache(),
        BucketAccess(),
        Credentials(ACCESS_KEY_ID, SECRET_ACCESS_KEY),
        "us-east-1",
        Observations(),
    )
    store = S3CorsStore(buckets.open(bucket), (f"{server.endpoint}/{bucket}",), Deadline())
    return CorsDoctor(store, put_headers("application/octet-stream", "n", must_be_new=True))


def gets_in(probes: list[CorsProbe]) -> bool:
    """Does what the page does, and tells whether it may send and read ETag."""
    (probe,) = probes
    asked = {
        "Origin": APP,
        "Access-Control-Request-Method": "PUT",
        "Access-Control-Request-Headers": ",".join(sorted(probe.headers)),
    }
    preflight = httpx.options(probe.url, headers=asked)
    allowed = preflight.headers.get("access-control-allow-origin") == APP
    sent = httpx.put(probe.url, headers={**probe.headers, "Origin": APP})
    return allowed and "ETag" in sent.headers.get("access-control-expose-headers", "")


@pytest.mark.parametrize("rules", [[OTHERS], [HIDES_ETAG], [OTHERS, HIDES_ETAG]])
def test_a_bucket_that_refuses_the_page_lets_it_in_after_the_repair(
    s3: S3Client, doctor: CorsDoctor, bucket: str, rules: list[CORSRuleTypeDef]
) -> None:
    s3.put_bucket_cors(Bucket=bucket, CORSConfiguration={"CORSRules": rules})
    before = doctor.diagnose(APP)
    assert before.verdict == "incomplete"
    assert not gets_in(before.probes)
    after = doctor.repair(APP, before.fingerprint or "", lambda _: None)
    assert after.verdict == "ok"
    assert gets_in(after.probes)
    stored = s3.get_bucket_cors(Bucket=bucket)["CORSRules"]
    assert [rule for rule in stored if "s3loader" not in rule.get("ID", "")] == rules


def test_a_bucket_without_rules_is_open_here_which_only_the_probe_shows(
    doctor: CorsDoctor,
) -> None:
    before = doctor.diagnose(APP)
    assert before.verdict == "missing"
    assert gets_in(before.probes)
