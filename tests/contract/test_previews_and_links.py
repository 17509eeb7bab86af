"""Presigned looks and links, with signatures, expiry and IAM enforced."""

from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import unquote

import boto3
import httpx
import pytest
from mypy_boto3_iam import IAMClient
from mypy_boto3_s3 import S3Client
from s3loader.aws.object_links import S3ObjectLinks
from s3loader.aws.presigning import Presigner, addresses
from s3loader.caller import Credentials
from s3loader.objects.details_ports import AskedObject
from s3loader.objects.disposition import attachment

from local.embedded_aws import ADMINISTRATOR, REGION
from tests.contract.api import Api, register
from tests.contract.cast import Cast
from tests.contract.iam_user import (
    create_user,
    document,
    put_user_policy,
    register_keys,
    register_user,
)
from tests.contract.identities import Identity, allow
from tests.local.running_stack import RunningStack

SCRIPT = b"<script>alert(1)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.fixture
def full(stack: RunningStack) -> Api:
    return register(stack, "demo-full")


@pytest.fixture
def reader(stack: RunningStack, iam: IAMClient, bucket: str) -> Api:
    """Who may read below open/ and nowhere else."""
    user = create_user(iam)
    allowed = document("s3:GetObject", resource=f"arn:aws:s3:::{bucket}/open/*")
    put_user_policy(iam, user, "reads", allowed)
    return register_user(stack, iam, user)


def look(api: Api, bucket: str, key: str, **more: object) -> dict[str, Any]:
    return answer(api.post("/api/objects/preview", {"bucket": bucket, "key": key, **more}))


def share(api: Api, bucket: str, key: str, seconds: int = 60, **more: object) -> dict[str, Any]:
    asked = {"bucket": bucket, "key": key, "seconds": seconds, **more}
    return answer(api.post("/api/objects/share", asked))


def answer(got: httpx.Response) -> dict[str, Any]:
    body: dict[str, Any] = got.json()
    return body


def name_of(got: httpx.Response) -> str:
    """Returns the name under which a browser saves an answer: it prefers the exact one."""
    return unquote(got.headers["content-disposition"].partition("filename*=UTF-8''")[2])


@pytest.mark.parametrize(
    ("key", "stored", "body"),
    [
        ("page.html", "text/html", SCRIPT),
        ("page", "text/html", SCRIPT),
        ("drawing.svg", "image/svg+xml", SVG),
        ("drawing", "image/svg+xml", SVG),
        ("program.js", "text/javascript", b"alert(1)"),
        ("feed", "application/xhtml+xml", SCRIPT),
    ],
)
def test_what_a_browser_could_run_comes_as_plain_text_to_be_saved(
    s3: S3Client, full: Api, bucket: str, key: str, stored: str, body: bytes
) -> None:
    s3.put_object(Bucket=bucket, Key=key, Body=body, ContentType=stored)
    found = look(full, bucket, key)
    assert (found["kind"], found["size"]) == ("text", len(body))
    got = httpx.get(found["url"])
    assert (got.status_code, got.content) == (200, body)
    assert got.headers["content-type"] == "text/plain; charset=utf-8"
    assert got.headers["content-disposition"] == "attachment"


def test_a_page_that_is_called_a_picture_comes_as_a_picture(
    s3: S3Client, full: Api, bucket: str
) -> None:
    s3.put_object(Bucket=bucket, Key="photo.png", Body=SCRIPT, ContentType="text/html")
    got = httpx.get(look(full, bucket, "photo.png")["url"])
    assert got.headers["content-type"] == "image/png"
    assert got.headers["content-disposition"] == "attachment"


def test_the_safe_type_is_signed_and_nobody_can_take_it_off(
    s3: S3Client, full: Api, bucket: str
) -> None:
    s3.put_object(Bucket=bucket, Key="page.html", Body=SCRIPT, ContentType="text/html")
    url = httpx.URL(look(full, bucket, "page.html")["url"])
    for name in ("response-content-type", "response-content-disposition"):
        assert httpx.get(url.copy_remove_param(name)).status_code == 403
        changed = url.copy_set_param(name, "text/html")
        assert httpx.get(changed).status_code == 403


def test_a_look_can_be_at_a_part_of_the_object(s3: S3Client, full: Api, bucket: str) -> None:
    s3.put_object(Bucket=bucket, Key="a.log", Body=b"0123456789")
    found = look(full, bucket, "a.log")
    got = httpx.get(found["url"], headers={"range": "bytes=2-4", "if-match": f'"{found["etag"]}"'})
    assert (got.status_code, got.content) == (206, b"234")


