"""Which call of S3 a request is, and what it is about; buckets are named in the path."""

from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

_OF_BUCKET = {
    ("GET", ""): "ListObjectsV2",
    ("GET", "uploads"): "ListMultipartUploads",
    ("POST", "delete"): "DeleteObjects",
    ("HEAD", ""): "HeadBucket",
}
_OF_OBJECT = {
    ("PUT", "partNumber"): "UploadPart",
    ("PUT", ""): "PutObject",
    ("POST", "uploads"): "CreateMultipartUpload",
    ("POST", "uploadId"): "CompleteMultipartUpload",
    ("DELETE", "uploadId"): "AbortMultipartUpload",
    ("GET", "uploadId"): "ListParts",
    ("HEAD", ""): "HeadObject",
    ("GET", ""): "GetObject",
    ("DELETE", ""): "DeleteObject",
}


@dataclass(frozen=True)
class Call:
    """One call of S3; `part` and `upload_id` are None where it has none."""

    operation: str
    method: str
    bucket: str
    key: str
    upload_id: str | None
    part: int | None


def call_of(method: str, target: str) -> Call:
    """Reads method and request target; an operation that nobody needs to name is `Other`."""
    url = urlsplit(target)
    bucket, _, key = url.path.removeprefix("/").partition("/")
    query = parse_qs(url.query, keep_blank_values=True)
    part = query.get("partNumber", [None])[0]
    return Call(
        operation=_operation(method, bucket, key, set(query)),
        method=method,
        bucket=bucket,
        key=unquote(key),
        upload_id=query.get("uploadId", [None])[0],
        part=None if part is None else int(part),
    )


def _operation(method: str, bucket: str, key: str, query: set[str]) -> str:
    if method == "OPTIONS":
        return "Preflight"
    if not bucket:
        return "ListBuckets"
    known = _OF_OBJECT if key else _OF_BUCKET
    for parameter in ("partNumber", "uploadId", "uploads", "delete"):
        if parameter in query:
            return known.get((method, parameter), "Other")
    return known.get((method, ""), "Other")
