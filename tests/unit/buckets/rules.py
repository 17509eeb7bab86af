"""CORS rules and needs for tests."""

from typing import Any

from s3loader.buckets.cors_needs import cors_needs
from s3loader.buckets.models import CorsRule
from s3loader.uploads.put_headers import put_headers

ORIGIN = "https://app.example"
NEEDS = cors_needs(put_headers("text/plain", "nonce", must_be_new=True))
PUT_HEADERS = ["content-type", "x-amz-meta-s3loader-nonce", "if-none-match"]


def rule(**changed: Any) -> CorsRule:  # noqa: ANN401
    """A rule that lets the app in, changed."""
    whole: dict[str, Any] = {
        "id": None,
        "allowed_origins": [ORIGIN],
        "allowed_methods": ["PUT", "GET", "HEAD"],
        "allowed_headers": ["*"],
        "expose_headers": ["ETag"],
        "max_age_seconds": None,
    }
    return CorsRule(**{**whole, **changed})
