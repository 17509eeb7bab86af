"""Sending whole files by boto3's own transfer manager."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from boto3.s3.transfer import TransferConfig, create_transfer_manager
from s3transfer.exceptions import CancelledError
from s3transfer.subscribers import BaseSubscriber

from s3loader.aws.bucket import OpenBucket
from s3loader.aws.client_events import ClientEvents, KeyEvents
from s3loader.aws.content_hash import ContentHash
from s3loader.aws.damage import damaged
from s3loader.aws.part_bodies import HashingFiles
from s3loader.errors import ErrorCode, S3LoaderError
from s3loader.sending.failures import Interrupted
from s3loader.sending.ports import Advance, Order, SentBytes
from s3loader.sending.source_files import SourceFile, cannot_read
from s3loader.uploads.models import SentPart
from s3loader.uploads.part_etags import etag_of_parts
from s3loader.uploads.put_headers import NONCE
from s3loader.uploads.rules import UploadRules

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

# What S3 says, or does not, of a file that became shorter or longer under way.
_MAY_HAVE_CHANGED = (
    ErrorCode.AWS_ERROR,
    ErrorCode.AWS_UNREACHABLE,
    ErrorCode.SIZE_MISMATCH,
    ErrorCode.UPLOAD_INCOMPLETE,
)


class S3FileSender:
    """Sends files into one bucket; each key once."""

    def __init__(
        self,
        bucket: OpenBucket,
        client: S3Client,
        rules: UploadRules,
        concurrency: int,
        *,
        object_checksums: bool,
    ) -> None:
        """Take a client that nobody else uses.

        Args:
            concurrency: requests at a time, of all files together
            object_checksums: S3 tells a CRC64NVME of each object, so that large ones need no MD5
        """
        self._bucket = bucket
        self._rules = rules
        self._object_checksums = object_checksums
        self._events = ClientEvents(client)
        self._files = HashingFiles()
        self._futures: list[Any] = []
        self._manager = create_transfer_manager(client, _config(rules, concurrency), self._files)

    def send(self, file: SourceFile, order: Order, advance: Advance) -> FileTransfer:
        """Begin to send a file."""
        is_multipart = self._rules.is_multipart(file.size)
        with_md5 = not (is_multipart and self._object_checksums)
        content = self._files.watch(str(file.path), with_md5=with_md5)
        transfer = FileTransfer(self._bucket, file, order, content, is_multipart)
        self._events.expect(transfer.events)
        transfer.future = self._manager.upload(
            str(file.path),
            self._bucket.name,
            order.key,
            extra_args=extra_args(order),
            subscribers=[TransferProgress(advance)],
        )
        self._futures.append(transfer.future)
        return transfer

    def stop(self) -> None:
        """Cancel what is under way; the transfer manager aborts what it began."""
        for future in self._futures:  # shutdown(cancel=True) of s3transfer 0.19 fails at the first
            future.cancel()
        self._manager.shutdown()

    def close(self) -> None:
        """Let go of the transfer manager's threads."""
        self._manager.shutdown()

    def left_behind(self) -> dict[str, str]:
        """Return the upload ids, by key, that were begun and not completed."""
        return self._events.open_uploads()


class FileTransfer:
    """A file that the transfer manager sends."""

    future: Any

    def __init__(
        self,
        bucket: OpenBucket,
        file: SourceFile,
        order: Order,
        content: ContentHash,
        is_multipart: bool,
    ) -> None:
        self.bucket = bucket
        self.file = file
        self.content = content
        self.is_multipart = is_multipart
        self.events = KeyEvents(order, file.size, self._check_parts)

    @property
    def has_begun(self) -> bool:
        """Whether anything of it was read, so that S3 may have it."""
        return self.content.has_begun

    @property
    def crc64nvme(self) -> str:
        """Of what has been read so far."""
        return self.content.crc64nvme

    def result(self) -> SentBytes:
        """Wait for its end."""
        try:
            self._wait()
        except S3LoaderError as error:
            if error.code in _MAY_HAVE_CHANGED:
                self.file.check_unchanged()
            raise
        self.file.check_unchanged()
        return self._sent()

    def _check_parts(self, parts: Sequence[SentPart]) -> None:
        """Make no object of parts that are others than were read, or of a file that changed."""
        self.file.check_unchanged()
        own = self.content.etag(of_parts=True)
        if own and self.events.etags_are_md5s and etag_of_parts(parts) != own:
            raise damaged(self.events.order.key)

    def _wait(self) -> None:
        try:
            with self.bucket.failures(self.events.order.key):
                self.future.result()
        except CancelledError:
            raise Interrupted from None
        except OSError as error:
            raise cannot_read(self.file.path, error) from None

    def _sent(self) -> SentBytes:
        answer = self.events.answer
        crc64nvme = self.content.crc64nvme
        if answer is None:
            return SentBytes(None, crc64nvme)
        told = answer.checksum
        if told and told.algorithm == "CRC64NVME" and told.value != crc64nvme:
            raise damaged(self.events.order.key)
        own = self.content.etag(of_parts=self.is_multipart)
        if own is None or not answer.etag_is_md5:
            return SentBytes(None, crc64nvme, told_etag=answer.etag)
        return SentBytes(answer.etag, crc64nvme, differs=own != answer.etag)


class TransferProgress(BaseSubscriber):
    """Tells how many bytes have left; several threads may say so at once."""

    def __init__(self, advance: Advance) -> None:
        self._advance = advance
        self._lock = threading.Lock()

    def on_progress(self, future: object, bytes_transferred: int, **_: Any) -> None:  # noqa: ANN401
        """Pass it on."""
        with self._lock:
            self._advance(bytes_transferred)


def _config(rules: UploadRules, concurrency: int) -> TransferConfig:
    return TransferConfig(
        multipart_threshold=rules.multipart_threshold + 1,  # from there on, not above it
        multipart_chunksize=rules.layout.smallest,
        max_concurrency=concurrency,
        preferred_transfer_client="classic",  # the CRT is `crt_sender`'s
    )


def extra_args(order: Order) -> dict[str, Any]:
    """Return what a transfer manager takes beside the key."""
    found: dict[str, Any] = {"ContentType": order.content_type, "Metadata": {NONCE: order.nonce}}
    if order.storage_class:
        found["StorageClass"] = order.storage_class
    return found
