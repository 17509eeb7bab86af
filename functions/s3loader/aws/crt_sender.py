"""Sending large files by AWS's own transfer library, the CRT, where it is installed.

Nothing else imports `awscrt`, which the extra `crt` brings.
"""

from __future__ import annotations

import threading
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from awscrt.exceptions import AwsCrtError
from botocore.config import Config
from s3transfer.crt import (
    BotocoreCRTCredentialsWrapper,
    BotocoreCRTRequestSerializer,
    CRTTransferManager,
    acquire_crt_s3_process_lock,
    create_s3_crt_client,
)

from s3loader.aws.bucket import OpenBucket
from s3loader.aws.content_hash import PartHash, in_base64
from s3loader.aws.file_sender import S3FileSender, TransferProgress, extra_args
from s3loader.aws.local_account import LocalAccount
from s3loader.aws.session import new_session
from s3loader.errors import AwsUnreachable, ErrorCode
from s3loader.sending.failures import Interrupted
from s3loader.sending.ports import Advance, FileUnderWay, Order, SentBytes
from s3loader.sending.source_files import SourceFile, cannot_read
from s3loader.uploads.rules import UploadRules

# By this name boto3 too lets one process of a machine use it.
_LOCK = "boto3"
_PIECE = 8 * 1024 * 1024
_CANCELED = "AWS_ERROR_S3_CANCELED"


class CrtFileSender:
    """Sends what goes in parts by the CRT, and the rest as usual.

    S3 compares each part with the CRC64NVME that comes with it.
    """

    def __init__(
        self,
        usual: S3FileSender,
        bucket: OpenBucket,
        rules: UploadRules,
        account: LocalAccount,
        endpoint: str | None,
    ) -> None:
        """Start the CRT.

        Raises:
            CrtTaken: another process of this machine uses it
        """
        self._lock = acquire_crt_s3_process_lock(_LOCK)
        if self._lock is None:
            raise CrtTaken
        self._usual = usual
        self._bucket = bucket
        self._rules = rules
        self._orders: dict[str, Order] = {}
        self._hashing = ThreadPoolExecutor(max_workers=1)
        self._stopped = threading.Event()
        self._manager = self._start(account, endpoint)

    def send(self, file: SourceFile, order: Order, advance: Advance) -> FileUnderWay:
        """Begin to send a file."""
        if not self._rules.is_multipart(file.size):
            return self._usual.send(file, order, advance)
        self._orders[order.key] = order
        crc64nvme = self._hashing.submit(self._crc64nvme, file)
        future = self._manager.upload(
            str(file.path),
            self._bucket.name,
            order.key,
            extra_args={**extra_args(order), "ChecksumAlgorithm": "CRC64NVME"},
            subscribers=[TransferProgress(advance)],
        )
        return _CrtTransfer(self._bucket, file, order, future, crc64nvme, self._stopped)

    def stop(self) -> None:
        """Cancel what is under way; the CRT aborts what it began."""
        self._stopped.set()
        self._manager.shutdown(cancel=True)
        self._usual.stop()

    def close(self) -> None:
        """Let go of threads, and of the CRT."""
        self._manager.shutdown()
        self._hashing.shutdown()
        self._usual.close()

    def left_behind(self) -> dict[str, str]:
        """Return the upload ids, by key, that were begun and not seen to end.

        Of its own the CRT tells no ids: S3 is asked where it was stopped.
        """
        own = {key: self._unfinished(key) for key in self._orders if self._stopped.is_set()}
        return {**self._usual.left_behind(), **{key: found for key, found in own.items() if found}}

    def _start(self, account: LocalAccount, endpoint: str | None) -> CRTTransferManager:
        session = new_session()
        session.register("provide-client-params.s3.PutObject", self._guard)
        options: dict[str, Any] = {"region_name": self._bucket.region, "endpoint_url": endpoint}
        if endpoint:
            options["config"] = Config(s3={"addressing_style": "path"})
        credentials = BotocoreCRTCredentialsWrapper(account.session.get_credentials())
        client = create_s3_crt_client(
            self._bucket.region,
            credentials.to_crt_credentials_provider(),
            part_size=self._rules.layout.smallest,
            use_ssl=endpoint is None or endpoint.startswith("https:"),
        )
        return CRTTransferManager(client, BotocoreCRTRequestSerializer(session, options))

    def _guard(self, **event: Any) -> None:  # noqa: ANN401
        """Say it with the whole object's request, from which the CRT makes the others."""
        params = event["params"]
        if not self._orders[params["Key"]].may_replace:
            params["IfNoneMatch"] = "*"

    def _crc64nvme(self, file: SourceFile) -> str:
        """Read the file beside the CRT, which tells nobody what it reads."""
        part = PartHash(with_md5=False)
        with file.open_at(0) as opened:
            while not self._stopped.is_set() and (data := opened.read(_PIECE)):
                part.feed(part.size, data)
        return in_base64(part.crc64nvme)

    def _unfinished(self, key: str) -> str | None:
        client, bucket = self._bucket.client, self._bucket.name
        with self._bucket.failures():
            page = client.list_multipart_uploads(Bucket=bucket, Prefix=key)
        uploads = [found["UploadId"] for found in page.get("Uploads", []) if found["Key"] == key]
        return uploads[-1] if uploads else None


class CrtTaken(Exception):
    """Another process of this machine uses the CRT, which takes the whole machine."""


@dataclass(frozen=True)
class _CrtTransfer:
    """A file that the CRT sends."""

    bucket: OpenBucket
    file: SourceFile
    order: Order
    future: Any
    hashing: Future[str]
    stopped: threading.Event

    @property
    def has_begun(self) -> bool:
        """Whether S3 may have it; of parts only the last call makes an object."""
        return bool(self.future.done())

    @property
    def crc64nvme(self) -> str:
        """Of the whole file."""
        return self.hashing.result()

    def result(self) -> SentBytes:
        """Wait for its end."""
        try:
            with self.bucket.failures(self.order.key):
                self.future.result()
        except AwsCrtError as error:
            if error.name != _CANCELED:
                self.file.check_unchanged()
                raise _unreachable(error) from None
            if not self.stopped.is_set():  # Ctrl-C, of which s3transfer lets only this be seen
                raise KeyboardInterrupt from None
            raise Interrupted from None
        except OSError as error:
            raise cannot_read(self.file.path, error) from None
        self.file.check_unchanged()
        return SentBytes(None, self.crc64nvme)


def _unreachable(error: AwsCrtError) -> AwsUnreachable:
    return AwsUnreachable(
        ErrorCode.AWS_UNREACHABLE,
        "AWS did not answer in time. Check the network and try again.",
        {"cause": error.name},
    )