def test_an_empty_object_can_be_looked_at(s3: S3Client, full: Api, bucket: str) -> None:
    s3.put_object(Bucket=bucket, Key="empty.txt", Body=b"")
    got = httpx.get(look(full, bucket, "empty.txt")["url"])
    assert (got.status_code, got.content) == (200, b"")


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("in/budget.xlsx", "budget.xlsx"),
        ("in/한글 이름.txt", "한글 이름.txt"),
        ("😀 100%+&=?#.png", "😀 100%+&=?#.png"),
        ("a \"quoted\" 'name'; x.txt", "a \"quoted\" 'name'; x.txt"),
        ("line\nbreak.txt", "line_break.txt"),
    ],
)
def test_a_link_gives_the_file_under_its_own_name(
    s3: S3Client, full: Api, bucket: str, key: str, name: str
) -> None:
    s3.put_object(Bucket=bucket, Key=key, Body=b"hello", ContentType="text/html")
    got = httpx.get(share(full, bucket, key)["url"])
    assert (got.status_code, got.content) == (200, b"hello")
    assert got.headers["content-disposition"].startswith("attachment;")
    assert name_of(got) == name


def test_a_link_is_to_the_version_that_was_asked(s3: S3Client, full: Api, bucket: str) -> None:
    s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
    first = s3.put_object(Bucket=bucket, Key="a", Body=b"first")["VersionId"]
    s3.put_object(Bucket=bucket, Key="a", Body=b"second")
    for call in (look, share):
        assert httpx.get(call(full, bucket, "a", versionId=first)["url"]).content == b"first"
        assert httpx.get(call(full, bucket, "a")["url"]).content == b"second"


def test_who_may_read_gets_a_link_that_works_and_who_may_not_gets_the_reason(
    s3: S3Client, reader: Api, bucket: str
) -> None:
    for key in ("open/a", "closed/a"):
        s3.put_object(Bucket=bucket, Key=key, Body=b"x")
    for call in (look, share):
        assert httpx.get(call(reader, bucket, "open/a")["url"]).status_code == 200
        refused = call(reader, bucket, "closed/a")
        assert (refused["status"], refused["code"]) == (403, "access_denied")
        told = {"action": "s3:GetObject", "resource": f"arn:aws:s3:::{bucket}/closed/a"}
        assert refused["params"] == told


def test_there_is_no_link_to_nothing(full: Api, bucket: str) -> None:
    for call in (look, share):
        refused = call(full, bucket, "absent")
        assert (refused["status"], refused["code"]) == (404, "not_found")


def test_a_link_ends_when_it_says(
    stack: RunningStack, s3: S3Client, bucket: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    s3.put_object(Bucket=bucket, Key="a", Body=b"x")
    keys = stack.demo["users"]["demo-full"]
    credentials = Credentials(keys["accessKeyId"], keys["secretAccessKey"])
    names = addresses(bucket, REGION, (stack.aws_endpoint,))
    links = S3ObjectLinks(Presigner(credentials, REGION, names, timedelta(seconds=60)))

    def link_of(seconds_ago: int) -> str:
        then = datetime.now(UTC) - timedelta(seconds=seconds_ago)
        monkeypatch.setattr("botocore.auth.get_current_datetime", lambda: then)
        return links.sign(AskedObject("a"), attachment("a"))

    assert httpx.get(link_of(30)).status_code == 200
    assert httpx.get(link_of(61)).status_code == 403


def test_a_sessions_link_is_not_promised_for_longer_than_a_session_can_live(
    stack: RunningStack, iam: IAMClient, s3: S3Client, bucket: str
) -> None:
    s3.put_object(Bucket=bucket, Key="a", Body=b"x")
    sts = boto3.Session(*ADMINISTRATOR, region_name=REGION).client(
        "sts", endpoint_url=stack.aws_endpoint
    )
    keys = Cast(iam, sts).make(Identity(f"shares-{bucket}"[:60], (allow("s3:*"),), role=True))
    sts.close()
    session = register_keys(stack, keys.key_id, keys.secret, keys.session_token)
    refused = share(session, bucket, "a", seconds=43_201)
    assert (refused["status"], refused["code"]) == (422, "expiry_too_long")
    assert refused["params"] == {"seconds": 43_201, "limit": 43_200, "boundBy": "session"}
    found = share(session, bucket, "a", seconds=43_200)
    assert found["limit"] == {"maxSeconds": 43_200, "boundBy": "session", "sessionEndsAt": None}
    assert httpx.get(found["url"]).content == b"x"


def test_a_lasting_keys_link_may_work_for_a_week(s3: S3Client, full: Api, bucket: str) -> None:
    s3.put_object(Bucket=bucket, Key="a", Body=b"x")
    found = share(full, bucket, "a", seconds=604_800)
    assert found["limit"]["maxSeconds"] == 604_800
    left = datetime.fromisoformat(found["expiresAt"]) - datetime.now(UTC)
    assert timedelta(days=7) - timedelta(minutes=1) < left <= timedelta(days=7)
    assert httpx.get(found["url"]).status_code == 200
