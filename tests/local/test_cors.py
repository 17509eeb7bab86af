"""Which pages may reach which demo bucket."""

import httpx
import pytest

from tests.local.running_stack import RunningStack


def preflight(stack: RunningStack, bucket: str, origin: str) -> httpx.Response:
    """What a browser asks before it puts an object from a page of `origin`."""
    headers = {
        "Origin": origin,
        "Access-Control-Request-Method": "PUT",
        "Access-Control-Request-Headers": "content-type,if-none-match,x-amz-meta-s3loader-nonce",
    }
    return httpx.options(f"{stack.aws_endpoint}/{bucket}/inbox/a", headers=headers)


@pytest.mark.parametrize("bucket", ["demo-photos", "demo-reports"])
@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_the_apps_page_may_put(stack: RunningStack, bucket: str, host: str) -> None:
    origin = stack.app_url.replace("127.0.0.1", host)
    answer = preflight(stack, bucket, origin)
    assert answer.status_code == 200
    assert answer.headers["access-control-allow-origin"] == origin
    assert "PUT" in answer.headers["access-control-allow-methods"]


def test_the_apps_page_can_read_etag_and_checksum(stack: RunningStack) -> None:
    headers = {"Origin": stack.app_url}
    answer = httpx.get(f"{stack.aws_endpoint}/demo-reports/inbox/", headers=headers)
    exposed = answer.headers["access-control-expose-headers"].lower()
    assert "etag" in exposed
    assert "x-amz-checksum-crc64nvme" in exposed


def test_a_page_from_elsewhere_may_not(stack: RunningStack) -> None:
    assert preflight(stack, "demo-reports", "http://evil.example").status_code == 403


def test_the_bucket_without_cors_refuses_even_the_app(stack: RunningStack) -> None:
    assert preflight(stack, "demo-no-cors", stack.app_url).status_code == 403
