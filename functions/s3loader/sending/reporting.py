"""Telling what became of each source, once it is known."""

from dataclasses import dataclass, field

from s3loader.errors import ErrorCode, S3LoaderError
from s3loader.observability import logger
from s3loader.pauses import jittered_pause
from s3loader.sending.clearing import clear
from s3loader.sending.confirming import Confirmed
from s3loader.sending.failures import LocalError
from s3loader.sending.options import Options
from s3loader.sending.progress import Progress
from s3loader.sending.results import Failed, Planned, Result, Skipped, completed, failed
from s3loader.uploads.drafts import Draft
from s3loader.uploads.names import printable
from s3loader.uploads.ports import UploadStore

Failure = S3LoaderError | LocalError


@dataclass(frozen=True)
class Reporter:
    """Of one run into one bucket."""

    bucket: str
    options: Options
    progress: Progress
    results: list[Result] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    """Keys of uploads that could not be aborted, so that S3 may still keep parts of them."""
    cleared: list[str] = field(default_factory=list)
    """Keys of uploads that were aborted, of which S3 keeps nothing."""

    def planned(self, source: str, draft: Draft, size: int | None) -> None:
        """It could go."""
        self._tell(
            Planned(
                kind="planned",
                source=printable(source),
                bucket=self.bucket,
                key=draft.key,
                size=size,
                content_type=draft.content_type,
            )
        )

    def confirmed(self, source: str, upload: Confirmed) -> None:
        """S3 has it, or has not."""
        if upload.kind == "completed":
            self._tell(completed(source, self.bucket, upload))
        elif upload.code is ErrorCode.CONFLICT and self.options.on_conflict == "skip":
            self._skipped(source, upload.key)
        else:
            told = upload.model_dump(exclude={"kind"})
            self._tell(Failed(kind="failed", source=printable(source), bucket=self.bucket, **told))

    def failed(self, source: str, error: Failure, key: str | None = None) -> None:
        """It did not go, or did not arrive."""
        if error.code is ErrorCode.CONFLICT and self.options.on_conflict == "skip":
            self._skipped(source, key or str(error.params.get("key", "")))
        else:
            self._tell(failed(source, self.bucket, key, error))

    def has_dealt_with(self, key: str) -> bool:
        """Tell whether it was tried to clear a key's upload."""
        return key in self.cleared or key in self.left

    def clear(self, store: UploadStore, key: str, upload_id: str) -> None:
        """Make S3 forget what was begun, and remember whether it has."""
        is_clear = clear(store, key, upload_id, jittered_pause)
        (self.cleared if is_clear else self.left).append(key)

    def _skipped(self, source: str, key: str) -> None:
        self._tell(Skipped(kind="skipped", source=printable(source), bucket=self.bucket, key=key))

    def _tell(self, result: Result) -> None:
        self.results.append(result)
        about = {"bucket": result.bucket, "key": result.key}
        if result.kind == "failed":
            logger.warning("upload failed", extra={**about, "code": result.code})
        elif result.kind == "completed":
            logger.info("upload completed", extra={**about, "size": result.size})
        self.progress.end(result)
