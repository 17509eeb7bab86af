"""A bucket in memory that behaves like S3 where uploads look, with rights to take away."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from s3loader.checksum import Checksum
from s3loader.errors import Conflict, ErrorCode, Forbidden, Missing, S3LoaderError
from s3loader.uploads.models import SentPart, UploadedPart
from s3loader.uploads.part_etags import etag_of_parts
from s3loader.uploads.ports import Begun, ListedObject, ListedPage, Over, StoredObject

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
EXPIRY = datetime(2026, 11, 23, 9, 15, tzinfo=UTC)


@dataclass
class FakeStore:
    """`denied` holds IAM actions, `closed` keys, `failures` what a call answers next, by name.

    Uploads begin at NOW. Where `repeats_its_answer`, an upload can be completed again.
    """

    bucket: str = "demo"
    region: str = "ap-northeast-2"
    page_size: int = 1000
    objects: dict[str, StoredObject] = field(default_factory=dict)
    uploads: dict[str, str] = field(default_factory=dict)
    denied: set[str] = field(default_factory=set)
    closed: set[str] = field(default_factory=set)
    calls: list[str] = field(default_factory=list)
    broken_key: str | None = None
    stubborn_aborts: int = 0
    failures: dict[str, list[S3LoaderError]] = field(default_factory=dict)
    completes_unheard: bool = False
    repeats_its_answer: bool = False
    answered: dict[str, StoredObject] = field(default_factory=dict)
    checksum: Checksum | None = None
    completing_tells_checksum: bool = True

    def add(
        self,
        *keys: str,
        size: int = 3,
        etag: str = "e",
        nonce: str | None = None,
        at: datetime = NOW,
    ) -> None:
        for key in keys:
            self.objects[key] = StoredObject(size, etag, nonce=nonce, last_modified=at)

    def list_below(self, prefix: str, start_after: str = "", starts_with: str = "") -> ListedPage:
        self._call("list", "s3:ListBucket")
        entries: dict[str, str | None] = {}
        for key in sorted(self.objects):
            if not key.startswith(prefix + starts_with) or key <= start_after:
                continue
            head, slash, _ = key.removeprefix(prefix).partition("/")
            common = prefix + head + "/"
            entries[common if slash else key] = None if slash else key
        page = list(entries.items())[: self.page_size]
        return ListedPage(
            objects=[
                ListedObject(key, found.size, found.etag, found.last_modified or NOW)
                for _, key in page
                if key and (found := self.objects[key])
            ],
            prefixes=[name for name, key in page if key is None],
            is_last=len(entries) <= self.page_size,
        )

    def head(self, key: str) -> StoredObject:
        self._call("head", "s3:GetObject")
        if key not in self.objects:
            raise Missing(ErrorCode.NOT_FOUND, "no object")
        return replace(self.objects[key], checksum=self.checksum)

    def check_put(self, key: str) -> None:
        self._call("check-put", "s3:PutObject", closed=key in self.closed)

    def expiry(self) -> datetime:
        return EXPIRY

    def sign_put(self, key: str, headers: Mapping[str, str], turn: int) -> str:
        return f"https://s3/{turn}/{key}?{sorted(headers.items())}"

    def sign_part(
        self, key: str, upload_id: str, part_number: int, headers: Mapping[str, str]
    ) -> str:
        return f"https://s3/{key}?{upload_id}&{part_number}&{headers['content-length']}"

    def begin(
        self, key: str, content_type: str, nonce: str, storage_class: str | None = None
    ) -> Begun:
        self._call("begin", "s3:PutObject")
        if key == self.broken_key:
            raise RuntimeError("a bug")
        upload_id = f"upload-of-{key}"
        self.uploads[upload_id] = nonce
        return Begun(upload_id, etag_is_md5=True)

    def begun_at(self, key: str, upload_id: str) -> datetime:
        self._call("begun-at", "s3:ListBucketMultipartUploads")
        self._check_upload(upload_id)
        return NOW

    def list_parts(self, key: str, upload_id: str) -> list[UploadedPart]:
        self._call("list-parts", "s3:ListMultipartUploadParts")
        self._check_upload(upload_id)
        return []

    def look_for_parts(self, key: str, upload_id: str) -> None:
        self.list_parts(key, upload_id)

    def complete(
        self, key: str, upload_id: str, parts: Sequence[SentPart], size: int, over: Over
    ) -> StoredObject:
        if not self.completes_unheard:
            self._call("complete", "s3:PutObject")
        if upload_id in self.answered:
            return self.answered[upload_id]
        self._check_upload(upload_id)
        self._check_over(key, over)
        etag = etag_of_parts(parts) or "etag-1"
        stored = StoredObject(size, etag, nonce=self.uploads.pop(upload_id), last_modified=NOW)
        self.objects[key] = stored
        if self.repeats_its_answer:
            self.answered[upload_id] = replace(stored, nonce=None)
        if self.completes_unheard:
            self._call("complete", "s3:PutObject")
        told = self.checksum if self.completing_tells_checksum else None
        return replace(stored, checksum=told)

    def abort(self, key: str, upload_id: str) -> None:
        self._call("abort", "s3:AbortMultipartUpload")
        self._check_upload(upload_id)
        if self.stubborn_aborts:
            self.stubborn_aborts -= 1
        else:
            del self.uploads[upload_id]

    def _check_over(self, key: str, over: Over) -> None:
        there = self.objects.get(key)
        allowed = {"nothing": there is None, "anything": True}
        if not allowed.get(over.kind, there is not None and there.etag == over.etag):
            raise Conflict(ErrorCode.CONFLICT, "there")

    def _check_upload(self, upload_id: str) -> None:
        if upload_id not in self.uploads:
            raise Missing(ErrorCode.UPLOAD_NOT_FOUND, "no upload")

    def _call(self, name: str, action: str, *, closed: bool = False) -> None:
        self.calls.append(name)
        if closed or action in self.denied:
            raise Forbidden(ErrorCode.ACCESS_DENIED, "no", {"action": action, "resource": "arn"})
        if self.failures.get(name):
            raise self.failures[name].pop(0)
