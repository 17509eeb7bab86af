"""Puts the demo objects, several at a time."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from local.seed.samples import Sample, samples

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

_AT_ONCE = 8


def put_samples(s3: S3Client, buckets: Collection[str]) -> None:
    """Writes the samples of some buckets; an object of the same key is replaced."""

    def put(sample: Sample) -> None:
        bucket, key, body, content_type = sample
        s3.put_object(Bucket=bucket, Key=key, Body=body, ContentType=content_type)

    wanted = [sample for sample in samples() if sample.bucket in buckets]
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        deque(pool.map(put, wanted), maxlen=0)
