"""What the transfer manager does not let say or hear, said and heard at its client's events.

It sends files through a client of its own. It takes no If-None-Match, and keeps S3's answers.
Source: https://docs.aws.amazon.com/boto3/latest/guide/events.html
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from s3loader.aws.checksums import read_checksum
from s3loader.aws.etags import hashes_content
from s3loader.checksum import Checksum
from s3loader.sending.ports import Order
from s3loader.uploads.models import SentPart

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

_KEY = "s3loader-key"


@dataclass(frozen=True)
class Answer:
    """S3's answer to the call that made an object."""

    etag: str
    etag_is_md5: bool
    checksum: Checksum | None


@dataclass
class KeyEvents:
    """One key's: what goes with its calls, and what S3 answered.

    Attributes:
        size: bytes
        before_completion: given what S3 says its parts are; raises where it must not be made
    """

    order: Order
    size: int
    before_completion: Callable[[Sequence[SentPart]], None]
    upload_id: str | None = None
    etags_are_md5s: bool = False
    answer: Answer | None = None
    is_over: bool = field(default=False)


class ClientEvents:
    """Listens at one client, of which each key is sent once."""

    def __init__(self, client: S3Client) -> None:
        self._keys: dict[str, KeyEvents] = {}
        self._lock = threading.Lock()
        events = client.meta.events
        for operation in ("CreateMultipartUpload", "PutObject", "CompleteMultipartUpload"):
            events.register(f"provide-client-params.s3.{operation}", self._note_key)
        events.register("provide-client-params.s3.PutObject", self._guard)
        events.register("provide-client-params.s3.CompleteMultipartUpload", self._guard)
        events.register("provide-client-params.s3.CompleteMultipartUpload", self._complete)
        events.register("after-call.s3.CreateMultipartUpload", self._begun)
        events.register("after-call.s3.PutObject", self._made)
        events.register("after-call.s3.CompleteMultipartUpload", self._made)

    def expect(self, key: KeyEvents) -> None:
        """Listen for a key."""
        with self._lock:
            self._keys[key.order.key] = key

    def open_uploads(self) -> dict[str, str]:
        """Return the upload ids, by key, that were begun and not completed."""
        with self._lock:
            return {
                key: found.upload_id
                for key, found in self._keys.items()
                if found.upload_id and not found.is_over
            }

    def _note_key(
        self,
        params: Mapping[str, Any],
        context: dict[str, Any],
        **_: Any,  # noqa: ANN401
    ) -> None:
        context[_KEY] = params["Key"]

    def _guard(self, params: dict[str, Any], **_: Any) -> None:  # noqa: ANN401
        if not self._of(params["Key"]).order.may_replace:
            params["IfNoneMatch"] = "*"

    def _complete(self, params: dict[str, Any], **_: Any) -> None:  # noqa: ANN401
        found = self._of(params["Key"])
        found.before_completion(
            [
                SentPart(part_number=part["PartNumber"], etag=part["ETag"])
                for part in params["MultipartUpload"]["Parts"]
            ]
        )
        params["MpuObjectSize"] = found.size

    def _begun(self, parsed: Mapping[str, Any], context: Mapping[str, Any], **_: Any) -> None:  # noqa: ANN401
        found = self._of(context[_KEY])
        found.upload_id = parsed.get("UploadId")
        found.etags_are_md5s = hashes_content(parsed)

    def _made(self, parsed: Mapping[str, Any], context: Mapping[str, Any], **_: Any) -> None:  # noqa: ANN401
        if "ETag" not in parsed:
            return
        found = self._of(context[_KEY])
        found.is_over = True
        found.answer = Answer(
            parsed["ETag"].strip('"'), hashes_content(parsed), read_checksum(parsed)
        )

    def _of(self, key: str) -> KeyEvents:
        with self._lock:
            return self._keys[key]
