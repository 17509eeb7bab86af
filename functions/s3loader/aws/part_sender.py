"""Sending single parts, of a stream or of what an earlier upload has left."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from s3transfer.utils import ReadFileChunk

from s3loader.aws.bucket import OpenBucket
from s3loader.aws.content_hash import PartHash, combined, in_base64
from s3loader.aws.damage import damaged
from s3loader.aws.etags import hashes_content
from s3loader.aws.part_bodies import MemoryFile, WatchedFile
from s3loader.sending.failures import Interrupted
from s3loader.sending.ports import HashedPart, Order, Readable, SentBytes
from s3loader.uploads.models import SentPart
from s3loader.uploads.put_headers import NONCE

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

_PIECE = 1024 * 1024
_ATTEMPTS = 3


class S3PartSender:
    """Sends parts into one bucket."""

    def __init__(self, bucket: OpenBucket, client: S3Client) -> None:
        """Take a client that nobody else uses; its calls end soon after `stop`."""
        self._bucket = bucket
        self._client = client
        self._stopped = threading.Event()
        # Between two attempts too: what fails because it was stopped is not tried again.
        client.meta.events.register("before-send.s3", lambda **_: self._check())

    def put(self, order: Order, body: memoryview) -> SentBytes:
        """Make an object by one PUT."""
        part = _hashed(body)
        with self._bucket.failures(order.key):
            answer = self._client.put_object(
                Bucket=self._bucket.name,
                Key=order.key,
                Body=self._memory(body),
                ContentType=order.content_type,
                Metadata={NONCE: order.nonce},
                **_conditions(order),
            )
        crc64nvme = in_base64(part.crc64nvme)
        if not hashes_content(answer):
            return SentBytes(None, crc64nvme)
        etag = answer["ETag"].strip('"')
        return SentBytes(etag, crc64nvme, differs=etag != part.md5.hex())

    def send(
        self, key: str, upload_id: str, part_number: int, body: Readable, size: int
    ) -> HashedPart:
        """Send what `body` has from where it stands on; a damaged part is sent again."""
        start = body.tell()

        def attempt() -> HashedPart | None:
            body.seek(start)
            part = PartHash()
            etag = self._send(key, upload_id, part_number, self._file(body, size, part))
            return _matching(part, part_number, etag)

        return _first(attempt, key)

    def put_part(self, key: str, upload_id: str, part_number: int, body: memoryview) -> HashedPart:
        """Send what lies in memory; a damaged part is sent again."""
        part = _hashed(body)

        def attempt() -> HashedPart | None:
            etag = self._send(key, upload_id, part_number, self._memory(body))
            return _matching(part, part_number, etag)

        return _first(attempt, key)

    def crc64nvme(self, parts: Sequence[HashedPart]) -> str:
        """Return the CRC64NVME of the whole."""
        return in_base64(combined((part.crc64nvme, part.size) for part in parts))

    def hash(self, body: Readable, size: int) -> HashedPart:
        """Only read it."""
        part = PartHash()
        chunk = self._file(body, size, part)
        while chunk.read(_PIECE):
            pass
        return HashedPart(part.size, part.crc64nvme, part.md5)

    def stop(self) -> None:
        """Let what is being sent fail soon, and begin nothing more."""
        self._stopped.set()

    def _send(self, key: str, upload_id: str, part_number: int, body: Any) -> _Etag:  # noqa: ANN401
        with self._bucket.failures(key):
            answer = self._client.upload_part(
                Bucket=self._bucket.name,
                Key=key,
                UploadId=upload_id,
                PartNumber=part_number,
                Body=body,
            )
        return _Etag(answer["ETag"].strip('"'), hashes_content(answer))

    def _file(self, body: Readable, size: int, part: PartHash) -> Any:  # noqa: ANN401
        watched: Any = WatchedFile(body, lambda _: part.feed, self._check)
        return ReadFileChunk(watched, size, body.tell() + size)

    def _memory(self, body: memoryview) -> Any:  # noqa: ANN401
        return MemoryFile(body, self._check)

    def _check(self) -> None:
        if self._stopped.is_set():
            raise Interrupted


class _Etag(NamedTuple):
    """S3's answer to a part, and whether it is an MD5."""

    value: str
    is_md5: bool


def _hashed(body: memoryview) -> PartHash:
    part = PartHash()
    part.feed(0, body)
    return part


def _matching(part: PartHash, part_number: int, etag: _Etag) -> HashedPart | None:
    """Return the part as S3 has it; None where that has other bytes."""
    if etag.is_md5 and etag.value != part.md5.hex():
        return None
    sent = SentPart(part_number=part_number, etag=etag.value)
    return HashedPart(part.size, part.crc64nvme, part.md5, sent)


def _first(attempt: Callable[[], HashedPart | None], key: str) -> HashedPart:
    for _ in range(_ATTEMPTS):
        part = attempt()
        if part:
            return part
    raise damaged(key)


def _conditions(order: Order) -> dict[str, Any]:
    found = {} if order.may_replace else {"IfNoneMatch": "*"}
    return {**found, "StorageClass": order.storage_class} if order.storage_class else found
