"""The headers of a single PUT."""

NONCE = "s3loader-nonce"


def put_headers(content_type: str, nonce: str, *, must_be_new: bool) -> dict[str, str]:
    """Return exactly what the browser sends besides content-length."""
    headers = {"content-type": content_type, f"x-amz-meta-{NONCE}": nonce}
    if must_be_new:
        headers["if-none-match"] = "*"
    return headers
